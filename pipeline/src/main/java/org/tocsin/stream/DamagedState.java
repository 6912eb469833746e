package org.tocsin.stream;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * Tells errors that come from files of the local state which hold something else than was written, by a failing disk for example. They come
 * again at each start until the state is deleted; all of it is in Kafka too. A disk that is full damages nothing.
 */
final class DamagedState {
    private DamagedState() {}

    /** Whether an error comes from damaged files of the state. */
    static boolean causes(Throwable error) {
        RocksDBException first = Causes.first(error, RocksDBException.class);
        return first != null && isCorruption(first.getStatus());
    }

    private static boolean isCorruption(@Nullable Status status) {
        return status != null && status.getCode() == Status.Code.Corruption;
    }
}
