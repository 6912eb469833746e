package org.tocsin.serve.query;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.stream.StoreListener;
import org.tocsin.stream.StoreName;

/** The rows of the stores that lists and totals are made from. They follow the stores as a listener. Thread-safe. */
public final class Indexes implements StoreListener {
    private final Rows rows = new Rows();
    private final StoreIndex<EventEnvelope> events;
    private final StoreIndex<Incident> incidents;
    private final StoreIndex<Incident> revisions;
    private final Set<Owned> owned = ConcurrentHashMap.newKeySet();

    /** No rows yet; they are read when they are first asked for. */
    public Indexes() {
        this(System::nanoTime);
    }

    Indexes(LongSupplier nanos) {
        events = new StoreIndex<>(StoreName.EVENTS, (partition, key, event) -> rows.of(key, event), nanos);
        RowMaker<Incident> maker = (partition, key, incident) -> rows.of(key, incident, List.of());
        incidents = new StoreIndex<>(StoreName.INCIDENTS, maker, nanos);
        revisions = new StoreIndex<>(StoreName.REVISIONS, maker, nanos);
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

    /** How many rows are kept in memory. */
    public int size() {
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
