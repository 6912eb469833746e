package org.tocsin.arrival.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only where somebody waits, and then at once. */
final class Pastime implements Pauses {
    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-18T12:00:00Z");

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void until(Instant time) {
        if (time.isAfter(now)) {
            waits.add(Duration.between(now, time));
            now = time;
        }
    }

    @Override
    public double jitter() {
        return 0.5;
    }

    /** How long was waited each time. */
    List<Duration> waits() {
        return waits;
    }
}
