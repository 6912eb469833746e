package org.tocsin.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.event.EventView;
import org.tocsin.incident.Reports;
import org.tocsin.schema.Actor;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.StatementAct;
import org.tocsin.schema.Target;
import org.tocsin.schema.TargetKind;

/** Feeds ask records, lists ask rows of an index: both must say the same of the same item. */
class ConditionsMirrorTest {
    private static final Instant REPORTED = Instant.parse("2026-11-18T10:00:00Z");
    private static final List<String> SENTENCES =
            List.of("Drones hit a Mi-8 near Hlukhiv.", "President Erdoğan spoke.", "The hospital's roof fell in.");
    private static final List<String> WORDS = List.of("drone", "mi-8", "erdogan", "ERDOĞAN", "roof", "ran", "hlukhiv");
    private static final List<String> NAMES = List.of("russia", "RU", "UA", "hospital", "medical", "zel", "s");

    private final Rows rows = new Rows();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void recordsAndRowsMeetTheSameFilters(long seed) {
        Random random = new Random(seed);
        int met = 0;
        for (int i = 0; i < 2_000; i++) {
            Filter filter = filter(random);
            boolean byRecord;
            boolean byRow;
            if (random.nextBoolean()) {
                EventEnvelope event = event(random);
                byRecord = Conditions.of(filter).test(EventTraits.of(event));
                byRow = test(filter, rows.of("key", event));
            } else {
                Incident incident = incident(random);
                byRecord = Conditions.of(filter).test(new IncidentTraits(incident, one -> SENTENCES.subList(0, 1)));
                byRow = test(filter, rows.of("key", incident, SENTENCES.subList(0, 1)));
            }
            assertThat(byRecord).as("%s", filter).isEqualTo(byRow);
            met += byRecord ? 1 : 0;
        }
        assertThat(met).isBetween(200, 1_800);
    }

    private boolean test(Filter filter, Row row) {
        return RowFilter.ofList(filter, rows.vocabulary()).test(row);
    }

    private static Filter filter(Random random) {
        List<Object> conditions = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Object[] condition = condition(random);
            if (!conditions.contains(condition[0])) {
                conditions.addAll(List.of(condition));
            }
        }
        return Filters.of(conditions.toArray());
    }

    private static Object[] condition(Random random) {
        return switch (random.nextInt(17)) {
            case 0 -> new Object[] {"box", new Filter.Box(30 + random.nextInt(5), 50, 34, 52)};
            case 1 -> new Object[] {"box", new Filter.Box(170, 50, 30 + random.nextInt(5), 52)};
            case 2 -> new Object[] {"from", Reports.DAY.plusDays(random.nextInt(3) - 1)};
            case 3 -> new Object[] {"to", Reports.DAY.plusDays(random.nextInt(3) - 1)};
            case 4 -> new Object[] {"eventTypes", Set.of("strike", "statement")};
            case 5 -> new Object[] {"countries", Set.of(random.nextBoolean() ? "UA" : "ZZ", "SD")};
            case 6 -> new Object[] {"divisions", Set.of("UA/Sumy Oblast", "UA-59")};
            case 7 -> new Object[] {"actor", one(random, NAMES)};
            case 8 -> new Object[] {"target", one(random, NAMES)};
            case 9 -> new Object[] {"speaker", one(random, NAMES)};
            case 10 -> new Object[] {"methods", Set.of("DRONE")};
            case 11 -> new Object[] {"source", random.nextBoolean() ? "northline WIRE" : "Northline"};
            case 12 -> new Object[] {random.nextBoolean() ? "minKilled" : "minInjured", random.nextInt(12)};
            case 13 -> new Object[] {"minConfidence", random.nextInt(11) / 10.0};
            case 14 -> new Object[] {"statuses", Set.of("OCCURRED")};
            case 15 ->
                new Object[] {random.nextBoolean() ? "updatedSince" : "asOf", REPORTED.plusMillis(random.nextInt(3) - 1)
                };
            default -> new Object[] {"words", Set.of(one(random, WORDS))};
        };
    }

    private static EventEnvelope event(Random random) {
        Place place = place(random);
        SpecificRecord event = switch (random.nextInt(3)) {
            case 0 ->
                Reports.strike("s", place)
                        .setSource("Northline Wire")
                        .setAttacker(random.nextBoolean() ? actor(random) : null)
                        .setMethod(random.nextBoolean() ? Method.DRONE : null)
                        .setTarget(random.nextBoolean() ? new Target("a hospital", TargetKind.MEDICAL) : null)
                        .setEvidence(List.of(one(random, SENTENCES)))
                        .setStatus(random.nextBoolean() ? EventStatus.OCCURRED : EventStatus.CLAIMED)
                        .setConfidence(random.nextInt(11) / 10.0)
                        .build();
            case 1 ->
                Reports.toll("t", place, Reports.exactly(random.nextInt(12)), Reports.dozens())
                        .build();
            default ->
                Reports.statement("q", actor(random), StatementAct.ACCUSE, actor(random))
                        .setPlace(place)
                        .setQuote(one(random, SENTENCES))
                        .build();
        };
        EventView view = EventView.of(event);
        return EventEnvelope.newBuilder()
                .setEventId(view.id())
                .setEventType(view.type())
                .setArticleId(view.articleId())
                .setCountry("ZZ")
                .setReportedAt(REPORTED)
                .setSource(view.source())
                .setFingerprint(List.of())
                .setEvent(event)
                .build();
    }

    private static Incident incident(Random random) {
        boolean speaks = random.nextBoolean();
        return Incident.newBuilder()
                .setIncidentId("i")
                .setEventType(speaks ? "statement" : "strike")
                .setRevision(1)
                .setRevisionStatus(RevisionStatus.NEW)
                .setSources(random.nextBoolean() ? List.of("Harbour Post", "Northline Wire") : List.of())
                .setPlace(place(random))
                .setDate(random.nextBoolean() ? Reports.on(Reports.DAY) : null)
                .setAttacker(speaks ? null : actor(random))
                .setSpeaker(speaks ? actor(random) : null)
                .setTargets(speaks ? List.of(actor(random)) : List.of())
                .setKilled(random.nextBoolean() ? Reports.atLeast(random.nextInt(12)) : null)
                .setStatus(speaks ? null : EventStatus.OCCURRED)
                .setKnownAt(random.nextBoolean() ? REPORTED : null)
                .build();
    }

    private static @Nullable Place place(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Reports.HLUKHIV;
            case 1 -> Reports.EL_FASHER;
            case 2 -> Reports.UKRAINE;
            default -> null;
        };
    }

    private static Actor actor(Random random) {
        return random.nextBoolean()
                ? Reports.actor("Russia", "RU")
                : Reports.actor("Volodymyr Zelensky", random.nextBoolean() ? "UA" : null);
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
