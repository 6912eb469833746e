package org.tocsin.serve.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.PlainJson;
import org.tocsin.incident.StoreKey;
import org.tocsin.rollup.RollupWindow;
import org.tocsin.schema.Incident;
import org.tocsin.stream.PartitionAway;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StateLag;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoresUnavailable;

/**
 * Answers from the stores of this process. What is listed or summed is picked from rows in memory; only the items of a page are read
 * from the store. Thread-safe.
 */
final class LocalHoldings {
    /** Sorts behind every character that a store key holds. */
    private static final String LAST = "\u007f";

    /** How long a question waits for rows that are read from the store. */
    private static final Duration READING_LIMIT = Duration.ofMillis(900);

    private static final Paging.Sort ANY = Paging.Sort.REPORTED_AT;

    private final PartitionedStores stores;
    private final Indexes indexes;
    private final StateLag lag;
    private final String instance;

    /**
     * Answers from these stores.
     *
     * @param indexes rows that follow them
     * @param instance host and port by which this instance is known
     */
    LocalHoldings(PartitionedStores stores, Indexes indexes, StateLag lag, String instance) {
        this.stores = stores;
        this.indexes = indexes;
        this.lag = lag;
        this.instance = instance;
    }

    /**
     * How many incidents this instance holds that stand and were reported since a moment.
     *
     * @param since milliseconds since 1970-01-01T00:00Z
     */
    long incidentsSince(long since) {
        AtomicLong count = new AtomicLong();
        eachPart(
                indexes.incidents(),
                owned(StoreName.INCIDENTS),
                part -> part.table().forEach(row -> {
                    if (row.stands() && row.times().last() >= since) {
                        count.incrementAndGet();
                    }
                }));
        return count.get();
    }

    /** How many partitions a store has in all instances together. */
    int partitions(StoreName<?> store) {
        return stores.partitions(store);
    }

    /** The partitions of a store that this instance owns and can read now. */
    Set<Integer> owned(StoreName<?> store) {
        Set<Integer> owned = new TreeSet<>(stores.readable(store));
        Set<Integer> active = stores.owned(store);
        owned.removeIf(partition -> !active.contains(partition) && !indexes.owns(store, partition));
        return owned;
    }

    /** The partitions of a store that can be read here now: those that this instance owns, and its standbys that are filled. */
    private Set<Integer> readable(StoreName<?> store) {
        Set<Integer> readable = owned(store);
        stores.readable(store).stream()
                .filter(partition -> lag.isFilled(store, partition))
                .forEach(readable::add);
        return readable;
    }

    /**
     * Answers a question from some partitions. The reply names those that could be read.
     *
     * @param wanted the partitions to read, where they are here
     */
    Reply answer(Question question, Set<Integer> wanted) {
        if (wanted.isEmpty()) {
            return Reply.found(Set.of(), 0, 0, List.of());
        }
        Set<Integer> here = readable(question.store());
        here.retainAll(wanted);
        Reply reply = readWhatStays(question, here);
        return new Reply(
                instance,
                reply.partitions(),
                lag.millis(question.store(), reply.partitions()) + age(question.store(), reply.partitions()),
                reply.matched(),
                reply.found(),
                reply.rows(),
                reply.entries());
    }

    /** A partition that goes elsewhere while its records are read is left out of the whole answer, for others to tell of. */
    private Reply readWhatStays(Question question, Set<Integer> here) {
        Set<Integer> left = new TreeSet<>(here);
        while (true) {
            try {
                return read(question, left);
            } catch (PartitionAway gone) {
                if (!left.remove(gone.partition())) {
                    throw gone;
                }
            }
        }
    }

    private Reply read(Question question, Set<Integer> here) {
        if (question instanceof Question.Events events) {
            RowPage page = new RowPage(
                    RowFilter.ofList(events.filter(), indexes.vocabulary()),
                    events.ids(),
                    events.paging(),
                    Holdings.EVENTS);
            return page(
                    page, indexes.events(), here, (rows, part) -> part.table().forEach(rows.of(part.partition())));
        } else if (question instanceof Question.Incidents incidents) {
            return incidents(incidents, here);
        } else if (question instanceof Question.EventOf event) {
            return one(event.id(), indexes.events(), here);
        } else if (question instanceof Question.IncidentOf incident) {
            return one(incident.id(), indexes.incidents(), here);
        } else if (question instanceof Question.RevisionsOf revisions) {
            return revisions(revisions.id(), here);
        } else if (question instanceof Question.Totals totals) {
            return totals(totals, here);
        } else if (question instanceof Question.Entry entry) {
            return entry(entry.store(), entry.key(), here);
        }
        throw new IllegalStateException("No answer to " + question.getClass());
    }

    private Reply incidents(Question.Incidents question, Set<Integer> here) {
        RowPage page = new RowPage(
                RowFilter.ofList(question.filter(), indexes.vocabulary()),
                Set.of(),
                question.paging(),
                Holdings.INCIDENTS);
        return page(
                page,
                question.filter().asOf().isPresent() ? indexes.revisions() : indexes.incidents(),
                here,
                (rows, part) -> incidentRows(question.filter(), part.table(), rows.of(part.partition())));
    }

    private static void incidentRows(Filter filter, RowTable table, Consumer<Row> reader) {
        if (filter.asOf().isPresent()) {
            new PastRows(table, filter.asOf().get()).forEach(reader);
        } else {
            table.forEach(reader);
        }
    }

