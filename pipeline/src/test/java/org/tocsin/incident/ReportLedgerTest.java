package org.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tocsin.incident.Reports.BEREZA;
import static org.tocsin.incident.Reports.DAY;
import static org.tocsin.incident.Reports.EL_FASHER;
import static org.tocsin.incident.Reports.HLUKHIV;
import static org.tocsin.incident.Reports.SHOSTKA;
import static org.tocsin.incident.Reports.SUMY_OBLAST;
import static org.tocsin.incident.Reports.UKRAINE;
import static org.tocsin.incident.Reports.actor;
import static org.tocsin.incident.Reports.article;
import static org.tocsin.incident.Reports.atLeast;
import static org.tocsin.incident.Reports.capture;
import static org.tocsin.incident.Reports.dozens;
import static org.tocsin.incident.Reports.exactly;
import static org.tocsin.incident.Reports.interception;
import static org.tocsin.incident.Reports.on;
import static org.tocsin.incident.Reports.saidBy;
import static org.tocsin.incident.Reports.statement;
import static org.tocsin.incident.Reports.strike;
import static org.tocsin.incident.Reports.toll;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.incident.Reports.Source;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Incident;
import org.tocsin.schema.IncidentStep;
import org.tocsin.schema.Method;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.StatementAct;

class ReportLedgerTest {
    private static final Source WIRE = article("wire-1", "Northline Wire", "2026-11-18T06:00:00Z");
    private static final Source HERALD = article("herald-7", "Delta Herald", "2026-11-18T09:30:00Z");
    private static final Source POST = article("post-3", "Harbour Post", "2026-11-18T15:00:00Z");
    private static final Source GAZETTE = article("gazette-2", "Upland Gazette", "2026-11-19T08:00:00Z");

    private final LedgerProbe ledger = new LedgerProbe();

