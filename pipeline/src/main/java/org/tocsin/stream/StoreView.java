package org.tocsin.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.SortedStore;

/** A state store as incident resolution sees it. */
record StoreView<V>(KeyValueStore<String, V> store) implements SortedStore<V> {
    @Override
    public @Nullable V get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, V value) {
        store.put(key, value);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public List<Map.Entry<String, V>> between(String from, String to) {
        List<Map.Entry<String, V>> found = new ArrayList<>();
        try (KeyValueIterator<String, V> entries = store.range(from, to)) {
            while (entries.hasNext()) {
                KeyValue<String, V> entry = entries.next();
                // the end of a range is part of it for Kafka, but not here
                if (!entry.key.equals(to)) {
                    found.add(Map.entry(entry.key, entry.value));
                }
            }
        }
        return found;
    }
}
