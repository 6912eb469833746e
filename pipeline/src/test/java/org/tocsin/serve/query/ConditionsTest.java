package org.tocsin.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.incident.Reports;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.StatementAct;
import org.tocsin.schema.Target;
import org.tocsin.schema.TargetKind;

class ConditionsTest {
    private static final Instant REPORTED = Instant.parse("2026-11-18T10:00:00Z");

    private static final SpecificRecord STRIKE = Reports.strike("s", Reports.HLUKHIV)
            .setArticleId("a1")
            .setSource("Northline Wire")
            .setEvidence(List.of("Russian drones hit an Erdoğan street hospital in Hlukhiv."))
            .setAttacker(Reports.actor("Russian Armed Forces", "RU"))
            .setTarget(new Target("a maternity hospital", TargetKind.MEDICAL))
            .setMethod(Method.DRONE)
            .setConfidence(0.8)
            .build();
    private static final SpecificRecord TOLL = Reports.toll("t", Reports.HLUKHIV, Reports.exactly(9), Reports.dozens())
            .build();
    private static final SpecificRecord STATEMENT = Reports.statement(
                    "q",
                    Reports.actor("Volodymyr Zelensky", "UA"),
                    StatementAct.ACCUSE,
                    Reports.actor("Russia", "RU"),
                    Reports.actor("Iran", "IR"))
            .setPlace(Reports.town("Paris", "Île-de-France", "FR", 48.85, 2.35))
            .build();

    static Stream<Arguments> met() {
        return Stream.of(
                Arguments.of(STRIKE, Filter.NONE),
                Arguments.of(STRIKE, Filters.of("eventTypes", Set.of("casualty", "strike"))),
                Arguments.of(STRIKE, Filters.of("countries", Set.of("UA"))),
                Arguments.of(STATEMENT, Filters.of("countries", Set.of("UA"))),
                Arguments.of(STRIKE, Filters.of("divisions", Set.of("UA-59", "UA-63"))),
                Arguments.of(STRIKE, Filters.of("box", new Filter.Box(33, 51, 34, 52))),
                Arguments.of(STRIKE, Filters.of("box", new Filter.Box(33.917, 51.678, 33.917, 51.678))),
                Arguments.of(STRIKE, Filters.of("box", new Filter.Box(30, 51, -170, 52))),
                Arguments.of(STRIKE, Filters.of("from", Reports.DAY, "to", Reports.DAY)),
                Arguments.of(STRIKE, Filters.of("actor", "armed forces")),
                Arguments.of(STRIKE, Filters.of("actor", "RU")),
                Arguments.of(STATEMENT, Filters.of("actor", "zelensky")),
                Arguments.of(STATEMENT, Filters.of("speaker", "UA")),
                Arguments.of(STATEMENT, Filters.of("target", "IR")),
                Arguments.of(STATEMENT, Filters.of("target", "russ")),
                Arguments.of(STRIKE, Filters.of("target", "Hospital")),
                Arguments.of(STRIKE, Filters.of("target", "medical")),
                Arguments.of(STRIKE, Filters.of("methods", Set.of("DRONE", "MISSILE"))),
                Arguments.of(STRIKE, Filters.of("source", "northline wire")),
                Arguments.of(TOLL, Filters.of("minKilled", 9)),
                Arguments.of(TOLL, Filters.of("minInjured", 24)),
                Arguments.of(STRIKE, Filters.of("minConfidence", 0.8)),
                Arguments.of(STRIKE, Filters.of("statuses", Set.of("OCCURRED"))),
                Arguments.of(STRIKE, Filters.of("updatedSince", REPORTED, "asOf", REPORTED)),
                Arguments.of(STRIKE, Filters.of("words", Set.of("drone", "hlukhiv"))),
                Arguments.of(STRIKE, Filters.of("words", Set.of("erdogan"))),
                Arguments.of(STATEMENT, Filters.of("words", Set.of("zelensky", "iran"))),
                Arguments.of(STRIKE, Filters.of("articleId", "a1")));
    }

    @ParameterizedTest
    @MethodSource("met")
    void anEventMeetsWhatItTells(SpecificRecord event, Filter filter) {
        assertThat(Conditions.of(filter).test(EventTraits.of(event, REPORTED))).isTrue();
    }

