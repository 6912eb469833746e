package org.tocsin.incident;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map with ordered string keys, the one kind of storage that incident resolution needs. Kafka state stores and sorted maps
 * both fit.
 *
 * @param <V> the values
 */
public interface SortedStore<V> {
    /** The value of a key, or null. */
    @Nullable
    V get(String key);

    /** Sets the value of a key. */
    void put(String key, V value);

    /** Removes a key; nothing happens where there is none. */
    void delete(String key);

    /** All entries from one key on to before another, in the order of their keys (UTF-8 bytes). */
    List<Map.Entry<String, V>> between(String from, String to);
}
