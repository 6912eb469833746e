package org.tocsin.stream;

/** A partition of a store is not here now: it is with another instance, or on its way. */
public final class PartitionAway extends StoresUnavailable {
    private static final long serialVersionUID = 1L;

    private final int partition;

    /** A partition of a store that was to be read. */
    public PartitionAway(StoreName<?> store, int partition) {
        super("Partition " + partition + " of the store " + store.name() + " is not here now");
        this.partition = partition;
    }

    /** Number of the partition. */
    public int partition() {
        return partition;
    }
}
