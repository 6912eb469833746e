package org.tocsin.bench.faults;

import java.util.concurrent.CountDownLatch;
import org.tocsin.local.DevRegistry;

/** The registry in a process of its own. Arguments: the brokers, and its port. */
final class RegistryMain {
    private RegistryMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        DevRegistry registry = DevRegistry.start(arguments[0], Integer.parseInt(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(registry::close));
        new CountDownLatch(1).await();
    }
}
