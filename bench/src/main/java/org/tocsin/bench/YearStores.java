package org.tocsin.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.StoreKey;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.RecordSerde;
import org.tocsin.stream.StateLag;
import org.tocsin.stream.StoreName;

/** The stores of incidents and rollups on RocksDB, of the classes that the stream uses, in one partition and without Kafka. */
final class YearStores implements PartitionedStores, StateLag, AutoCloseable {
    private final KeyValueStore<String, Incident> incidents;
    private final KeyValueStore<String, RollupTotals> rollups;

    YearStores(Path folder) {
        MockProcessorContext<Void, Void> context =
                new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        incidents = open(StoreName.INCIDENTS, context);
        rollups = open(StoreName.ROLLUPS, context);
    }

    private static <V extends SpecificRecord> KeyValueStore<String, V> open(
            StoreName<V> name, MockProcessorContext<Void, Void> context) {
        KeyValueStore<String, V> store = org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentKeyValueStore(name.name()),
                        Serdes.String(),
                        RecordSerde.of(name.values()))
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }

    void add(Incident incident) {
        String country = incident.getPlace() == null || incident.getPlace().getCountry() == null
                ? "ZZ"
                : incident.getPlace().getCountry();
        incidents.put(StoreKey.of(country, incident.getIncidentId()), incident);
        Rollups.change(new IncidentChange(null, incident)).forEach((key, change) -> {
            RollupTotals before = rollups.get(key.encode());
            rollups.put(key.encode(), before == null ? change : Rollups.add(before, change));
        });
    }

    @Override
    public int partitions(StoreName<?> store) {
        return 1;
    }

    @Override
    public Set<Integer> owned(StoreName<?> store) {
        return Set.of(0);
    }

    @Override
    public Set<Integer> readable(StoreName<?> store) {
        return Set.of(0);
    }

    @Override
    public <V> boolean range(
            StoreName<V> store,
            int partition,
            Optional<String> from,
            Optional<String> to,
            BiConsumer<String, V> records) {
        try (KeyValueIterator<String, ?> found = of(store).range(from.orElse(null), to.orElse(null))) {
            while (found.hasNext()) {
                KeyValue<String, ?> next = found.next();
                records.accept(next.key, store.values().cast(next.value));
            }
        }
        return true;
    }

    @Override
    public <V> Optional<V> get(StoreName<V> store, int partition, String key) {
        // what the reports say is not stored here, so incidents are found by their places and names
        return store.equals(StoreName.ARTICLE_ACCOUNTS)
                ? Optional.empty()
                : Optional.ofNullable(store.values().cast(of(store).get(key)));
    }

    private KeyValueStore<String, ?> of(StoreName<?> store) {
        return store.equals(StoreName.ROLLUPS) ? rollups : incidents;
    }

    @Override
    public long millis(StoreName<?> store, Set<Integer> partitions) {
        return 0;
    }

    @Override
    public boolean isFilled(StoreName<?> store, int partition) {
        return true;
    }

    @Override
    public void close() {
        incidents.close();
        rollups.close();
    }
}