    @Test
    void aStrikeAndItsTollAreOneIncident() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("s", HLUKHIV)
                        .setMethod(Method.DRONE)
                        .setLinked(List.of("t"))
                        .build(),
                toll("t", null, exactly(7), exactly(11)).setLinked(List.of("s")).build()));

        Incident incident = ledger.single();
        assertThat(incident.getEventType()).isEqualTo("strike");
        assertThat(incident.getMethod()).isEqualTo(Method.DRONE);
        assertThat(incident.getKilled().getBest()).isEqualTo(7);
        assertThat(incident.getPlace().getName()).isEqualTo("Hlukhiv");
        assertThat(incident.getRevisionStatus()).isEqualTo(RevisionStatus.NEW);
    }

    @Test
    void theLatestFigureStandsAndTheHistoryKeepsEachStepWithWhoGaveIt() {
        ledger.apply(WIRE.reports(
                "UA",
                toll("a", HLUKHIV, exactly(2), null)
                        .setAttribution(saidBy("Sumy Regional Administration"))
                        .build()));
        ledger.apply(HERALD.reports(
                "UA",
                toll("b", HLUKHIV, exactly(2), exactly(9))
                        .setAttribution(saidBy("Volodymyr Artiukh"))
                        .build()));
        ledger.apply(
                POST.reports("UA", toll("c", BEREZA, atLeast(5), exactly(12)).build()));

        Incident incident = ledger.single();
        assertThat(incident.getKilled()).isEqualTo(atLeast(5));
        assertThat(incident.getInjured()).isEqualTo(exactly(12));
        assertThat(incident.getHistory())
                .extracting(
                        IncidentStep::getKilled,
                        IncidentStep::getInjured,
                        IncidentStep::getSaidBy,
                        IncidentStep::getStatus)
                .containsExactly(
                        tuple(2, null, "Sumy Regional Administration", RevisionStatus.NEW),
                        tuple(2, 9, "Volodymyr Artiukh", RevisionStatus.UPDATED),
                        tuple(5, 12, null, RevisionStatus.CORRECTED));
        assertThat(incident.getIndependentSources()).isEqualTo(3);
        assertThat(incident.getRevision()).isEqualTo(3);
        assertThat(incident.getRevisionStatus()).isEqualTo(RevisionStatus.CORRECTED);
    }

    @Test
    void aCorrectionDownIsFollowed() {
        ledger.apply(WIRE.reports("SD", toll("a", EL_FASHER, exactly(17), null).build()));
        ledger.apply(
                HERALD.reports("SD", toll("b", EL_FASHER, exactly(14), null).build()));

        assertThat(ledger.single().getKilled().getBest()).isEqualTo(14);
    }

    @Test
    void aReportThatArrivesLateDoesNotUndoALaterFigure() {
        ledger.apply(HERALD.reports("UA", toll("b", HLUKHIV, exactly(9), null).build()));

        ledger.apply(WIRE.reports("UA", toll("a", HLUKHIV, exactly(7), null).build()));

        Incident incident = ledger.single();
        assertThat(incident.getKilled().getBest()).isEqualTo(9);
        assertThat(incident.getArticleIds()).containsExactly("wire-1", "herald-7");
        assertThat(incident.getFirstReportedAt()).isEqualTo(WIRE.published());
    }

    @Test
    void wordsDoNotReplaceANumber() {
        ledger.apply(WIRE.reports("UA", toll("a", HLUKHIV, exactly(9), dozens()).build()));
        ledger.apply(HERALD.reports("UA", toll("b", HLUKHIV, dozens(), dozens()).build()));

        assertThat(ledger.single().getKilled()).isEqualTo(exactly(9));
        assertThat(ledger.single().getInjured()).isEqualTo(dozens());
    }

    @Test
    void aNearCopyIsNoSourceAndNoStep() {
        ledger.apply(
                WIRE.reports("UA", toll("a", HLUKHIV, exactly(7), exactly(11)).build()));

        ledger.apply(HERALD.copying(WIRE)
                .reports("UA", toll("b", HLUKHIV, exactly(7), exactly(11)).build()));

        Incident incident = ledger.single();
        assertThat(incident.getIndependentSources()).isEqualTo(1);
        assertThat(incident.getSources()).containsExactly("Northline Wire", "Delta Herald");
        assertThat(incident.getHistory()).hasSize(1);
    }

    @Test
    void aNearCopyWithANewFigureIsAnUpdate() {
        ledger.apply(WIRE.reports("UA", toll("a", HLUKHIV, exactly(7), null).build()));

        ledger.apply(HERALD.copying(WIRE)
                .reports("UA", toll("b", HLUKHIV, exactly(9), null).build()));

        assertThat(ledger.single().getKilled().getBest()).isEqualTo(9);
    }

    @Test
    void strikesOnTwoTownsOnTwoDaysByTwoMethodsOrTwoAttackersStayApart() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", HLUKHIV)
                        .setMethod(Method.DRONE)
                        .setAttacker(actor("Russia", "RU"))
                        .build()));
        ledger.apply(HERALD.reports(
                "UA", strike("b", SHOSTKA).setMethod(Method.DRONE).build()));
        ledger.apply(POST.reports(
                "UA", strike("c", HLUKHIV).setMethod(Method.ARTILLERY).build()));
        ledger.apply(GAZETTE.reports(
                "UA", strike("d", HLUKHIV).setDate(on(DAY.minusDays(1))).build()));
        ledger.apply(article("other", "Coast Daily", "2026-11-18T20:00:00Z")
                .reports(
                        "UA",
                        strike("e", HLUKHIV)
                                .setMethod(Method.DRONE)
                                .setAttacker(actor("Ukraine", "UA"))
                                .build()));

        assertThat(ledger.standing()).hasSize(5);
    }

    @Test
    void twoStrikesOfOneArticleStayApartOnOneTown() {
        ledger.apply(WIRE.reports(
                "UA", strike("a", HLUKHIV).build(), strike("b", HLUKHIV).build()));

        assertThat(ledger.standing()).hasSize(2);
    }

    @Test
    void tollsThatAreFarFromEachOtherAreTwoIncidents() {
        ledger.apply(WIRE.reports("SD", toll("a", EL_FASHER, exactly(1), null).build()));
        ledger.apply(
                HERALD.reports("SD", toll("b", EL_FASHER, exactly(60), null).build()));

        assertThat(ledger.standing()).hasSize(2);
    }

    @Test
    void aCoarsePlaceNeedsAnAgreeingFigure() {
        ledger.apply(
                WIRE.reports("UA", toll("a", HLUKHIV, exactly(7), exactly(11)).build()));
        ledger.apply(
                HERALD.reports("UA", toll("b", SUMY_OBLAST, exactly(7), null).build()));
        ledger.apply(POST.reports("UA", toll("c", UKRAINE, exactly(8), null).build()));

        assertThat(ledger.standing()).hasSize(2);
        assertThat(ledger.of("a").getEventIds()).containsExactly("a", "b");
        assertThat(ledger.of("a").getPlace().getPrecision()).isEqualTo(PlacePrecision.TOWN);
    }

    @Test
    void whatDidNotHappenAndTotalsAreNoIncidents() {
        ledger.apply(WIRE.reports(
                "UA",
                strike("a", HLUKHIV).setStatus(EventStatus.THREATENED).build(),
                strike("b", HLUKHIV).setStatus(EventStatus.PLANNED).build(),
                strike("c", HLUKHIV).setStatus(EventStatus.HYPOTHETICAL).build(),
                toll("d", UKRAINE, exactly(12_000), null)
                        .setScope(CasualtyScope.CUMULATIVE)
                        .build()));

        assertThat(ledger.standing()).isEmpty();
    }

    @Test
    void aFactOutweighsAClaimAndAClaimADenial() {
        ledger.apply(WIRE.reports(
                "UA", strike("a", HLUKHIV).setStatus(EventStatus.DENIED).build()));
        assertThat(ledger.single().getStatus()).isEqualTo(EventStatus.DENIED);

        ledger.apply(HERALD.reports(
                "UA", strike("b", HLUKHIV).setStatus(EventStatus.CLAIMED).build()));
        assertThat(ledger.single().getStatus()).isEqualTo(EventStatus.CLAIMED);

        ledger.apply(POST.reports(
                "UA", strike("c", HLUKHIV).setStatus(EventStatus.OCCURRED).build()));
        assertThat(ledger.single().getStatus()).isEqualTo(EventStatus.OCCURRED);
    }

    @Test
    void interceptionsOfOneNumberMeetAndOthersDoNot() {
        ledger.apply(WIRE.reports(
                "UA",
                interception("a", UKRAINE, exactly(51)).setLaunched(exactly(80)).build()));
        ledger.apply(
                HERALD.reports("UA", interception("b", UKRAINE, exactly(51)).build()));
        ledger.apply(POST.reports("UA", interception("c", UKRAINE, exactly(12)).build()));

        assertThat(ledger.standing()).hasSize(2);
        assertThat(ledger.of("a").getIntercepted().getBest()).isEqualTo(51);
        assertThat(ledger.of("a").getLaunched().getBest()).isEqualTo(80);
    }

    @Test
    void statementsMeetBySpeakerActAndDay() {
        ledger.apply(WIRE.reports(
                "RU",
                statement("a", actor("Dmitry Peskov", "RU"), StatementAct.ACCUSE, actor("United States", "US"))
                        .build()));
        ledger.apply(HERALD.reports(
                "RU",
                statement("b", actor("Dmitry Peskov", "RU"), StatementAct.ACCUSE, actor("Ukraine", "UA"))
                        .build()));
        ledger.apply(POST.reports(
                "RU",
                statement("c", actor("Dmitry Peskov", "RU"), StatementAct.REJECT)
                        .build()));

        assertThat(ledger.standing()).hasSize(2);
        assertThat(ledger.of("a").getTargets()).extracting("name").containsExactly("United States", "Ukraine");
        assertThat(ledger.of("a").getStatus()).isNull();
    }

    @Test
    void changesOfControlMeetByPlace() {
        ledger.apply(WIRE.reports(
                "UA", capture("a", HLUKHIV).setActor(actor("Russia", "RU")).build()));
        ledger.apply(HERALD.reports("UA", capture("b", HLUKHIV).build()));
        ledger.apply(POST.reports("UA", capture("c", SHOSTKA).build()));

        assertThat(ledger.standing()).hasSize(2);
        assertThat(ledger.of("b").getAttacker().getName()).isEqualTo("Russia");
    }

    @Test
    void aReportThatShowsTwoIncidentsToBeOneMergesTheYoungerIntoTheOlder() {
        ledger.apply(HERALD.reports("UA", toll("b", null, exactly(4), null).build()));
        ledger.apply(POST.reports("UA", strike("c", HLUKHIV).build()));
        String older = ledger.of("b").getIncidentId();
        String younger = ledger.of("c").getIncidentId();

        List<IncidentChange> changes = ledger.apply(
                WIRE.reports("UA", toll("a", HLUKHIV, exactly(4), null).build()));

        assertThat(changes).extracting(change -> change.after().getIncidentId()).containsExactly(older, younger);
        assertThat(changes)
                .extracting(change -> change.after().getRevisionStatus())
                .containsOnly(RevisionStatus.MERGED);
        assertThat(ledger.single().getMergedFrom()).containsExactly(younger);
        assertThat(ledger.latest(younger).getMergedInto()).isEqualTo(older);
        assertThat(ledger.latest(younger).getEventIds()).isEmpty();
    }

    @Test
    void anIncidentStandsForItselfAgainWhenTheReportThatMergedItIsDeleted() {
        ledger.apply(HERALD.reports("UA", toll("b", null, exactly(4), null).build()));
        ledger.apply(POST.reports("UA", strike("c", HLUKHIV).build()));
        String older = ledger.of("b").getIncidentId();
        String younger = ledger.of("c").getIncidentId();
        ledger.apply(WIRE.reports("UA", toll("a", HLUKHIV, exactly(4), null).build()));

        ledger.apply(WIRE.reports("UA"));

        assertThat(ledger.of("b").getIncidentId()).isEqualTo(older);
        assertThat(ledger.of("b").getMergedFrom()).isEmpty();
        assertThat(ledger.of("c").getIncidentId()).isEqualTo(younger);
        assertThat(ledger.of("c").getMergedInto()).isNull();
        assertThat(ledger.of("c").getRevision()).isEqualTo(3);
    }

    @Test
    void anIncidentThatNobodyReportsAnyMoreIsRetractedAndIsNewWhenReportedAgain() {
        ArticleReport report =
                WIRE.reports("UA", toll("a", HLUKHIV, exactly(4), null).build());
        ledger.apply(report);
        String id = ledger.single().getIncidentId();

        ledger.apply(WIRE.reports("UA"));

        assertThat(ledger.latest(id).getRevisionStatus()).isEqualTo(RevisionStatus.RETRACTED);
        assertThat(ledger.latest(id).getKilled()).isNull();
        assertThat(ledger.standing()).isEmpty();

        ledger.apply(report);

        assertThat(ledger.single().getIncidentId()).isEqualTo(id);
        assertThat(ledger.single().getRevision()).isEqualTo(3);
        assertThat(ledger.single().getRevisionStatus()).isEqualTo(RevisionStatus.NEW);
    }

    @Test
    void anArticleWhoseTextIsChangedKeepsItsIncident() {
        ledger.apply(WIRE.reports("UA", toll("a", HLUKHIV, exactly(4), null).build()));
        String id = ledger.single().getIncidentId();

        ledger.apply(WIRE.reports("UA", toll("a2", HLUKHIV, exactly(6), null).build()));

        assertThat(ledger.single().getIncidentId()).isEqualTo(id);
        assertThat(ledger.single().getRevisionStatus()).isEqualTo(RevisionStatus.CORRECTED);
    }

    @Test
    void theSameReportTwiceChangesNothing() {
        ArticleReport report =
                WIRE.reports("UA", toll("a", HLUKHIV, exactly(4), null).build());
        ledger.apply(report);

        assertThat(ledger.apply(report)).isEmpty();
        assertThat(ledger.apply(GAZETTE.reports("UA"))).isEmpty();
    }

    @Test
    void hostileArticleIdentifiersDoNotReachOtherArticles() {
        Source plain = article("a", "One", "2026-11-18T06:00:00Z");
        Source hostile = article("a/2026-11-18/../%\uD800\n", "Two", "2026-11-18T07:00:00Z");
        ledger.apply(plain.reports("UA", strike("e/x", HLUKHIV).build()));
        ledger.apply(hostile.reports("UA", strike("e", SHOSTKA).build()));

        ledger.apply(hostile.reports("UA"));

        assertThat(ledger.single().getArticleIds()).containsExactly("a");
    }
}
