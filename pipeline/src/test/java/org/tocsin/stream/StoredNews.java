package org.tocsin.stream;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.tocsin.rollup.ArticleHistory;
import org.tocsin.rollup.HistoryCoder;
import org.tocsin.schema.Incident;

/** The stores that made-up articles fill, in one partition and without Kafka; each change is told to a listener. */
public final class StoredNews implements PartitionedStores, StateLag, AutoCloseable {
    /** The one partition. */
    public static final int PARTITION = 0;

    private final TestStream stream;

    public StoredNews(Path state, StoreListener listener) {
        StoreFeed feed = new StoreFeed();
        feed.add(listener);
        stream = new TestStream(state, Map.of(), HistoryCoder::coder, feed);
    }

    public void take(ArticleHistory.Step step) {
        if (step.article() == null) {
            stream.delete(step.id());
        } else {
            stream.publish(step.article());
        }
    }

    /** Every revision that was told in the topic of revisions since the last call. */
    public List<Incident> revisions() {
        return stream.revisions().stream().map(revision -> revision.value).toList();
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
        try (KeyValueIterator<String, V> found =
                stream.<V>store(store.name()).range(from.orElse(null), to.orElse(null))) {
            found.forEachRemaining(entry -> records.accept(entry.key, entry.value));
        }
        return true;
    }

    @Override
    public <V> Optional<V> get(StoreName<V> store, int partition, String key) {
        return Optional.ofNullable(stream.<V>store(store.name()).get(key));
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
        stream.close();
    }
}
