package org.tocsin.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.incident.RevisionLog;
import org.tocsin.rollup.ArticleHistory;
import org.tocsin.rollup.RollupClock;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.StoredNews;

/** What is answered through a history of articles with corrections, merges, retractions and deletions is what the stores hold. */
class HoldingsHistoryTest {
    private static final long SEED = Long.getLong("tocsin.histories.seed", 1L);
    private static final int ARTICLES = Integer.getInteger("tocsin.histories.holdings.articles", 150);
    private static final Set<Integer> ALL = Set.of(StoredNews.PARTITION);
    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final Paging NEWEST = new Paging(Paging.Sort.REPORTED_AT, Paging.Direction.DESCENDING, 10_000, null);

    @TempDir
    Path state;

    private final Indexes indexes = new Indexes(() -> this.news, Runnable::run, System::nanoTime);
    private StoredNews news;
    private LocalHoldings here;
    private Holdings holdings;

    @BeforeEach
    void open() {
        news = new StoredNews(state, indexes);
        here = new LocalHoldings(news, indexes, news, "here:1");
        holdings = new AskedHoldings(
                question -> new Asking.Told(List.of(here.answer(question, ALL)), new Coverage(true, 1, 0)));
    }

    @AfterEach
    void close() {
        news.close();
    }

    @Test
    void listsHoldWhatStandsThroughCorrectionsMergesAndDeletions() {
        replay(step -> {
            assertThat(ids(holdings.incidents(Filter.NONE, NEWEST)))
                    .isEqualTo(standing().keySet());
            assertThat(holdings.events(Filter.NONE, NEWEST).value().items().stream()
                            .map(EventEnvelope::toString))
                    .containsExactlyInAnyOrderElementsOf(storedEvents());
        });
    }

    @Test
    void totalsFromRollupsAreThoseFromIncidents() {
        List<Aggregation> aggregations = aggregations();
        Random random = new Random(SEED);
        replay(step -> {
            for (int i = 0; i < 12; i++) {
                Aggregation aggregation = aggregations.get(random.nextInt(aggregations.size()));
                Filter filter = days(random);

                assertThat(CellTotals.answers(filter, aggregation)).isTrue();
                assertThat(readable(cells(filter, aggregation)))
                        .as("step %d: %s of %s", step, aggregation, filter)
                        .isEqualTo(readable(rows(filter, aggregation)));
            }
        });
        assertThat(readable(rows(Filter.NONE, aggregations.get(0)))).isNotEmpty();
    }

    @Test
    void rowsMeetTheConditionsThatTheirRecordsMeet() {
        List<Filter> filters = filters();
        ReportSentences sentences = new ReportSentences(() -> news);
        Map<Filter, Integer> met = new HashMap<>();
        replay(step -> {
            for (Filter filter : filters) {
                Conditions conditions = Conditions.of(filter);
                Set<String> events = new TreeSet<>();
                Set<String> incidents = new TreeSet<>();
                read(StoreName.EVENTS, (key, event) -> {
                    if (conditions.test(EventTraits.of(event))) {
                        events.add(event.getEventId());
                    }
                });
                read(StoreName.INCIDENTS, (key, incident) -> {
                    List<String> said = sentences.of(StoredNews.PARTITION, key, incident);
                    if (stands(incident) && conditions.test(new IncidentTraits(incident, any -> said))) {
                        incidents.add(incident.getIncidentId());
                    }
                });

                assertThat(ids(holdings.incidents(filter, NEWEST)))
                        .as("step %d: incidents of %s", step, filter)
                        .isEqualTo(incidents);
                assertThat(holdings.events(filter, NEWEST).value().items().stream()
                                .map(EventEnvelope::getEventId))
                        .as("step %d: events of %s", step, filter)
                        .containsExactlyInAnyOrderElementsOf(events);
                met.merge(filter, incidents.size() + events.size(), Integer::sum);
            }
        });
        assertThat(met.keySet().stream().filter(filter -> met.getOrDefault(filter, 0) == 0))
                .as("filters that nothing meets test nothing")
                .isEmpty();
    }

    private static List<Filter> filters() {
        return List.of(
                Filters.of("box", new Filter.Box(33, 50, 35, 53)),
                Filters.of("box", new Filter.Box(170, -90, 35, 90)),
                Filters.of("from", LocalDate.of(2026, 9, 5), "to", LocalDate.of(2026, 9, 7)),
                Filters.of("eventTypes", Set.of("strike", "statement"), "minKilled", 2),
                Filters.of("countries", Set.of("UA", "RU")),
                Filters.of("divisions", Set.of("UA-59")),
                Filters.of("actor", "RU"),
                Filters.of("actor", "sybiha"),
                Filters.of("speaker", "peskov"),
                Filters.of("target", "RU"),
                Filters.of("methods", Set.of("DRONE")),
                Filters.of("source", "outlet 3"),
                Filters.of("minInjured", 0),
                Filters.of("minConfidence", 0.1),
                Filters.of("statuses", Set.of("CLAIMED", "DENIED")),
                Filters.of("updatedSince", Instant.parse("2026-09-05T00:00:00Z")),
                Filters.of("words", Set.of("hlukh")),
                Filters.of("words", Set.of("sum", "hlukh")));
    }

