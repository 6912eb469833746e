package org.tocsin.serve.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.StoreKey;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.ArticleAccounts;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StateLag;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoresUnavailable;

/** Stores in maps, one partition each, that the code of the pipeline answers from. Thread-safe. */
public final class HeldRecords implements PartitionedStores, StateLag {
    private static final int PARTITION = 0;
    private static final Set<Integer> HERE = Set.of(PARTITION);

    private final Map<StoreName<?>, NavigableMap<String, Object>> records = new HashMap<>();
    private final Map<String, Incident> standing = new HashMap<>();
    private final Indexes indexes = new Indexes(() -> this, Runnable::run, System::nanoTime);
    private volatile boolean complete = true;

    public HeldRecords() {
        for (StoreName<?> store : StoreName.ALL) {
            records.put(store, new ConcurrentSkipListMap<>());
            indexes.opened(store, PARTITION);
        }
    }

    /** What they answer. */
    public Holdings holdings() {
        LocalHoldings here = new LocalHoldings(this, indexes, this, "here:1");
        return new AskedHoldings(
                question -> new Asking.Told(List.of(here.answer(question, HERE)), new Coverage(complete, 1, 0)));
    }

    /** Holdings that nobody can answer from. */
    public static Holdings closed(String reason) {
        return new AskedHoldings(question -> {
            throw new StoresUnavailable(reason);
        });
    }

    /** From now on answers say that a part of the state is missing. */
    public void loseAPart() {
        complete = false;
    }

    public void add(EventEnvelope event) {
        put(StoreName.EVENTS, key(event), event);
    }

    public void delete(EventEnvelope event) {
        put(StoreName.EVENTS, key(event), null);
    }

    /** Adds a revision of an incident: the present one from now on. */
    public synchronized void add(Incident incident) {
        put(StoreName.INCIDENTS, key(incident), incident);
        put(
                StoreName.REVISIONS,
                StoreKey.of(incident.getIncidentId(), "%010d".formatted(incident.getRevision())),
                incident);
        Incident before = standing.put(incident.getIncidentId(), incident);
        Rollups.change(new IncidentChange(before, incident)).forEach((key, change) -> {
            RollupTotals total = (RollupTotals) of(StoreName.ROLLUPS).get(key.encode());
            put(StoreName.ROLLUPS, key.encode(), total == null ? change : Rollups.add(total, change));
        });
    }

    /** Notes that an event of an article reports an incident. */
    public void tell(String country, String article, String event, String incident) {
        ArticleReport report = ArticleReport.newBuilder()
                .setArticleId(article)
                .setCountry(country)
                .build();
        put(
                StoreName.ARTICLE_ACCOUNTS,
                StoreKey.of(country, article),
                new ArticleAccounts(report, Map.of(event, incident)));
    }

    /** Key in the store of incidents. */
    static String key(Incident incident) {
        String country = incident.getPlace() == null
                ? ""
                : String.valueOf(incident.getPlace().getCountry());
        return StoreKey.of(country, incident.getIncidentId());
    }

    private static String key(EventEnvelope event) {
        return event.getReportedAt() + "/" + event.getEventId();
    }

    private <V> void put(StoreName<V> store, String key, @Nullable V value) {
        if (value == null) {
            of(store).remove(key);
        } else {
            of(store).put(key, value);
        }
        indexes.changed(store, PARTITION, key, value);
    }

    private NavigableMap<String, Object> of(StoreName<?> store) {
        return Objects.requireNonNull(records.get(store));
    }

    @Override
    public int partitions(StoreName<?> store) {
        return 1;
    }

    @Override
    public Set<Integer> owned(StoreName<?> store) {
        return HERE;
    }

    @Override
    public Set<Integer> readable(StoreName<?> store) {
        return HERE;
    }

    @Override
    public <V> boolean range(
            StoreName<V> store,
            int partition,
            Optional<String> from,
            Optional<String> to,
            BiConsumer<String, V> reader) {
        of(store).forEach((key, value) -> {
            if (from.map(lowest -> lowest.compareTo(key) <= 0).orElse(true)
                    && to.map(highest -> key.compareTo(highest) <= 0).orElse(true)) {
                reader.accept(key, store.values().cast(value));
            }
        });
        return true;
    }

    @Override
    public <V> Optional<V> get(StoreName<V> store, int partition, String key) {
        return Optional.ofNullable(of(store).get(key)).map(store.values()::cast);
    }

    @Override
    public long millis(StoreName<?> store, Set<Integer> partitions) {
        return 0;
    }

    @Override
    public boolean isFilled(StoreName<?> store, int partition) {
        return true;
    }
}
