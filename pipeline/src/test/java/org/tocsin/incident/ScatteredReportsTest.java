package org.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.incident.Reports.DAY;
import static org.tocsin.incident.Reports.article;
import static org.tocsin.incident.Reports.exactly;
import static org.tocsin.incident.Reports.on;
import static org.tocsin.incident.Reports.strike;
import static org.tocsin.incident.Reports.toll;
import static org.tocsin.incident.Reports.town;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.incident.Reports.Source;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** Reports of one event that would lie in different ledgers or lanes: no country, land in dispute, other spellings, totals. */
class ScatteredReportsTest {
    private static final Source WIRE = article("wire-1", "Northline Wire", "2026-11-18T06:00:00Z");
    private static final Source HERALD = article("herald-7", "Delta Herald", "2026-11-18T09:30:00Z");
    private static final Instant NOW = Instant.parse("2026-11-18T06:00:00Z");

    private final LedgerProbe ledger = new LedgerProbe();

    private static String keyOf(String text, @Nullable Place place) {
        NewsArticle news = new NewsArticle("n-1", "Four dead", text, NOW, null, "Northline Wire");
        return ArticleReports.of(
                        news,
                        NOW,
                        NOW,
                        List.of(toll("t", place, exactly(4), null).build()),
                        List.of())
                .get(0)
                .getCountry();
    }

    private static Place onNoMap(String name, @Nullable String country) {
        return new Place(name, name, null, country, null, null, null, PlacePrecision.TOWN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Four Sudanese farmers died when their lorry was hit, doctors in Khartoum said.|SD",
                "The bus was on its way to Druzhkivka when it was hit; the hurt were taken to Kramatorsk.|UA",
                "Four shepherds were shot in the hills, the Malian army said in Bamako.|ML"
            })
    void aReportWhosePlaceHasNoCountryIsKeptWhereItsArticleIs(String text, String country) {
        assertThat(keyOf(text, null)).isEqualTo(country);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Four men died when their lorry was hit, doctors said.",
                "Envoys of Kenya and Peru spoke of four dead."
            })
    void anArticleThatNamesNoCountryMoreThanOthersTellsNone(String text) {
        assertThat(keyOf(text, null)).isEqualTo("ZZ");
    }

    @Test
    void aPlaceThatTheCoderGaveACountryKeepsIt() {
        assertThat(keyOf("Envoys met in Khartoum, Sudan.", onNoMap("Wenge", "CD")))
                .isEqualTo("CD");
    }

    @ParameterizedTest
    @CsvSource({"PS,IL", "IL,IL", "PK,IN", "AZ,AM", "SS,SD"})
    void countriesThatDisputeLandShareALedger(String country, String key) {
        assertThat(keyOf("Four people died.", onNoMap("Wenge", country))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UA", "RU", "LB", "AF"})
    void otherCountriesHaveALedgerOfTheirOwn(String country) {
        assertThat(keyOf("Four people died.", onNoMap("Wenge", country))).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({
        "Kafr Tibnin,Kfar Tebnine",
        "Shwegyin,Shwe Gyin",
        "Bab al-Tabbaneh,Bab al Tebbaneh",
        "Mukjar,Mokjar",
        "Kumbo Local Government Area,Kumbo"
    })
    void placesOnNoMapMeetUnderOtherSpellings(String one, String other) {
        assertThat(PlaceMatch.of(onNoMap(one, "LB"), onNoMap(other, "LB"))).isEqualTo(PlaceMatch.SAME);
    }

    @ParameterizedTest
    @CsvSource({"Kafr Tibnin,Kafr Sir", "Mukjar,Mukhayyam", "Bana,Beni", "Tin Akof,Tin Hama"})
    void otherNamesOnNoMapAreOtherPlaces(String one, String other) {
        assertThat(PlaceMatch.of(onNoMap(one, "LB"), onNoMap(other, "LB"))).isEqualTo(PlaceMatch.APART);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aTownOnTheMapMeetsTheVillageThatItsReportNames(boolean villageFirst) {
        var village = WIRE.reports(
                "UA",
                strike("a", onNoMap("Ovsiyanka", "UA")).setMethod(Method.DRONE).build());
        var town = HERALD.reports(
                "UA",
                strike("b", Reports.HLUKHIV)
                        .setMethod(Method.DRONE)
                        .setEvidence(List.of("A drone hit a house in Ovsiyanka, north of Hlukhiv."))
                        .build());
        ledger.apply(villageFirst ? village : town);
        ledger.apply(villageFirst ? town : village);

        assertThat(ledger.single().getIndependentSources()).isEqualTo(2);
    }

    private static Casualty dead(String id, @Nullable Place place, int killed) {
        return toll(id, place, exactly(killed), null).build();
    }

    @Test
    void aTollThatAddsUpTwoOthersOfItsArticleIsNoIncident() {
        ledger.apply(WIRE.reports(
                "UA",
                dead("sum", Reports.SUMY_OBLAST, 9),
                dead("a", Reports.HLUKHIV, 6),
                dead("b", Reports.SHOSTKA, 3)));

        assertThat(ledger.standing())
                .extracting(incident -> incident.getKilled().getBest())
                .containsExactlyInAnyOrder(6, 3);
    }

    @Test
    void aTollOfAnotherTownIsNoSumThoughTheNumbersAddUp() {
        ledger.apply(WIRE.reports(
                "SD",
                dead("a", Reports.EL_FASHER, 9),
                dead("b", town("Nyala", "South Darfur", "SD", 12.05, 24.88), 6),
                dead("c", town("Zalingei", "Central Darfur", "SD", 12.91, 23.47), 3)));

        assertThat(ledger.standing()).hasSize(3);
    }

    @Test
    void aTollWhoseInjuredDoNotAddUpIsNoSum() {
        ledger.apply(WIRE.reports(
                "UA",
                toll("sum", Reports.SUMY_OBLAST, exactly(9), exactly(4)).build(),
                toll("a", Reports.HLUKHIV, exactly(6), exactly(20)).build(),
                toll("b", Reports.SHOSTKA, exactly(3), exactly(30)).build()));

        assertThat(ledger.standing()).hasSize(3);
    }

    /** Among many numbers some add up by chance. */
    @Test
    void inAListOfManyTollsNoneIsTakenForASum() {
        Casualty[] tolls = IntStream.rangeClosed(1, 25)
                .mapToObj(i -> dead("toll" + i, town("Town" + i, "Sumy Oblast", "UA", 50 + i, 30), i))
                .toArray(Casualty[]::new);

        ledger.apply(WIRE.reports("UA", tolls));

        assertThat(ledger.standing()).hasSize(25);
    }

    @Test
    void anAttackOfYearsBackWithoutATollOrADayIsBackground() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", Reports.SUMY_OBLAST)
                        .setStatus(EventStatus.HISTORICAL)
                        .setDate(on(DAY.minusYears(3)))
                        .build()));

        assertThat(ledger.standing()).isEmpty();
    }

    @Test
    void anAttackOfYearsBackOfAKnownDayAndTownIsResolved() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", Reports.HLUKHIV)
                        .setStatus(EventStatus.HISTORICAL)
                        .setDate(on(DAY.minusYears(3)))
                        .build()));

        assertThat(ledger.standing()).hasSize(1);
    }
}
