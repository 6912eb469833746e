package org.tocsin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.tocsin.incident.IncidentChange;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow.KeyRange;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.serve.Stores;
import org.tocsin.stream.Answer;
import org.tocsin.stream.RecordSerde;

/** The store of rollups on RocksDB, of the classes that the stream uses, without Kafka around it. */
final class RocksStores implements Stores, AutoCloseable {
    private static final long WHENEVER = 0;

    private final Path folder;
    private final TimestampedKeyValueStore<String, RollupTotals> rollups;

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

    /** Adds a new incident to its cells. */
    void add(Incident incident) {
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

    @Override
    public boolean rollups(KeyRange range, BiConsumer<RollupKey, RollupTotals> cells) {
        try (KeyValueIterator<String, ValueAndTimestamp<RollupTotals>> found =
                rollups.range(range.from(), range.to())) {
            while (found.hasNext()) {
                KeyValue<String, ValueAndTimestamp<RollupTotals>> cell = found.next();
                cells.accept(RollupKey.parse(cell.key), cell.value.value());
            }
        }
        return true;
    }

    @Override
    public Optional<RollupKey> lastRollup(KeyRange range) {
        try (KeyValueIterator<String, ValueAndTimestamp<RollupTotals>> found =
                rollups.reverseRange(range.from(), range.to())) {
            return found.hasNext() ? Optional.of(RollupKey.parse(found.peekNextKey())) : Optional.empty();
        }
    }

    @Override
    public Optional<String> notReady() {
        return Optional.empty();
    }

    @Override
    public Answer<EventEnvelope> events(Predicate<EventEnvelope> wanted, int limit) {
        return new Answer<>(List.of(), false, true);
    }

    @Override
    public Answer<Incident> incidents(Predicate<Incident> wanted, int limit) {
        return new Answer<>(List.of(), false, true);
    }

    @Override
    public void close() {
        rollups.close();
    }
}
