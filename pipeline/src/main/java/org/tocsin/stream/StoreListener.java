package org.tocsin.stream;

import org.jspecify.annotations.Nullable;

/**
 * Is told of every change of the stores that this instance owns, by the thread that made it and after it was made, so it must be
 * quick. Between {@link #opened} and {@link #closed} of a partition its changes come in order and without a gap; what the partition
 * held before is to be read from the store. A partition that is lost and comes back is opened again.
 */
public interface StoreListener {
    /** The partition of a store now belongs to this instance and is filled. */
    void opened(StoreName<?> store, int partition);

    /** A record was written; a null value: it was deleted. */
    <V> void changed(StoreName<V> store, int partition, String key, @Nullable V value);

    /** The partition of a store goes elsewhere, or what was not committed is rolled back. */
    void closed(StoreName<?> store, int partition);
}
