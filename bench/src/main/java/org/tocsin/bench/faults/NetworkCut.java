package org.tocsin.bench.faults;

import java.time.Duration;

/** Nothing comes through between the second instance and all brokers. */
record NetworkCut() implements Fault {
    @Override
    public String kind() {
        return "network-cut";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void strike(Site site) {
        site.nodes().forEach(node -> node.detour().cut());
    }

    @Override
    public void heal(Site site) {
        site.nodes().forEach(node -> node.detour().mend());
    }
}
