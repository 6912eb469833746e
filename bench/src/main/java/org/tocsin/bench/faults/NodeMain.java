package org.tocsin.bench.faults;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.tocsin.local.EmbeddedBroker;
import org.tocsin.local.QuorumNode;

/**
 * A broker of the cluster in a process of its own. Arguments: its directory, its number, the cluster's id, its port, that for clients that
 * come through a proxy, the port of the proxy, and the ports of the controllers of nodes 1, 2 and so on.
 */
final class NodeMain {
    private static final int FIRST_CONTROLLER = 6;

    private NodeMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<Integer, Integer> controllers = new TreeMap<>();
        for (int i = FIRST_CONTROLLER; i < arguments.length; i++) {
            controllers.put(i - FIRST_CONTROLLER + 1, Integer.valueOf(arguments[i]));
        }
        QuorumNode node = new QuorumNode(
                Integer.parseInt(arguments[1]),
                arguments[2],
                controllers,
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Integer.parseInt(arguments[5]));
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), node);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        new CountDownLatch(1).await();
    }
}
