package org.tocsin.stream;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.IntakeResult;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.OfflineResolver;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.NewsFlow.Sent;

/**
 * What articles come to without Kafka, against what is committed there: every event is told exactly once each time it changes, and
 * the stored totals are those of the incidents that stand and of the articles that stand.
 */
public final class ExactlyOnce {
    private static final Duration RESTORING = Duration.ofMinutes(5);
    private static final int SHOWN = 10;

    private final Coder coder = EnglishNews.coder();
    private final ArticleIntake intake = new ArticleIntake();
    private final Map<String, Integer> told = new TreeMap<>();
    private final Set<String> ids = new TreeSet<>();
    private final Map<String, Coded> standing = new TreeMap<>();

    private ExactlyOnce() {}

    /** The truth about articles in the order in which they were sent. */
    public static ExactlyOnce of(List<Sent> articles) {
        ExactlyOnce truth = new ExactlyOnce();
        articles.forEach(truth::read);
        return truth;
    }

    /** Identifiers of all events that any version of an article tells. */
    public Set<String> eventIds() {
        return ids;
    }

    /** Identifiers of the events that stand in the end. */
    public Set<String> standingEventIds() {
        Set<String> ids = new TreeSet<>();
        standing.values().forEach(coded -> ids.addAll(byId(coded.events).keySet()));
        return ids;
    }

    /** The incidents that stand in the end. */
    public List<Incident> incidents() {
        OfflineResolver resolver = new OfflineResolver();
        standing.values()
                .forEach(coded ->
                        resolver.add(coded.article, Objects.requireNonNull(coded.article.publishedAt()), coded.events));
        return resolver.incidents();
    }

    /** How often each event is to be committed, by what it tells; see {@link #told(ConsumerRecord)}. */
    public Map<String, Integer> told() {
        return Map.copyOf(told);
    }

    /** What a committed event tells, as a key of {@link #told()}. */
    public static String told(ConsumerRecord<String, SpecificRecord> event) {
        return told(event.key(), event.value());
    }

    /** What {@code /v1/aggregates} says of all of it. */
    public Map<String, Long> sums() {
        RollupTotals all =
                incidents().stream().filter(Rollups::counts).map(Rollups::share).reduce(Rollups.zero(), Rollups::add);
        return Map.of("events", all.getEvents(), "killed", all.getKilledBest(), "injured", all.getInjuredBest());
    }

    /** Identifiers of the incidents that stand by what is published. */
    static Set<String> standingIncidentIds(KafkaProbe probe) {
        Set<String> ids = new TreeSet<>();
        standingIncidents(probe).forEach(incident -> ids.add(incident.getIncidentId()));
        return ids;
    }

    /**
     * Compares with what is committed.
     *
     * @param config of the pipeline, none of whose instances may run any more
     * @param empty where the state is restored to from Kafka
     * @return what was compared, for people
     * @throws AssertionError if an event is lost or doubled or a total is wrong; the message says which
     */
    public String compare(PipelineConfig config, KafkaProbe probe, Path empty) throws InterruptedException {
        same("times that each event was committed, by what it tells", told, counts(probe));
        Map<String, RollupTotals> stored = storedTotals(config, empty);
        same("totals, against the incidents that were published", totals(standingIncidents(probe)), stored);
        same("totals, against the articles", totals(incidents()), stored);
        return told.values().stream().mapToInt(Integer::intValue).sum() + " events exactly once, " + stored.size()
                + " totals exact";
    }

    private void read(Sent item) {
        Coded before = standing.remove(item.id());
        List<SpecificRecord> now = List.of();
        if (item.article() != null) {
            NewsArticle article = ((IntakeResult.Accepted) intake.check(item.article())).article();
            now = coder.code(article);
            standing.put(item.id(), new Coded(article, now));
        }
        ids.addAll(byId(now).keySet());
        changes(before == null ? List.of() : before.events, now).forEach(change -> told.merge(change, 1, Integer::sum));
    }

    private record Coded(NewsArticle article, List<SpecificRecord> events) {}

    /** What is told of the events of an article when a version takes the place of another. */
    private static List<String> changes(List<SpecificRecord> before, List<SpecificRecord> now) {
        Map<String, SpecificRecord> gone = byId(before);
        List<String> changes = new ArrayList<>();
        byId(now).forEach((id, event) -> {
            if (!event.equals(gone.remove(id))) {
                changes.add(told(id, event));
            }
        });
        gone.keySet().forEach(id -> changes.add(told(id, null)));
        return changes;
    }

    private static Map<String, SpecificRecord> byId(List<SpecificRecord> events) {
        Map<String, SpecificRecord> byId = new TreeMap<>();
        events.forEach(event -> byId.put(EventView.of(event).id(), event));
        return byId;
    }

    /** An event as it is told once each time it changes, with what changes most. */
    private static String told(String id, @Nullable SpecificRecord event) {
        return id + " " + (event instanceof Casualty toll ? toll.getKilled() : event == null ? "retracted" : "told");
    }

    private static Map<String, Integer> counts(KafkaProbe probe) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Topic<String, SpecificRecord> topic : probe.topics().events().values()) {
            for (ConsumerRecord<String, SpecificRecord> event : probe.committed(topic)) {
                counts.merge(told(event), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<Incident> standingIncidents(KafkaProbe probe) {
        Map<String, Incident> latest = new TreeMap<>();
        probe.committed(probe.topics().incidents()).forEach(item -> latest.put(item.key(), item.value()));
        List<Incident> standing = new ArrayList<>(latest.values());
        standing.removeIf(incident -> incident == null || incident.getMergedInto() != null);
        return standing;
    }

    private static Map<String, RollupTotals> storedTotals(PipelineConfig config, Path empty)
            throws InterruptedException {
        Map<String, RollupTotals> totals = new TreeMap<>();
        try (Pipeline pipeline = new Pipeline(config.with(Map.of("state.dir", empty.toString())))) {
            pipeline.start();
            if (!pipeline.awaitRunning(RESTORING)) {
                throw new AssertionError("The state is not restored after " + RESTORING.toSeconds() + " s");
            }
            if (!pipeline.partitions().all(StoreName.ROLLUPS, totals::put)) {
                throw new AssertionError("The restored totals cannot all be read");
            }
        }
        return totals;
    }

    private static Map<String, RollupTotals> totals(List<Incident> incidents) {
        Map<String, RollupTotals> totals = new TreeMap<>();
        for (Incident incident : incidents) {
            Rollups.change(new IncidentChange(null, incident))
                    .forEach((key, change) -> totals.merge(key.encode(), change, Rollups::add));
        }
        return totals;
    }

    private static <V> void same(String what, Map<String, V> expected, Map<String, V> found) {
        Set<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(found.keySet());
        List<String> wrong = keys.stream()
                .filter(key -> !Objects.equals(expected.get(key), found.get(key)))
                .map(key -> key + ": " + expected.get(key) + " expected, " + found.get(key) + " found")
                .toList();
        if (!wrong.isEmpty()) {
            throw new AssertionError(what + ": " + wrong.size() + " of " + keys.size() + " are wrong, such as\n"
                    + String.join("\n", wrong.subList(0, Math.min(SHOWN, wrong.size()))));
        }
    }
}