    /** Records that go while they are read are passed over and others taken in their place, so that no page ends too soon. */
    private <V extends SpecificRecord> Reply page(
            RowPage first, StoreIndex<V> index, Set<Integer> here, BiConsumer<RowPage, Part> reader) {
        Set<Integer> read = eachPart(index, here, part -> reader.accept(first, part));
        List<Reply.Found> found = new ArrayList<>();
        RowPage rows = first;
        while (!take(rows, index, found)) {
            RowPage following = rows.following();
            read.retainAll(eachPart(index, here, part -> reader.accept(following, part)));
            rows = following;
        }
        return Reply.found(read, 0, first.matched(), found);
    }

    /** Reads the records of rows until there are one more than the page holds. Returns whether nothing is left to read. */
    private <V extends SpecificRecord> boolean take(RowPage rows, StoreIndex<V> index, List<Reply.Found> found) {
        for (RowPage.Picked picked : rows.best()) {
            if (found.size() <= rows.limit()) {
                stores.get(index.store(), picked.partition(), picked.row().key())
                        .ifPresent(item -> found.add(new Reply.Found(picked.rank(), item)));
            }
        }
        return found.size() > rows.limit() || !rows.isFull();
    }

    private <V extends SpecificRecord> Reply one(String id, StoreIndex<V> index, Set<Integer> here) {
        List<Reply.Found> found = new ArrayList<>();
        Set<Integer> read = eachPart(
                index,
                here,
                part -> part.table().forEach(row -> {
                    if (row.id().equals(id)) {
                        stores.get(index.store(), part.partition(), row.key())
                                .ifPresent(item -> found.add(new Reply.Found(Rank.of(row, ANY), item)));
                    }
                }));
        return Reply.found(read, 0, found.size(), found);
    }

    private Reply revisions(String id, Set<Integer> here) {
        List<Reply.Found> found = new ArrayList<>();
        Set<Integer> read = new TreeSet<>();
        String below = StoreKey.below(id);
        for (int partition : here) {
            boolean wasRead = stores.range(
                    StoreName.REVISIONS,
                    partition,
                    Optional.of(below),
                    Optional.of(below + LAST),
                    (key, revision) -> found.add(new Reply.Found(new Rank(revision.getRevision(), id), revision)));
            if (wasRead) {
                read.add(partition);
            }
        }
        return Reply.found(read, 0, found.size(), found);
    }

    private Reply totals(Question.Totals question, Set<Integer> here) {
        if (question.store().equals(StoreName.ROLLUPS)) {
            CellTotals totals = new CellTotals(question.filter(), question.aggregation());
            RollupWindow.KeyRange keys = totals.keys();
            Set<Integer> read = new TreeSet<>(here);
            read.removeIf(partition -> !stores.range(
                    StoreName.ROLLUPS, partition, Optional.of(keys.from()), Optional.of(keys.to()), totals));
            return new Reply(instance, read, 0, 0, List.of(), totals.rows(), List.of());
        }
        RowTotals totals = new RowTotals(question.filter(), question.aggregation(), indexes.vocabulary());
        StoreIndex<Incident> index = question.filter().asOf().isPresent() ? indexes.revisions() : indexes.incidents();
        Set<Integer> read = eachPart(index, here, part -> incidentRows(question.filter(), part.table(), totals));
        return new Reply(instance, read, 0, 0, List.of(), totals.rows(), List.of());
    }

    private <V> Reply entry(StoreName<V> store, String key, Set<Integer> here) {
        List<StoreEntry> entries = new ArrayList<>();
        for (int partition : here) {
            stores.get(store, partition, key)
                    .ifPresent(value -> entries.add(new StoreEntry(json(value), partition, instance)));
        }
        return new Reply(instance, here, 0, entries.size(), List.of(), List.of(), entries);
    }

    private static JsonNode json(Object value) {
        return value instanceof SpecificRecord item ? PlainJson.of(item) : TextNode.valueOf(value.toString());
    }

    /**
     * The rows of a partition.
     *
     * @param partition its number
     * @param table its rows
     */
    private record Part(int partition, RowTable table) {}

    /** Partitions whose rows are not there in time are left out; their reading goes on for the next question. */
    private Set<Integer> eachPart(StoreIndex<?> index, Set<Integer> here, Consumer<Part> reader) {
        Map<Integer, CompletableFuture<Optional<RowTable>>> asked = new TreeMap<>();
        here.forEach(partition -> asked.put(partition, index.rows(partition, stores)));
        long end = System.nanoTime() + READING_LIMIT.toNanos();
        Set<Integer> read = new TreeSet<>();
        asked.forEach((partition, rows) -> {
            await(rows, end - System.nanoTime()).ifPresent(table -> {
                reader.accept(new Part(partition, table));
                read.add(partition);
            });
        });
        return read;
    }

    private static Optional<RowTable> await(CompletableFuture<Optional<RowTable>> rows, long nanos) {
        try {
            return rows.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoresUnavailable) {
                return Optional.empty();
            }
            throw new IllegalStateException("The rows of a store cannot be read", e.getCause());
        }
    }

    /** How old the rows are that a question was answered from. */
    private long age(StoreName<?> store, Set<Integer> read) {
        return read.stream()
                .mapToLong(partition -> indexes.ageMillis(store, partition))
                .max()
                .orElse(0);
    }
}
