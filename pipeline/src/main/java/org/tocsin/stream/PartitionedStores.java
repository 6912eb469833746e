package org.tocsin.stream;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** The partitions of the state stores that can be read in this process. Thread-safe. */
public interface PartitionedStores {
    /** How many partitions a store has in all instances together. */
    int partitions(StoreName<?> store);

    /** The partitions of a store that this instance owns and that can be read now. */
    Set<Integer> owned(StoreName<?> store);

    /** The partitions of a store that can be read here now, those held as a standby for others or still being filled too. */
    Set<Integer> readable(StoreName<?> store);

    /**
     * Reads a range of keys in their order.
     *
     * @param from lowest key; empty for the first one
     * @param to highest key, inclusive; empty for the last one
     * @param records takes each record
     * @return false where the partition is not here now; then nothing was read
     * @throws StoresUnavailable if no store can be read now
     */
    <V> boolean range(
            StoreName<V> store,
            int partition,
            Optional<String> from,
            Optional<String> to,
            BiConsumer<String, V> records);

    /**
     * Reads all records of all partitions that are here, partition by partition.
     *
     * @param records takes each record
     * @return whether all partitions of the store are here
     * @throws StoresUnavailable if no store can be read now
     */
    default <V> boolean all(StoreName<V> store, BiConsumer<String, V> records) {
        boolean complete = true;
        for (int partition = 0; partition < partitions(store); partition++) {
            complete &= range(store, partition, Optional.empty(), Optional.empty(), records);
        }
        return complete;
    }

    /**
     * The record of a key in a partition; empty where there is none.
     *
     * @throws PartitionAway if the partition is not here now
     * @throws StoresUnavailable if no store can be read now
     */
    <V> Optional<V> get(StoreName<V> store, int partition, String key);
}
