package org.tocsin.bench.faults;

import java.time.Duration;

/** The broker that coordinates the group is killed (kill -9) and started again. */
record CoordinatorKilled() implements Fault {
    @Override
    public String kind() {
        return "coordinator-killed";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(8);
    }

    @Override
    public void strike(Site site) throws InterruptedException {
        site.coordinator().process().kill();
    }

    @Override
    public void heal(Site site) {
        site.nodes().stream().filter(node -> !node.process().isAlive()).forEach(Node::restart);
    }
}
