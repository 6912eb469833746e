package org.tocsin.serve.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StoreName;

/**
 * The rows of one store, partition by partition. A partition is read once, when it is first asked for; from then on the changes of
 * partitions that this instance owns are followed as they are made. Partitions that are held as a standby change without a word: they
 * are read again when they are asked for, at most every {@link #STANDBY_AGE}. A partition that goes elsewhere is forgotten.
 * Thread-safe.
 */
final class StoreIndex<V> {
    /** How old the rows of a standby may be. */
    static final Duration STANDBY_AGE = Duration.ofSeconds(3);

    private final StoreName<V> store;
    private final RowMaker<V> maker;
    private final LongSupplier nanos;
    private final ConcurrentMap<Integer, Part> parts = new ConcurrentHashMap<>();

    /**
     * Rows of a store.
     *
     * @param nanos a clock that only goes forward
     */
    StoreIndex(StoreName<V> store, RowMaker<V> maker, LongSupplier nanos) {
        this.store = store;
        this.maker = maker;
        this.nanos = nanos;
    }

    StoreName<V> store() {
        return store;
    }

    void opened(int partition) {
        parts.put(partition, new Part(partition, true));
    }

    void closed(int partition) {
        parts.computeIfPresent(partition, (number, part) -> part.owned ? null : part);
    }

    void changed(int partition, String key, @Nullable V value) {
        Part part = parts.get(partition);
        if (part != null) {
            part.changed(key, value);
        }
    }

    /**
     * The rows of a partition, read from the store where that is needed.
     *
     * @return empty where the partition is not here
     */
    Optional<RowTable> rows(int partition, PartitionedStores stores) {
        return parts.computeIfAbsent(partition, number -> new Part(number, false))
                .rows(stores);
    }

    /** How many rows are kept of all partitions. */
    int size() {
        return parts.values().stream().mapToInt(Part::size).sum();
    }

    private final class Part {
        private final int partition;
        private final boolean owned;
        private @Nullable RowTable table;
        private long readAt;

        /** What changed since the reading began that goes on; null while there is none. A null value: deleted. */
        private @Nullable Map<String, Optional<V>> since;

        Part(int partition, boolean owned) {
            this.partition = partition;
            this.owned = owned;
        }

        synchronized int size() {
            return table == null ? 0 : table.size();
        }

        void changed(String key, @Nullable V value) {
            RowTable current;
            synchronized (this) {
                if (since != null) {
                    since.put(key, Optional.ofNullable(value));
                }
                current = table;
            }
            if (current != null) {
                apply(current, key, value);
            }
        }

        Optional<RowTable> rows(PartitionedStores stores) {
            Optional<RowTable> ready = ready();
            if (ready.isPresent()) {
                return ready;
            }
            synchronized (reading) {
                ready = ready();
                return ready.isPresent() ? ready : read(stores);
            }
        }

        /** Held by the thread that reads the store, so that the others wait for its rows. */
        private final Object reading = new Object();

        private synchronized Optional<RowTable> ready() {
            boolean fresh = owned || nanos.getAsLong() - readAt < STANDBY_AGE.toNanos();
            return fresh ? Optional.ofNullable(table) : Optional.empty();
        }

        private Optional<RowTable> read(PartitionedStores stores) {
            long began = nanos.getAsLong();
            synchronized (this) {
                since = new LinkedHashMap<>();
            }
            RowTable read = new RowTable();
            boolean here = false;
            try {
                here = stores.range(
                        store,
                        partition,
                        Optional.empty(),
                        Optional.empty(),
                        (key, value) -> read.put(maker.row(partition, key, value)));
            } finally {
                finish(here ? read : null, began);
            }
            return here ? Optional.of(read) : Optional.empty();
        }

        private synchronized void finish(@Nullable RowTable read, long began) {
            Map<String, Optional<V>> changes = since;
            since = null;
            table = read;
            readAt = began;
            if (read != null && changes != null) {
                changes.forEach((key, value) -> apply(read, key, value.orElse(null)));
            }
        }

        private void apply(RowTable rows, String key, @Nullable V value) {
            if (value == null) {
                rows.remove(key);
            } else {
                rows.put(maker.row(partition, key, value));
            }
        }
    }
}
