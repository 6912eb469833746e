package org.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.incident.Reports.HLUKHIV;
import static org.tocsin.incident.Reports.SHOSTKA;
import static org.tocsin.incident.Reports.SUMY_OBLAST;
import static org.tocsin.incident.Reports.article;
import static org.tocsin.incident.Reports.exactly;
import static org.tocsin.incident.Reports.saidBy;
import static org.tocsin.incident.Reports.strike;
import static org.tocsin.incident.Reports.toll;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.incident.Reports.Source;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Incident;
import org.tocsin.schema.IncidentStep;
import org.tocsin.schema.Method;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.RivalFigure;
import org.tocsin.schema.Stance;
import org.tocsin.schema.Strike;
import org.tocsin.schema.Target;
import org.tocsin.schema.TargetKind;

/** What becomes of reports that a coder read only in part: places on no map, tolls in pieces, figures of two sides. */
class ImperfectReportsTest {
    private static final Source WIRE = article("wire-1", "Northline Wire", "2026-11-18T06:00:00Z");
    private static final Source HERALD = article("herald-7", "Delta Herald", "2026-11-18T09:30:00Z");
    private static final Source POST = article("post-3", "Harbour Post", "2026-11-18T15:00:00Z");

    private final LedgerProbe ledger = new LedgerProbe();

    private static Place onNoMap(String name, String admin1, PlacePrecision precision) {
        return new Place(name, name, admin1, "UA", null, null, null, precision);
    }

    private static Strike drone(String id, Place place, String sentence) {
        return strike(id, place)
                .setMethod(Method.DRONE)
                .setEvidence(List.of(sentence))
                .build();
    }

    @Test
    void aSiteOnNoMapMeetsTheTownWhoseReportNamesItAndIsPinnedThere() {
        ledger.apply(WIRE.reports("UA", drone("a", HLUKHIV, "A drone hit the Vesna bakery in Hlukhiv.")));
        ledger.apply(HERALD.reports(
                "UA", drone("b", onNoMap("Vesna bakery", "Sumy Oblast", PlacePrecision.SITE), "A drone hit it.")));

        assertThat(ledger.single().getPlace()).isEqualTo(HLUKHIV);
        assertThat(ledger.single().getIndependentSources()).isEqualTo(2);
    }

