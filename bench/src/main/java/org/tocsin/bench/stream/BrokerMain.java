package org.tocsin.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.tocsin.local.LocalCluster;

/** A broker and a registry in a process of their own. Arguments: their directory, and a file to write both addresses to, a line each. */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalCluster cluster = LocalCluster.start(Path.of(arguments[0]), 0, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        Path addresses = Path.of(arguments[1]);
        Path written = Files.write(
                addresses.resolveSibling(addresses.getFileName() + ".new"),
                List.of(cluster.bootstrapServers(), cluster.registryUrl()));
        Files.move(written, addresses, StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }
}