    static Stream<Arguments> missed() {
        return Stream.of(
                Arguments.of(STRIKE, Filters.of("eventTypes", Set.of("casualty"))),
                Arguments.of(STATEMENT, Filters.of("countries", Set.of("FR"))),
                Arguments.of(STRIKE, Filters.of("divisions", Set.of("UA/Kharkiv"))),
                Arguments.of(STATEMENT, Filters.of("divisions", Set.of("UA-59"))),
                Arguments.of(STRIKE, Filters.of("box", new Filter.Box(34, 51, 35, 52))),
                Arguments.of(STRIKE, Filters.of("box", new Filter.Box(170, 51, -170, 52))),
                Arguments.of(STRIKE, Filters.of("from", Reports.DAY.plusDays(1))),
                Arguments.of(STRIKE, Filters.of("to", Reports.DAY.minusDays(1))),
                Arguments.of(STRIKE, Filters.of("actor", "UA")),
                Arguments.of(STATEMENT, Filters.of("actor", "ze", "speaker", "RU")),
                Arguments.of(STRIKE, Filters.of("speaker", "russia")),
                Arguments.of(STRIKE, Filters.of("target", "RU")),
                Arguments.of(STRIKE, Filters.of("methods", Set.of("MISSILE"))),
                Arguments.of(STRIKE, Filters.of("source", "Northline")),
                Arguments.of(TOLL, Filters.of("minKilled", 10)),
                Arguments.of(STRIKE, Filters.of("minKilled", 0)),
                Arguments.of(TOLL, Filters.of("minInjured", 25)),
                Arguments.of(STRIKE, Filters.of("minConfidence", 0.81)),
                Arguments.of(STATEMENT, Filters.of("statuses", Set.of("OCCURRED"))),
                Arguments.of(STRIKE, Filters.of("updatedSince", REPORTED.plusMillis(1))),
                Arguments.of(STRIKE, Filters.of("asOf", REPORTED.minusMillis(1))),
                Arguments.of(STATEMENT, Filters.of("words", Set.of("ran"))),
                Arguments.of(STRIKE, Filters.of("words", Set.of("drone", "school"))),
                Arguments.of(STRIKE, Filters.of("articleId", "a2")));
    }

    @ParameterizedTest
    @MethodSource("missed")
    void anEventMissesWhatItDoesNotTell(SpecificRecord event, Filter filter) {
        assertThat(Conditions.of(filter).test(EventTraits.of(event, REPORTED))).isFalse();
    }

    @Test
    void whatHasNoPlaceOrDateMeetsNoConditionOnThemButThatOfNoCountry() {
        Traits bare = EventTraits.of(Reports.strike("s", null).setDate(null).build(), REPORTED);

        assertThat(Conditions.of(Filters.of("box", new Filter.Box(-180, -90, 180, 90)))
                        .test(bare))
                .isFalse();
        assertThat(Conditions.of(Filters.of("from", LocalDate.MIN)).test(bare)).isFalse();
        assertThat(Conditions.of(Filters.of("to", LocalDate.MAX)).test(bare)).isFalse();
        assertThat(Conditions.of(Filters.of("countries", Set.of("ZZ"))).test(bare))
                .isTrue();
    }

    @Test
    void aPlaceWithoutCoordinatesLiesInNoBox() {
        Place nowhere = new Place("Somewhere", null, null, "UA", null, null, null, PlacePrecision.TOWN);

        assertThat(Conditions.of(Filters.of("box", new Filter.Box(-180, -90, 180, 90)))
                        .test(EventTraits.of(Reports.strike("s", nowhere).build(), REPORTED)))
                .isFalse();
    }

    @Test
    void anIncidentIsHeldToTheSameConditions() {
        Incident incident = Incident.newBuilder()
                .setIncidentId("i")
                .setEventType("strike")
                .setRevision(2)
                .setRevisionStatus(RevisionStatus.UPDATED)
                .setArticleIds(List.of("a1", "a2"))
                .setSources(List.of("Northline Wire", "Harbour Post"))
                .setPlace(Reports.HLUKHIV)
                .setDate(Reports.on(Reports.DAY))
                .setAttacker(Reports.actor("Russia", "RU"))
                .setKilled(Reports.atLeast(3))
                .setKnownAt(REPORTED)
                .build();
        Traits traits = new IncidentTraits(incident, i -> List.of("Three died in a market."));

        assertThat(Stream.of(
                        Filters.of("eventTypes", Set.of("strike"), "countries", Set.of("UA")),
                        Filters.of("divisions", Set.of("UA-59"), "box", new Filter.Box(33, 51, 34, 52)),
                        Filters.of("actor", "russia", "source", "harbour post", "minKilled", 3),
                        Filters.of("articleId", "a2", "words", Set.of("market", "hlukhiv")),
                        Filters.of("asOf", REPORTED, "updatedSince", REPORTED)))
                .allMatch(filter -> Conditions.of(filter).test(traits));
        assertThat(Stream.of(
                        Filters.of("minKilled", 4),
                        Filters.of("minInjured", 0),
                        Filters.of("source", "Harbour"),
                        Filters.of("words", Set.of("school")),
                        Filters.of("methods", Set.of("DRONE"))))
                .noneMatch(filter -> Conditions.of(filter).test(traits));
    }
}