    @Test
    void thePastIsThatOfTheRevisions() {
        List<Incident> revisions = new ArrayList<>();
        Random random = new Random(SEED);
        replay(step -> revisions.addAll(news.revisions()));

        for (int i = 0; i < 30; i++) {
            Instant moment =
                    Instant.parse("2026-09-01T06:00:00Z").plus(Duration.ofMinutes(random.nextInt(60 * 24 * 14)));
            Filter past = asOf(moment);
            List<Incident> then = RevisionLog.asOf(revisions, moment);

            assertThat(texts(holdings.incidents(past, NEWEST).value().items()))
                    .as("as of %s", moment)
                    .containsExactlyInAnyOrderElementsOf(texts(then));
        }
        for (Incident last : standing().values()) {
            assertThat(texts(holdings.revisions(last.getIncidentId()).value()))
                    .as("revisions of %s", last.getIncidentId())
                    .isEqualTo(texts(revisions.stream()
                            .filter(revision -> revision.getIncidentId().equals(last.getIncidentId()))
                            .toList()));
            assertThat(holdings.incident(last.getIncidentId()).value().map(Incident::toString))
                    .contains(last.toString());
        }
    }

    @Test
    void pagesGiveEveryUnchangedItemOnceWhileOthersComeAndGo() {
        List<ArticleHistory.Step> steps = new ArticleHistory(SEED, ARTICLES).steps();
        int half = steps.size() / 2;
        steps.subList(0, half).forEach(news::take);
        for (Paging.Sort sort : Paging.Sort.values()) {
            for (Paging.Direction direction : Paging.Direction.values()) {
                Set<String> before = new HashSet<>(texts(List.copyOf(standing().values())));
                List<String> listed = new ArrayList<>();
                String cursor = null;
                do {
                    Slice<Incident> page = holdings.incidents(Filter.NONE, new Paging(sort, direction, 3, cursor))
                            .value();
                    listed.addAll(texts(page.items()));
                    cursor = page.next();
                    news.take(steps.get(half++ % steps.size()));
                } while (cursor != null);
                before.retainAll(texts(List.copyOf(standing().values())));
                listed.retainAll(before);

                assertThat(before).isNotEmpty();
                assertThat(listed).as("by %s %s", sort, direction).containsExactlyInAnyOrderElementsOf(before);
            }
        }
    }

    private interface Check {
        void after(int step);
    }

    private void replay(Check check) {
        List<ArticleHistory.Step> steps = new ArticleHistory(SEED, ARTICLES).steps();
        for (int step = 0; step < steps.size(); step++) {
            news.take(steps.get(step));
            if (step % 9 == 0 || step == steps.size() - 1) {
                check.after(step);
            }
        }
    }

    private static List<Aggregation> aggregations() {
        List<List<Aggregation.Group>> groups = List.of(
                List.of(),
                List.of(Aggregation.Group.EVENT_TYPE),
                List.of(Aggregation.Group.COUNTRY),
                List.of(Aggregation.Group.ACTOR, Aggregation.Group.EVENT_TYPE),
                List.of(Aggregation.Group.EVENT_TYPE, Aggregation.Group.COUNTRY),
                List.of(Aggregation.Group.SPEAKER_TARGET));
        return Stream.of(RollupClock.values())
                .flatMap(clock -> Stream.of(Aggregation.Bucket.values())
                        .filter(bucket -> bucket != Aggregation.Bucket.HOUR || clock == RollupClock.REPORTED)
                        .flatMap(bucket -> groups.stream().map(group -> new Aggregation(clock, bucket, group, 0))))
                .toList();
    }

    private static Filter days(Random random) {
        LocalDate from = FIRST.plusDays(random.nextInt(50));
        Set<String> types = random.nextBoolean() ? Set.of() : Set.of("strike", "statement");
        return Filter.NONE.on(Optional.of(from), Optional.of(from.plusDays(random.nextInt(40))), types);
    }

    private List<AggregateRow> cells(Filter filter, Aggregation aggregation) {
        CellTotals totals = new CellTotals(filter, aggregation);
        news.range(
                StoreName.ROLLUPS,
                StoredNews.PARTITION,
                Optional.of(totals.keys().from()),
                Optional.of(totals.keys().to()),
                totals);
        return totals.rows();
    }

    private List<AggregateRow> rows(Filter filter, Aggregation aggregation) {
        RowTotals totals = new RowTotals(filter, aggregation, indexes.vocabulary());
        indexes.incidents()
                .rows(StoredNews.PARTITION, news)
                .join()
                .orElseThrow()
                .forEach(totals);
        return totals.rows();
    }

    private static Map<String, RollupTotals> readable(List<AggregateRow> rows) {
        Map<String, RollupTotals> readable = new TreeMap<>();
        rows.forEach(row -> readable.put(row.bucket() + row.groups(), row.totals()));
        return readable;
    }

    private Map<String, Incident> standing() {
        Map<String, Incident> standing = new TreeMap<>();
        read(StoreName.INCIDENTS, (key, incident) -> {
            if (stands(incident)) {
                standing.put(incident.getIncidentId(), incident);
            }
        });
        return standing;
    }

    private static boolean stands(Incident incident) {
        return incident.getMergedInto() == null && incident.getRevisionStatus() != RevisionStatus.RETRACTED;
    }

    private List<String> storedEvents() {
        List<String> events = new ArrayList<>();
        read(StoreName.EVENTS, (key, event) -> events.add(event.toString()));
        return events;
    }

    private <V> void read(StoreName<V> store, BiConsumer<String, V> reader) {
        news.range(store, StoredNews.PARTITION, Optional.empty(), Optional.empty(), reader);
    }

    private static Set<String> ids(Answered<Slice<Incident>> answer) {
        Set<String> ids = new HashSet<>();
        answer.value().items().forEach(incident -> ids.add(incident.getIncidentId()));
        assertThat(answer.value().matched()).isEqualTo(ids.size());
        return ids;
    }

    /** Texts, since Avro cannot compare arrays whose items hold optional times. */
    private static List<String> texts(List<Incident> incidents) {
        return incidents.stream().map(Incident::toString).toList();
    }

    private static Filter asOf(Instant moment) {
        return Filters.of("asOf", moment);
    }
}
