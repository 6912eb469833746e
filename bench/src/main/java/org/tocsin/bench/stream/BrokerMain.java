package org.tocsin.bench.stream;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.management.JMException;
import javax.management.ObjectName;
import org.tocsin.local.LocalCluster;

/**
 * A broker and a registry in a process of their own. Arguments: their directory, and a file to write addresses to, a line each: of the
 * broker, of the registry, and one that answers how many bytes of records the broker has taken and given so far.
 */
final class BrokerMain {
    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LocalCluster cluster = LocalCluster.start(Path.of(arguments[0]), 0, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        HttpServer bytes = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bytes.createContext("/", exchange -> {
            byte[] answer = Long.toString(bytes("BytesInPerSec") + bytes("BytesOutPerSec"))
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        bytes.start();
        Path addresses = Path.of(arguments[1]);
        Path written = Files.write(
                addresses.resolveSibling(addresses.getFileName() + ".new"),
                List.of(
                        cluster.bootstrapServers(),
                        cluster.registryUrl(),
                        "http://127.0.0.1:" + bytes.getAddress().getPort()));
        Files.move(written, addresses, StandardCopyOption.ATOMIC_MOVE);
        new CountDownLatch(1).await();
    }

    private static long bytes(String meter) {
        try {
            return (Long) ManagementFactory.getPlatformMBeanServer()
                    .getAttribute(new ObjectName("kafka.server:type=BrokerTopicMetrics,name=" + meter), "Count");
        } catch (JMException e) {
            throw new IllegalStateException("The broker does not tell " + meter, e);
        }
    }
}
