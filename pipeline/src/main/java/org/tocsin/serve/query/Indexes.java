package org.tocsin.serve.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StoreListener;
import org.tocsin.stream.StoreName;

/** The rows of the stores that lists and totals are made from. They follow the stores as a listener. Thread-safe. */
public final class Indexes implements StoreListener {
    private final Rows rows;
    private final StoreIndex<EventEnvelope> events;
    private final StoreIndex<Incident> incidents;
    private final StoreIndex<Incident> revisions;
    private final Set<Owned> owned = ConcurrentHashMap.newKeySet();

    /**
     * Rows of stores that are read by whoever asks first.
     *
     * @param stores the stores that are listened to
     */
    public Indexes(Supplier<PartitionedStores> stores) {
        this(stores, Runnable::run, System::nanoTime);
    }

    /**
     * No rows yet; they are read when they are first asked for.
     *
     * @param stores the stores that are listened to
     * @param readers read partitions
     * @param nanos a clock that only goes forward
     */
    Indexes(Supplier<PartitionedStores> stores, Executor readers, LongSupplier nanos) {
        rows = new Rows();
        ReportSentences sentences = new ReportSentences(stores);
        events = new StoreIndex<>(StoreName.EVENTS, (partition, key, event) -> rows.of(key, event), readers, nanos);
        incidents = new StoreIndex<>(
                StoreName.INCIDENTS,
                (partition, key, incident) -> rows.of(key, incident, sentences.of(partition, key, incident)),
                readers,
                nanos);
        // what reports said then may be gone, so the past is searched by its places and names
        revisions = new StoreIndex<>(
                StoreName.REVISIONS, (partition, key, incident) -> rows.of(key, incident, List.of()), readers, nanos);
    }

    StoreIndex<EventEnvelope> events() {
        return events;
    }

    StoreIndex<Incident> incidents() {
        return incidents;
    }

    StoreIndex<Incident> revisions() {
        return revisions;
    }

    Vocabulary vocabulary() {
        return rows.vocabulary();
    }

    /** Whether this instance owns a partition of a store and the store is filled. Stores without rows are not known. */
    boolean owns(StoreName<?> store, int partition) {
        return owned.contains(new Owned(store, partition));
    }

    /** How old the rows of a partition may be, milliseconds; 0 for stores without rows. */
    long ageMillis(StoreName<?> store, int partition) {
        return of(store).map(index -> index.ageMillis(partition)).orElse(0L);
    }

    /** How many rows are kept in memory. */
    int size() {
        return events.size() + incidents.size() + revisions.size();
    }

    @Override
    public void opened(StoreName<?> store, int partition) {
        of(store).ifPresent(index -> index.opened(partition));
        owned.add(new Owned(store, partition));
    }

    @Override
    @SuppressWarnings("unchecked") // the index of a store is one of the store's values
    public <V> void changed(StoreName<V> store, int partition, String key, @Nullable V value) {
        of(store).ifPresent(index -> ((StoreIndex<V>) index).changed(partition, key, value));
    }

    @Override
    public void closed(StoreName<?> store, int partition) {
        owned.remove(new Owned(store, partition));
        of(store).ifPresent(index -> index.closed(partition));
    }

    private Optional<StoreIndex<?>> of(StoreName<?> store) {
        return Stream.<StoreIndex<?>>of(events, incidents, revisions)
                .filter(index -> index.store().equals(store))
                .findFirst();
    }

    private record Owned(StoreName<?> store, int partition) {}
}
