package org.tocsin.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.SortedStore;

/** A state store as incident resolution sees it. */
record StoreView<V>(KeyValueStore<String, V> store) implements SortedStore<V> {
    private static final StringSerializer KEYS = new StringSerializer();

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
    public List<Map.Entry<String, V>> withPrefix(String prefix) {
        List<Map.Entry<String, V>> found = new ArrayList<>();
        try (KeyValueIterator<String, V> entries = store.prefixScan(prefix, KEYS)) {
            while (entries.hasNext()) {
                KeyValue<String, V> entry = entries.next();
                found.add(Map.entry(entry.key, entry.value));
            }
        }
        return found;
    }
}
