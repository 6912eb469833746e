package org.tocsin.bench.faults;

import java.time.Duration;

/** The registry is killed (kill -9) under way and started again. */
record RegistryKilled() implements Fault {
    @Override
    public String kind() {
        return "registry-killed";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(8);
    }

    @Override
    public void strike(Site site) throws InterruptedException {
        site.registry().process().kill();
    }

    @Override
    public void heal(Site site) {
        site.registry().restart();
        site.registry().awaitListening();
    }
}
