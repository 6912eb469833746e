package org.tocsin.stream;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.SortedStore;

/** A state store as incident resolution sees it, whose changes are told. */
record ToldView<V>(StoreFeed.Told<V> store) implements SortedStore<V> {
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
        return new StoreView<>(store.records()).between(from, to);
    }
}
