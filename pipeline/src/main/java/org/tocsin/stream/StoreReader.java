package org.tocsin.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.query.StateQueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.RollupTotals;

/**
 * Reads the stores of this instance. Every answer says whether it is complete; {@link StoresUnavailable} is thrown while the stores
 * cannot be read. Thread-safe.
 */
public final class StoreReader {
    private static final Comparator<Incident> LATEST_FIRST = Comparator.comparing((Incident incident) ->
                    incident.getLastReportedAt() == null ? Instant.MIN : incident.getLastReportedAt())
            .reversed()
            .thenComparing(Incident::getIncidentId);

    private final KafkaStreams streams;
    private final Partitions partitions;

    /**
     * How many partitions the stores have in all instances together.
     *
     * @param articles of the stores by article
     * @param incidents of the stores behind the repartition topics
     */
    record Partitions(int articles, int incidents) {}

    StoreReader(KafkaStreams streams, Partitions partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    /**
     * One event with its place in the order of all events.
     *
     * @param key sorts by time of report; the next page begins below it
     * @param event the event
     */
    public record StoredEvent(String key, EventEnvelope event) {}

    /**
     * The events reported in a span of time, newest first.
     *
     * @param from first moment
     * @param to moment behind the last
     * @param below key of the last event of the page before; null for the first page
     * @param wanted which events are wanted
     * @param limit most events to answer
     */
    public Answer<StoredEvent> events(
            Instant from, Instant to, @Nullable String below, Predicate<EventEnvelope> wanted, int limit) {
        String end = below == null || below.compareTo(Stores.eventsFrom(to)) > 0 ? Stores.eventsFrom(to) : below;
        RangeQuery<String, EventEnvelope> query = RangeQuery.<String, EventEnvelope>withRange(
                        Stores.eventsFrom(from), end)
                .withDescendingKeys();
        return ask(Stores.EVENTS, query, partitions.articles(), (parts, complete) -> {
            List<StoredEvent> found = new ArrayList<>();
            boolean more = false;
            Newest merged = new Newest(parts);
            for (KeyValue<String, EventEnvelope> next = merged.next(); next != null && !more; next = merged.next()) {
                // the end of a range is part of it for Kafka, but not for us
                if (next.key.compareTo(end) < 0 && wanted.test(next.value)) {
                    more = found.size() == limit;
                    if (!more) {
                        found.add(new StoredEvent(next.key, next.value));
                    }
                }
            }
            return new Answer<>(found, more, complete);
        });
    }

    /**
     * The incidents that stand, those reported latest first.
     *
     * @param wanted which incidents are wanted
     * @param limit most incidents to answer
     */
    public Answer<Incident> incidents(Predicate<Incident> wanted, int limit) {
        return ask(
                Stores.INCIDENTS,
                RangeQuery.<String, Incident>withNoBounds(),
                partitions.incidents(),
                (parts, complete) -> {
                    List<Incident> found = new ArrayList<>();
                    for (KeyValueIterator<String, Incident> part : parts) {
                        part.forEachRemaining(entry -> {
                            if (stands(entry.value) && wanted.test(entry.value)) {
                                found.add(entry.value);
                            }
                        });
                    }
                    found.sort(LATEST_FIRST);
                    boolean more = found.size() > limit;
                    return new Answer<>(more ? found.subList(0, limit) : found, more, complete);
                });
    }

    /** The incident of an identifier, if it stands. */
    public Optional<Incident> incident(String id) {
        return incidents(incident -> incident.getIncidentId().equals(id), 1).items().stream()
                .findFirst();
    }

    /**
     * Reads the totals of all cells in a range of keys, partition by partition.
     *
     * @param cells takes each cell; it is asked once for each, in no particular order
     * @return whether this instance holds all partitions, so that these are all cells
     */
    public boolean rollups(RollupWindow.KeyRange range, BiConsumer<RollupKey, RollupTotals> cells) {
        RangeQuery<String, RollupTotals> query = RangeQuery.withRange(range.from(), range.to());
        return ask(Stores.ROLLUPS, query, partitions.incidents(), (parts, complete) -> {
            for (KeyValueIterator<String, RollupTotals> part : parts) {
                part.forEachRemaining(cell -> cells.accept(RollupKey.parse(cell.key), cell.value));
            }
            return complete;
        });
    }

    /** The last cell in a range of keys; only the end of each partition is looked at. */
    public Optional<RollupKey> lastRollup(RollupWindow.KeyRange range) {
        RangeQuery<String, RollupTotals> query = RangeQuery.<String, RollupTotals>withRange(range.from(), range.to())
                .withDescendingKeys();
        return ask(
                Stores.ROLLUPS,
                query,
                partitions.incidents(),
                (parts, complete) -> parts.stream()
                        .filter(KeyValueIterator::hasNext)
                        .map(KeyValueIterator::peekNextKey)
                        .max(Comparator.naturalOrder())
                        .map(RollupKey::parse));
    }

    private static boolean stands(Incident incident) {
        return incident.getRevisionStatus() != RevisionStatus.RETRACTED && incident.getMergedInto() == null;
    }

    private <V, R> R ask(String store, RangeQuery<String, V> query, int expected, Reading<V, R> reading) {
        StateQueryResult<KeyValueIterator<String, V>> result;
        try {
            result = streams.query(
                    StateQueryRequest.inStore(store).withQuery(query).requireActive());
        } catch (InvalidStateStoreException e) {
            throw new StoresUnavailable(
                    "The store " + store + " cannot be read while the pipeline is " + streams.state(), e);
        }
        List<KeyValueIterator<String, V>> parts = new ArrayList<>();
        try {
            for (QueryResult<KeyValueIterator<String, V>> part :
                    result.getPartitionResults().values()) {
                if (part.isSuccess()) {
                    parts.add(part.getResult());
                }
            }
            if (parts.isEmpty()) {
                throw new StoresUnavailable(
                        "This instance holds no part of the store " + store + " now (it is " + streams.state() + ")");
            }
            return reading.read(parts, parts.size() == expected);
        } finally {
            parts.forEach(KeyValueIterator::close);
        }
    }

    private interface Reading<V, R> {
        R read(List<KeyValueIterator<String, V>> parts, boolean complete);
    }

    /** Merges partitions, each of which comes with descending keys. */
    private static final class Newest {
        private final PriorityQueue<KeyValueIterator<String, EventEnvelope>> heads = new PriorityQueue<>(
                Comparator.comparing((KeyValueIterator<String, EventEnvelope> part) -> part.peekNextKey())
                        .reversed());

        Newest(List<KeyValueIterator<String, EventEnvelope>> parts) {
            parts.stream().filter(KeyValueIterator::hasNext).forEach(heads::add);
        }

        @Nullable
        KeyValue<String, EventEnvelope> next() {
            KeyValueIterator<String, EventEnvelope> part = heads.poll();
            if (part == null) {
                return null;
            }
            KeyValue<String, EventEnvelope> newest = part.next();
            if (part.hasNext()) {
                heads.add(part);
            }
            return newest;
        }
    }
}
