package org.tocsin.bench.faults;

import java.time.Duration;
import org.tocsin.stream.JavaProcess;
import org.tocsin.stream.KafkaProbe;

/**
 * An instance is held still three times, each time longer than the group waits for it, and goes on as if it still owned its partitions:
 * six rebalances in a row.
 */
record RebalanceStorm(int instance) implements Fault {
    private static final int TIMES = 3;
    private static final long HELD_NANOS = Duration.ofSeconds(8).toNanos();
    private static final long GOING_NANOS = Duration.ofSeconds(3).toNanos();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Override
    public String kind() {
        return "rebalance-storm";
    }

    @Override
    public Duration lasts() {
        return Duration.ZERO;
    }

    @Override
    public void strike(Site site) throws InterruptedException {
        JavaProcess process = site.instances().get(instance).process();
        for (int i = 0; i < TIMES && process.isAlive(); i++) {
            process.hold();
            pass(HELD_NANOS);
            process.resume();
            pass(GOING_NANOS);
        }
    }

    @Override
    public void heal(Site site) {
        // it goes on already
    }

    private static void pass(long nanos) {
        long end = System.nanoTime() + nanos;
        KafkaProbe.await("the next blow", LIMIT, () -> System.nanoTime() >= end);
    }
}
