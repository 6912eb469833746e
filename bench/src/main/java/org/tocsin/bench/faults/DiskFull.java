package org.tocsin.bench.faults;

import java.io.IOException;
import java.time.Duration;

/** The disk with the state of the second instance is full. */
record DiskFull() implements Fault {
    @Override
    public String kind() {
        return "disk-full";
    }

    @Override
    public Duration lasts() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void strike(Site site) {
        site.disk().fill();
    }

    @Override
    public void heal(Site site) throws IOException {
        site.disk().clear();
    }
}
