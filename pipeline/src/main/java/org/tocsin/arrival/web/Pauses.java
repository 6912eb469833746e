package org.tocsin.arrival.web;

import java.time.Instant;

/** How time passes between requests. */
public interface Pauses {
    /** The time now. */
    Instant now();

    /** Waits until a time; returns at once where it has passed. */
    void until(Instant time) throws InterruptedException;

    /** A number from 0 to below 1, so that many who failed together do not come back together. */
    double jitter();
}
