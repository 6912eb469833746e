package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.StoreKey;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.serve.query.Holdings;
import org.tocsin.serve.query.OneInstance;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.RecordSerde;
import org.tocsin.stream.StateLag;
import org.tocsin.stream.StoreName;

/** The store of rollups on RocksDB, of the classes that the stream uses, and incidents in memory, without Kafka around them. */
final class RocksStores implements PartitionedStores, StateLag, AutoCloseable {
    private static final long WHENEVER = 0;
    private static final int PARTITION = 0;

    /** Sorts behind every key. */
    private static final String LAST = "\u007f";

    private final Path folder;
    private final TimestampedKeyValueStore<String, RollupTotals> rollups;
    private final SerializedStore<Incident> incidents = new SerializedStore<>(Incident.class);

    RocksStores(Path folder) {
        this.folder = folder;
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(
                new Properties(), new org.apache.kafka.streams.processor.TaskId(0, 0), folder.toFile());
        rollups = org.apache.kafka.streams.state.Stores.timestampedKeyValueStoreBuilder(
                        org.apache.kafka.streams.state.Stores.persistentTimestampedKeyValueStore("rollup-by-cell"),
                        Serdes.String(),
                        RecordSerde.of(RollupTotals.class))
                .withLoggingDisabled()
                .build();
        rollups.init(context.getStateStoreContext(), rollups);
    }

    /** Adds a new incident, to its cells too. */
    void add(Incident incident) {
        incidents.put(StoreKey.of(incident.getIncidentId()), incident);
        Rollups.change(new IncidentChange(null, incident)).forEach((key, change) -> {
            ValueAndTimestamp<RollupTotals> before = rollups.get(key.encode());
            RollupTotals total = before == null ? change : Rollups.add(before.value(), change);
            rollups.put(key.encode(), ValueAndTimestamp.make(total, WHENEVER));
        });
    }

    /** Bytes of the store's files when everything is written. */
    long bytes() {
        rollups.flush();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sst"))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long cells() {
        try (KeyValueIterator<String, ValueAndTimestamp<RollupTotals>> all = rollups.all()) {
            long cells = 0;
            for (; all.hasNext(); all.next()) {
                cells++;
            }
            return cells;
        }
    }

    /** Answers from these stores; to be asked for when they are filled. */
    Holdings holdings() {
        OneInstance instance = new OneInstance(this, this);
        StoreName.ALL.forEach(store -> instance.opened(store, PARTITION));
        return instance.holdings();
    }

    @Override
    public int partitions(StoreName<?> store) {
        return 1;
    }

    @Override
    public Set<Integer> owned(StoreName<?> store) {
        return Set.of(PARTITION);
    }

    @Override
    public Set<Integer> readable(StoreName<?> store) {
        return Set.of(PARTITION);
    }

    @Override
    public <V> boolean range(
            StoreName<V> store,
            int partition,
            Optional<String> from,
            Optional<String> to,
            BiConsumer<String, V> records) {
        if (store.equals(StoreName.ROLLUPS)) {
            try (KeyValueIterator<String, ValueAndTimestamp<RollupTotals>> found =
                    rollups.range(from.orElse(null), to.orElse(null))) {
                found.forEachRemaining(
                        cell -> records.accept(cell.key, store.values().cast(cell.value.value())));
            }
        } else if (store.equals(StoreName.INCIDENTS)) {
            incidents
                    .between(from.orElse(""), to.orElse(LAST))
                    .forEach(entry ->
                            records.accept(entry.getKey(), store.values().cast(entry.getValue())));
        }
        return true;
    }

    @Override
    public <V> Optional<V> get(StoreName<V> store, int partition, String key) {
        return store.equals(StoreName.INCIDENTS)
                ? Optional.ofNullable(incidents.get(key)).map(store.values()::cast)
                : Optional.empty();
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
        rollups.close();
    }
}
