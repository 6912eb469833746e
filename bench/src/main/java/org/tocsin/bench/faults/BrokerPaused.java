package org.tocsin.bench.faults;

import java.time.Duration;

/** The broker that leads the first partition of the articles is held still (SIGSTOP) for a minute: its connections stay open. */
record BrokerPaused() implements Fault {
    @Override
    public String kind() {
        return "broker-paused";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(60);
    }

    @Override
    public void strike(Site site) throws InterruptedException {
        site.leader().process().hold();
    }

    @Override
    public void heal(Site site) throws InterruptedException {
        for (Node node : site.nodes()) {
            node.process().resume(); // who was not held does not notice
        }
    }
}
