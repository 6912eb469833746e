package org.tocsin.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sorted store in memory, for resolution without Kafka. Not thread-safe.
 *
 * @param <V> the values
 */
public final class InMemoryStore<V> implements SortedStore<V> {
    // keys are ASCII, whose order is that of their bytes
    private final TreeMap<String, V> entries = new TreeMap<>();

    @Override
    public @Nullable V get(String key) {
        return entries.get(key);
    }

    @Override
    public void put(String key, V value) {
        entries.put(key, value);
    }

    @Override
    public void delete(String key) {
        entries.remove(key);
    }

    @Override
    public List<Map.Entry<String, V>> between(String from, String to) {
        List<Map.Entry<String, V>> found = new ArrayList<>();
        entries.subMap(from, to).forEach((key, value) -> found.add(Map.entry(key, value)));
        return found;
    }
}
