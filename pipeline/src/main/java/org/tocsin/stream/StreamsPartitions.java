package org.tocsin.stream;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The partitions that Kafka Streams holds in this process: its own and those that it keeps as a standby.
 *
 * <p>They are read through {@link KafkaStreams#store}, never through {@code KafkaStreams.query}: up to Kafka 4.3 a query takes the
 * locks of a RocksDB store and of its position in the other order than a write, so that both can wait for each other for ever
 * (KAFKA-19629).
 */
final class StreamsPartitions implements PartitionedStores {
    private final KafkaStreams streams;
    private final int articles;
    private final int incidents;

    /**
     * The stores of a running stream.
     *
     * @param articles partitions of the stores by article
     * @param incidents partitions of all other stores
     */
    StreamsPartitions(KafkaStreams streams, int articles, int incidents) {
        this.streams = streams;
        this.articles = articles;
        this.incidents = incidents;
    }

    @Override
    public int partitions(StoreName<?> store) {
        return store.spread() == StoreName.Spread.ARTICLE ? articles : incidents;
    }

    @Override
    public Set<Integer> owned(StoreName<?> store) {
        return opening(store, parameters(store));
    }

    @Override
    public Set<Integer> readable(StoreName<?> store) {
        return opening(store, parameters(store).enableStaleStores());
    }

    @Override
    public <V> boolean range(
            StoreName<V> store,
            int partition,
            Optional<String> from,
            Optional<String> to,
            BiConsumer<String, V> records) {
        Optional<KeyValueIterator<String, V>> found = read(
                store,
                parameters(store).enableStaleStores().withPartition(partition),
                part -> part.range(from.orElse(null), to.orElse(null)));
        if (found.isEmpty()) {
            return false;
        }
        try (KeyValueIterator<String, V> entries = found.get()) {
            entries.forEachRemaining(entry -> records.accept(entry.key, entry.value));
            return true;
        } catch (InvalidStateStoreException e) {
            // it went while it was read
            throw closed(store, e);
        }
    }

    @Override
    public <V> Optional<V> get(StoreName<V> store, int partition, String key) {
        return read(
                        store,
                        parameters(store).enableStaleStores().withPartition(partition),
                        part -> Optional.ofNullable(part.get(key)))
                .orElseThrow(() -> new PartitionAway(store, partition));
    }

    private <V> Set<Integer> opening(
            StoreName<?> store, StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> wanted) {
        Set<Integer> opening = new TreeSet<>();
        IntStream.range(0, partitions(store))
                .filter(partition -> read(
                                store, wanted.withPartition(partition), ReadOnlyKeyValueStore::approximateNumEntries)
                        .isPresent())
                .forEach(opening::add);
        return opening;
    }

    private static <V> StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> parameters(StoreName<V> store) {
        return StoreQueryParameters.fromNameAndType(store.name(), QueryableStoreTypes.<String, V>keyValueStore());
    }

    /**
     * What is read of a partition; empty where that is nothing, or where the partition is not here now. That shows only when it is read:
     * what {@link KafkaStreams#store} gives looks for the partition anew each time.
     */
    private <V, R> Optional<R> read(
            StoreName<?> store,
            StoreQueryParameters<ReadOnlyKeyValueStore<String, V>> wanted,
            Function<ReadOnlyKeyValueStore<String, V>, @Nullable R> reading) {
        if (!streams.state().isRunningOrRebalancing()) {
            throw closed(store, null);
        }
        try {
            return Optional.ofNullable(reading.apply(streams.store(wanted)));
        } catch (InvalidStateStoreException e) {
            // it is with another instance, or on its way
            return Optional.empty();
        } catch (IllegalStateException e) {
            throw closed(store, e);
        }
    }

    private StoresUnavailable closed(StoreName<?> store, @Nullable RuntimeException cause) {
        return new StoresUnavailable(
                "The store " + store.name() + " cannot be read while the pipeline is " + streams.state(), cause);
    }
}
