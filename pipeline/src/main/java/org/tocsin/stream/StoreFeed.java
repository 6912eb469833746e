package org.tocsin.stream;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Passes the changes of stores on to listeners. */
final class StoreFeed implements StoreListener {
    private final List<StoreListener> listeners = new CopyOnWriteArrayList<>();

    /** Adds a listener; before the stream is started, else it misses partitions that are open. */
    void add(StoreListener listener) {
        listeners.add(listener);
    }

    /** The store of a task; what is written through it is told. */
    <V> Told<V> open(ProcessorContext<?, ?> context, StoreName<V> store) {
        KeyValueStore<String, V> records = context.getStateStore(store.name());
        int partition = context.taskId().partition();
        opened(store, partition);
        return new Told<>(store, partition, records);
    }

    @Override
    public void opened(StoreName<?> store, int partition) {
        listeners.forEach(listener -> listener.opened(store, partition));
    }

    @Override
    public <V> void changed(StoreName<V> store, int partition, String key, @Nullable V value) {
        listeners.forEach(listener -> listener.changed(store, partition, key, value));
    }

    @Override
    public void closed(StoreName<?> store, int partition) {
        listeners.forEach(listener -> listener.closed(store, partition));
    }

    /** A store that tells what is written to it. */
    final class Told<V> {
        private final StoreName<V> store;
        private final int partition;
        private final KeyValueStore<String, V> records;

        private Told(StoreName<V> store, int partition, KeyValueStore<String, V> records) {
            this.store = store;
            this.partition = partition;
            this.records = records;
        }

        @Nullable
        V get(String key) {
            return records.get(key);
        }

        void put(String key, V value) {
            records.put(key, value);
            changed(store, partition, key, value);
        }

        void delete(String key) {
            records.delete(key);
            changed(store, partition, key, null);
        }

        KeyValueStore<String, V> records() {
            return records;
        }

        void close() {
            closed(store, partition);
        }
    }
}
