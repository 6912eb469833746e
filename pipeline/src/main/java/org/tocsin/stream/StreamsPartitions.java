package org.tocsin.stream;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The partitions that Kafka Streams holds in this process: its own and those that it keeps as a standby. */
final class StreamsPartitions implements PartitionedStores {
    /** Looks up nothing, to see which partitions answer. */
    private static final Query<?> KNOCK = KeyQuery.withKey("");

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
        return answering(
                store, StateQueryRequest.inStore(store.name()).withQuery(KNOCK).requireActive());
    }

    @Override
    public Set<Integer> readable(StoreName<?> store) {
        return answering(store, StateQueryRequest.inStore(store.name()).withQuery(KNOCK));
    }

    private Set<Integer> answering(StoreName<?> store, StateQueryRequest<?> knock) {
        Set<Integer> answering = new TreeSet<>();
        ask(store, knock).forEach((partition, result) -> {
            if (result.isSuccess()) {
                answering.add(partition);
            }
        });
        return answering;
    }

    @Override
    public <V> boolean range(
            StoreName<V> store,
            int partition,
            Optional<String> from,
            Optional<String> to,
            BiConsumer<String, V> records) {
        RangeQuery<String, V> query = RangeQuery.withRange(from.orElse(null), to.orElse(null));
        QueryResult<KeyValueIterator<String, V>> result = ask(
                        store,
                        StateQueryRequest.inStore(store.name()).withQuery(query).withPartitions(Set.of(partition)))
                .get(partition);
        if (result == null || !result.isSuccess()) {
            return false;
        }
        try (KeyValueIterator<String, V> found = result.getResult()) {
            found.forEachRemaining(entry -> records.accept(entry.key, entry.value));
            return true;
        } catch (InvalidStateStoreException e) {
            throw closed(store, e);
        }
    }

    @Override
    public <V> Optional<V> get(StoreName<V> store, int partition, String key) {
        KeyQuery<String, V> query = KeyQuery.withKey(key);
        QueryResult<V> result = ask(
                        store,
                        StateQueryRequest.inStore(store.name()).withQuery(query).withPartitions(Set.of(partition)))
                .get(partition);
        return result == null || !result.isSuccess() ? Optional.empty() : Optional.ofNullable(result.getResult());
    }

    private <R> Map<Integer, QueryResult<R>> ask(StoreName<?> store, StateQueryRequest<R> request) {
        try {
            return streams.query(request).getPartitionResults();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw closed(store, e);
        }
    }

    private StoresUnavailable closed(StoreName<?> store, RuntimeException cause) {
        return new StoresUnavailable(
                "The store " + store.name() + " cannot be read while the pipeline is " + streams.state(), cause);
    }
}
