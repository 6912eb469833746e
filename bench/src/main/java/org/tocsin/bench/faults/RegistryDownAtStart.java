package org.tocsin.bench.faults;

import java.time.Duration;

/** The registry is away when an instance is started, and comes later. */
record RegistryDownAtStart(int instance) implements Fault {
    @Override
    public String kind() {
        return "registry-down-at-start";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(10);
    }

    @Override
    public void strike(Site site) throws InterruptedException {
        site.registry().process().kill();
        site.instances().get(instance).process().kill();
        site.instances().get(instance).restart();
    }

    @Override
    public void heal(Site site) {
        site.registry().restart();
        site.registry().awaitListening();
    }
}
