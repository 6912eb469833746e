package org.tocsin.bench.faults;

import java.time.Duration;

/** The broker that leads the first partition of the articles is killed (kill -9) and started again. */
record LeaderKilled() implements Fault {
    @Override
    public String kind() {
        return "leader-killed";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(8);
    }

    @Override
    public void strike(Site site) throws InterruptedException {
        site.leader().process().kill();
    }

    @Override
    public void heal(Site site) {
        site.nodes().stream().filter(node -> !node.process().isAlive()).forEach(Node::restart);
    }
}
