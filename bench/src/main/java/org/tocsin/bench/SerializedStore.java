package org.tocsin.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.SortedStore;
import org.tocsin.stream.RecordSerde;

/** A store in memory that writes and reads its values as the stores of the stream do, which is most of what those cost. */
final class SerializedStore<V extends SpecificRecord> implements SortedStore<V> {

    private final TreeMap<String, byte[]> values = new TreeMap<>();
    private final Serde<V> serde;

    SerializedStore(Class<V> type) {
        serde = RecordSerde.of(type);
    }

    /** Bytes of all keys and values. */
    long bytes() {
        return values.entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + entry.getValue().length)
                .sum();
    }

    int size() {
        return values.size();
    }

    @Override
    public @Nullable V get(String key) {
        return serde.deserializer().deserialize("", values.get(key));
    }

    @Override
    public void put(String key, V value) {
        values.put(key, serde.serializer().serialize("", value));
    }

    @Override
    public void delete(String key) {
        values.remove(key);
    }

    @Override
    public List<Map.Entry<String, V>> between(String from, String to) {
        List<Map.Entry<String, V>> found = new ArrayList<>();
        values.subMap(from, to)
                .forEach((key, value) ->
                        found.add(Map.entry(key, serde.deserializer().deserialize("", value))));
        return found;
    }
}