    @Test
    void whoCountsOnTheSpotIsNoPartyWhicheverCountryTheCoderTookForTheirs() {
        Actor ministry = new Actor("Russian Health Ministry", "The Health Ministry", null, null, "RU", ActorKind.STATE);
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", HLUKHIV).setAttacker(Reports.actor("Russia", "RU")).build(),
                toll("t", HLUKHIV, exactly(3), exactly(9))
                        .setAttribution(saidBy("Hlukhiv hospital"))
                        .build()));
        ledger.apply(HERALD.reports(
                "UA",
                toll("u", HLUKHIV, exactly(5), exactly(8))
                        .setAttribution(List.of(new Attribution(ministry, "said", Stance.REPORTS)))
                        .build()));

        assertThat(ledger.single().getKilled().getBest()).isEqualTo(5);
        assertThat(ledger.single().getInjured().getBest()).isEqualTo(8);
    }

    @Test
    void aForeignMinistryOfTheAttackersCountryIsAParty() {
        Actor ministry =
                new Actor("Russian Foreign Ministry", "Russia's Foreign Ministry", null, null, "RU", ActorKind.STATE);
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", HLUKHIV).setAttacker(Reports.actor("Russia", "RU")).build(),
                toll("t", HLUKHIV, exactly(3), exactly(9))
                        .setAttribution(saidBy("Hlukhiv hospital"))
                        .build()));
        ledger.apply(HERALD.reports(
                "UA",
                toll("u", HLUKHIV, exactly(5), exactly(8))
                        .setAttribution(List.of(new Attribution(ministry, "said", Stance.REPORTS)))
                        .build()));

        assertThat(ledger.single().getKilled().getBest()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A boy died of his burns; five people remain in hospital.",
                "Nine people were treated at the Vesna clinic.",
                "Four people died, doctors at the district hospital said.",
                "The city hospital said that five people died."
            })
    void theHospitalOfTheHurtIsNoTarget(String sentence) {
        assertThat(WordTable.things(sentence)).doesNotContain("hospital");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A drone hit a hospital.", "Shells fell on the Vesna clinic.", "the district hospital"})
    void aHospitalThatIsHitIsATarget(String sentence) {
        assertThat(WordTable.things(sentence)).contains("hospital");
    }

    @Test
    void aReportOfTheDivisionThatNamesTheTownMeetsTheReportOfTheTown() {
        ledger.apply(WIRE.reports(
                "UA", drone("a", onNoMap("Studenok", "Sumy Oblast", PlacePrecision.TOWN), "A drone hit Studenok.")));
        ledger.apply(HERALD.reports(
                "UA",
                toll("b", SUMY_OBLAST, exactly(5), null)
                        .setEvidence(List.of("The toll of the strike on Studenok rose to five."))
                        .build()));

        assertThat(ledger.single().getKilled().getBest()).isEqualTo(5);
    }

    @Test
    void aReportOfTheDivisionThatNamesNoTownStaysAlone() {
        ledger.apply(WIRE.reports(
                "UA", drone("a", onNoMap("Studenok", "Sumy Oblast", PlacePrecision.TOWN), "A drone hit Studenok.")));
        ledger.apply(HERALD.reports(
                "UA",
                toll("b", SUMY_OBLAST, exactly(5), null)
                        .setEvidence(List.of("The toll of the strike rose to five."))
                        .build()));

        assertThat(ledger.standing()).hasSize(2);
    }

    @Test
    void aNightToldByItsEveningMeetsTheDayBehindIt() {
        ledger.apply(WIRE.reports("UA", struck("a", 17, "the night of Tuesday")));
        ledger.apply(HERALD.reports("UA", struck("b", 18, "Wednesday")));

        assertThat(ledger.standing()).hasSize(1);
    }

    @Test
    void aDayMeetsNotTheDayBehindIt() {
        ledger.apply(WIRE.reports("UA", struck("a", 17, "Tuesday")));
        ledger.apply(HERALD.reports("UA", struck("b", 18, "Wednesday")));

        assertThat(ledger.standing()).hasSize(2);
    }

    @Test
    void anArmedSideCallsTheTargetOtherThanWitnesses() {
        ledger.apply(WIRE.reports("UA", hit("a", "a school", saidBy("a resident"))));
        ledger.apply(HERALD.reports("UA", hit("b", "an arms depot", saidByArmy())));

        assertThat(ledger.standing()).hasSize(1);
    }

    @Test
    void twoTargetsToldByOneKindOfSpeakerAreTwoAttacks() {
        ledger.apply(WIRE.reports("UA", hit("a", "a school", saidBy("a resident"))));
        ledger.apply(HERALD.reports("UA", hit("b", "an arms depot", saidBy("the mayor"))));

        assertThat(ledger.standing()).hasSize(2);
    }

    @Test
    void theNightOfALaterDeathIsNoTimeOfTheAttack() {
        String told = "A boy hurt in the blast died on Thursday night.";
        ledger.apply(WIRE.reports("UA", struck("a", 18, "Wednesday morning")));
        ledger.apply(HERALD.reports(
                "UA",
                Strike.newBuilder(struck("b", 18, "Wednesday"))
                        .setEvidence(List.of(told))
                        .build()));

        assertThat(ledger.standing()).hasSize(1);
    }

    @Test
    void theEveningOfItsOwnDayIsTheTimeOfTheAttack() {
        String told = "A drone hit a depot on Wednesday evening.";
        ledger.apply(WIRE.reports("UA", struck("a", 18, "Wednesday morning")));
        ledger.apply(HERALD.reports(
                "UA",
                Strike.newBuilder(struck("b", 18, "Wednesday"))
                        .setEvidence(List.of(told))
                        .build()));

        assertThat(ledger.standing()).hasSize(2);
    }

    private static Strike hit(String id, String target, List<Attribution> said) {
        return strike(id, HLUKHIV)
                .setTarget(new Target(target, TargetKind.OTHER))
                .setAttribution(said)
                .build();
    }

    private static List<Attribution> saidByArmy() {
        Actor army = new Actor("Russian Armed Forces", "the army", null, null, "RU", ActorKind.MILITARY);
        return List.of(new Attribution(army, "said", Stance.CLAIMS));
    }

    private static Strike struck(String id, int day, String words) {
        LocalDate date = LocalDate.of(2026, 11, day);
        return strike(id, HLUKHIV)
                .setDate(new EventTime(date, date, DatePrecision.DAY, words))
                .build();
    }

    @Test
    void theDistrictRoundATownOnNoMapMeetsTheTown() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", onNoMap("Studenok district", "Sumy Oblast", PlacePrecision.AREA))
                        .build()));
        ledger.apply(HERALD.reports(
                "UA",
                strike("b", onNoMap("Studenok", "Sumy Oblast", PlacePrecision.TOWN))
                        .build()));

        assertThat(ledger.single().getIndependentSources()).isEqualTo(2);
    }

    @Test
    void aSiteWhoseNameOnlyBeginsLikeATownStaysApart() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", onNoMap("Studenok bridge", "Sumy Oblast", PlacePrecision.TOWN))
                        .build()));
        ledger.apply(HERALD.reports(
                "UA",
                strike("b", onNoMap("Studenok", "Sumy Oblast", PlacePrecision.TOWN))
                        .build()));

        assertThat(ledger.standing()).hasSize(2);
    }

    @Test
    void aTownOnNoMapIsAnotherTownWhereNobodyNamesIt() {
        ledger.apply(WIRE.reports("UA", drone("a", HLUKHIV, "A drone hit a bakery in Hlukhiv.")));
        ledger.apply(HERALD.reports(
                "UA", drone("b", onNoMap("Studenok", "Sumy Oblast", PlacePrecision.TOWN), "A drone hit it.")));

        assertThat(ledger.standing()).hasSize(2);
    }

    @Test
    void townsOnNoMapMeetByTheirSpellingsWithinOneDivisionAlone() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", onNoMap("Petropavlivka", "Kharkiv Oblast", PlacePrecision.TOWN))
                        .build()));
        ledger.apply(HERALD.reports(
                "UA",
                strike("b", onNoMap("Petropavlovka", "Kharkiv Oblast", PlacePrecision.TOWN))
                        .build()));
        ledger.apply(POST.reports(
                "UA",
                strike("c", onNoMap("Petropavlovka", "Luhansk Oblast", PlacePrecision.TOWN))
                        .build()));

        assertThat(ledger.standing()).hasSize(2);
        assertThat(ledger.of("a")).isEqualTo(ledger.of("b"));
    }

    @Test
    void theInjuredToldApartFromTheDeadOfAnArticleCompleteItsToll() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("s", HLUKHIV).setLinked(List.of("t")).build(),
                toll("t", HLUKHIV, exactly(4), null).setLinked(List.of("s")).build(),
                toll("u", null, null, exactly(9)).build()));

        assertThat(ledger.single().getKilled().getBest()).isEqualTo(4);
        assertThat(ledger.single().getInjured().getBest()).isEqualTo(9);
    }

    @Test
    void twoTollsOfAnArticleThatCountTheSameStayApart() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("s", HLUKHIV).setLinked(List.of("t")).build(),
                toll("t", HLUKHIV, exactly(4), null).setLinked(List.of("s")).build(),
                toll("u", null, exactly(26), exactly(9)).build()));

        assertThat(ledger.standing()).hasSize(2);
    }

    @Test
    void aRivalFigureOfAnArticleIsKeptBesideTheOneThatStands() {
        Actor rebels = new Actor("Seim Brigade", "Seim Brigade", null, null, null, ActorKind.ARMED_GROUP);
        ledger.apply(WIRE.reports(
                "UA",
                toll("t", HLUKHIV, exactly(13), exactly(35))
                        .setAttribution(saidBy("Hlukhiv hospital"))
                        .setRivals(List.of(new RivalFigure(
                                Outcome.KILLED, exactly(30), new Attribution(rebels, "said", Stance.CLAIMS))))
                        .build()));

        Incident incident = ledger.single();
        assertThat(incident.getKilled().getBest()).isEqualTo(13);
        assertThat(incident.getKilled().getHigh()).isEqualTo(30);
        assertThat(incident.getHistory()).extracting(IncidentStep::getKilled).containsExactly(13, 30);
        assertThat(incident.getHistory())
                .extracting(IncidentStep::getSaidBy)
                .containsExactly("Hlukhiv hospital", "Seim Brigade");
    }

    @Test
    void attacksThatOnlyATotalCountsAreNoIncident() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("s", SUMY_OBLAST)
                        .setDate(null)
                        .setEvidence(List.of("Shelling has killed 83 people in Sumy Oblast since June."))
                        .build(),
                toll("t", SUMY_OBLAST, exactly(83), null)
                        .setScope(CasualtyScope.CUMULATIVE)
                        .setEvidence(List.of("Shelling has killed 83 people in Sumy Oblast since June."))
                        .build()));

        assertThat(ledger.standing()).isEmpty();
    }

    @Test
    void anAttackOfADayToldWithATotalIsAnIncident() {
        String sentence = "Wednesday's strike on Shostka came in a month in which 83 people have died.";
        ledger.apply(WIRE.reports(
                "UA",
                strike("s", SHOSTKA).setEvidence(List.of(sentence)).build(),
                toll("t", SHOSTKA, exactly(83), null)
                        .setScope(CasualtyScope.CUMULATIVE)
                        .setEvidence(List.of(sentence))
                        .build()));

        assertThat(ledger.single().getPlace()).isEqualTo(SHOSTKA);
    }

    private void theHospitalCounts(int killed, int injured) {
        ledger.apply(WIRE.reports(
                "UA",
                toll("a", HLUKHIV, exactly(killed), exactly(injured))
                        .setAttribution(saidBy("Hlukhiv hospital"))
                        .build()));
    }

    @Test
    void aTollThatIsNewerInOneFigureIsSoInTheOther() {
        theHospitalCounts(18, 31);
        ledger.apply(HERALD.reports(
                "UA", toll("b", HLUKHIV, exactly(19), exactly(30)).build()));

        assertThat(ledger.single().getKilled().getBest()).isEqualTo(19);
        assertThat(ledger.single().getInjured().getBest()).isEqualTo(30);
    }

    @Test
    void aLowerFigureOfALesserSpeakerWithNothingNewChangesNothing() {
        theHospitalCounts(18, 31);
        ledger.apply(HERALD.reports(
                "UA", toll("b", HLUKHIV, exactly(18), exactly(30)).build()));

        assertThat(ledger.single().getInjured().getBest()).isEqualTo(31);
    }
}
