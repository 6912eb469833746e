package org.tocsin.serve.query;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoresUnavailable;

/**
 * The rows of one store, partition by partition. A partition is read once, when it is first asked for; from then on the changes of
 * partitions that this instance owns are followed as they are made. Partitions that are held as a standby change without a word: they
 * are read again when they are asked for, at most every {@link #STANDBY_AGE}; meanwhile the rows before are given. A partition that goes
 * elsewhere is forgotten. Thread-safe.
 */
final class StoreIndex<V> {
    /** After this time the rows of a standby are read again. */
    static final Duration STANDBY_AGE = Duration.ofSeconds(3);

    /** Rows of a standby that are older are not given. */
    private static final Duration OLDEST_STANDBY = Duration.ofSeconds(15);

    private final StoreName<V> store;
    private final RowMaker<V> maker;
    private final Executor readers;
    private final LongSupplier nanos;
    private final ConcurrentMap<Integer, Part> parts = new ConcurrentHashMap<>();

    /**
     * Rows of a store.
     *
     * @param readers read partitions
     * @param nanos a clock that only goes forward
     */
    StoreIndex(StoreName<V> store, RowMaker<V> maker, Executor readers, LongSupplier nanos) {
        this.store = store;
        this.maker = maker;
        this.readers = readers;
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
     * The rows of a partition, read from the store where that is needed; empty where the partition is not here. Fails as the store does.
     */
    CompletableFuture<Optional<RowTable>> rows(int partition, PartitionedStores stores) {
        return parts.computeIfAbsent(partition, number -> new Part(number, false))
                .rows(stores);
    }

    /** How old the rows of a partition may be, milliseconds; 0 for partitions that this instance owns. */
    long ageMillis(int partition) {
        Part part = parts.get(partition);
        return part == null || part.owned ? 0 : TimeUnit.NANOSECONDS.toMillis(part.age());
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

        /** The reading that goes on; null while there is none. */
        private @Nullable CompletableFuture<Optional<RowTable>> reading;

        /** What changed since the reading began that goes on; null while there is none. An empty value: deleted. */
        private @Nullable Map<String, Optional<V>> since;

        Part(int partition, boolean owned) {
            this.partition = partition;
            this.owned = owned;
        }

        synchronized int size() {
            return table == null ? 0 : table.size();
        }

        synchronized long age() {
            return table == null ? 0 : nanos.getAsLong() - readAt;
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
                follow(current, key, value);
            }
        }

        /** Whoever writes to the store must not fail since a row cannot be made now; all rows are read again when they are asked for. */
        private void follow(RowTable current, String key, @Nullable V value) {
            try {
                apply(current, key, value);
            } catch (StoresUnavailable e) {
                synchronized (this) {
                    table = null;
                }
            }
        }

        synchronized CompletableFuture<Optional<RowTable>> rows(PartitionedStores stores) {
            RowTable kept = table;
            if (kept != null && (owned || age() < STANDBY_AGE.toNanos())) {
                return CompletableFuture.completedFuture(Optional.of(kept));
            }
            CompletableFuture<Optional<RowTable>> begun = reading == null ? begin(stores) : reading;
            return kept != null && age() < OLDEST_STANDBY.toNanos()
                    ? CompletableFuture.completedFuture(Optional.of(kept))
                    : begun;
        }

        private CompletableFuture<Optional<RowTable>> begin(PartitionedStores stores) {
            CompletableFuture<Optional<RowTable>> begun = new CompletableFuture<>();
            since = new LinkedHashMap<>();
            reading = begun;
            try {
                readers.execute(() -> read(stores, begun));
            } catch (RejectedExecutionException e) {
                finish(null, readAt);
                begun.completeExceptionally(new StoresUnavailable("This instance stops"));
            }
            return begun;
        }

        private void read(PartitionedStores stores, CompletableFuture<Optional<RowTable>> begun) {
            long began = nanos.getAsLong();
            RowTable read = new RowTable();
            try {
                boolean here = stores.range(
                        store,
                        partition,
                        Optional.empty(),
                        Optional.empty(),
                        (key, value) -> read.put(maker.row(partition, key, value)));
                finish(here ? read : null, began);
                begun.complete(here ? Optional.of(read) : Optional.empty());
            } catch (RuntimeException e) {
                finish(null, began);
                begun.completeExceptionally(e);
            }
        }

        private synchronized void finish(@Nullable RowTable read, long began) {
            Map<String, Optional<V>> changes = since;
            since = null;
            reading = null;
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
