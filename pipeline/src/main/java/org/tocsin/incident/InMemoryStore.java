package org.tocsin.incident;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
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
    private final TreeMap<String, V> entries = new TreeMap<>((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)));

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
    public List<Map.Entry<String, V>> withPrefix(String prefix) {
        List<Map.Entry<String, V>> found = new ArrayList<>();
        for (Map.Entry<String, V> entry : entries.tailMap(prefix).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            found.add(Map.entry(entry.getKey(), entry.getValue()));
        }
        return found;
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
