package org.tocsin.stream;

import java.util.Set;

/** How far the state is behind what was published. Thread-safe. */
public interface StateLag {
    /**
     * By how many milliseconds partitions of a store, as they can be read here, may be behind what was published; 0 where nothing
     * waits.
     */
    long millis(StoreName<?> store, Set<Integer> partitions);

    /** Whether a partition that this instance does not own, but holds as a standby, is filled so far that it may be read. */
    boolean isFilled(StoreName<?> store, int partition);
}
