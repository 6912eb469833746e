package org.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;

/** What holds for every history of reports, tried on random ones with fixed seeds. */
class LedgerPropertiesTest {
    private static final int HISTORY = 60;

    static List<Long> seeds() {
        return LongStream.range(1_000, 1_024).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theIncidentsAreThoseOfTheReportsThatStandWhateverTheHistoryAndTheOrder(long seed) {
        RandomHistory history = new RandomHistory(seed, HISTORY);
        List<ArticleReport> shuffled = new ArrayList<>(history.surviving());
        Collections.shuffle(shuffled, new Random(seed));

        LedgerProbe lived = ledgerAfter(history.reports());
        LedgerProbe fresh = ledgerAfter(history.surviving());
        LedgerProbe reordered = ledgerAfter(shuffled);

        assertThat(contents(lived)).isNotEmpty().isEqualTo(contents(fresh)).isEqualTo(contents(reordered));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventThatHappenedIsInExactlyOneIncident(long seed) {
        RandomHistory history = new RandomHistory(seed, HISTORY);

        LedgerProbe ledger = ledgerAfter(history.reports());

        List<String> expected = history.surviving().stream()
                .flatMap(report -> report.getEvents().stream())
                .filter(LedgerPropertiesTest::happened)
                .map(EventEnvelope::getEventId)
                .sorted()
                .toList();
        assertThat(ledger.standing().stream()
                        .flatMap(incident -> incident.getEventIds().stream())
                        .sorted()
                        .toList())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void deletingEveryArticleRetractsEveryIncident(long seed) {
        RandomHistory history = new RandomHistory(seed, HISTORY);
        LedgerProbe ledger = ledgerAfter(history.reports());

        history.surviving()
                .forEach(report ->
                        ledger.apply(new ArticleReport(report.getArticleId(), report.getCountry(), List.of(), null)));

        assertThat(ledger.standing()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameHistoryGivesTheSameIdentifiersAndRevisions(long seed) {
        List<ArticleReport> reports = new RandomHistory(seed, HISTORY).reports();

        assertThat(ledgerAfter(reports).standing().toString())
                .isEqualTo(ledgerAfter(reports).standing().toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void identifiersAreUniqueAndMergedIncidentsPointToOneThatTookThem(long seed) {
        LedgerProbe ledger = new LedgerProbe();
        for (ArticleReport report : new RandomHistory(seed, HISTORY).reports()) {
            for (IncidentChange change : ledger.apply(report)) {
                if (change.after().getMergedInto() != null) {
                    Incident survivor = ledger.latest(change.after().getMergedInto());
                    assertThat(survivor.getRevisionStatus()).isEqualTo(RevisionStatus.MERGED);
                    assertThat(survivor.getMergedFrom())
                            .contains(change.after().getIncidentId())
                            .doesNotContain(survivor.getIncidentId());
                }
            }
            List<String> standing =
                    ledger.standing().stream().map(Incident::getIncidentId).toList();
            assertThat(standing).doesNotHaveDuplicates();
            assertThat(ledger.standing())
                    .allSatisfy(incident -> assertThat(incident.getMergedFrom()).doesNotContainAnyElementsOf(standing));
        }
    }

    @Test
    void theHistoriesHoldEveryKindOfChange() {
        Set<RevisionStatus> kinds = EnumSet.noneOf(RevisionStatus.class);
        for (long seed : seeds()) {
            LedgerProbe ledger = new LedgerProbe();
            new RandomHistory(seed, HISTORY)
                    .reports()
                    .forEach(report -> ledger.apply(report)
                            .forEach(change -> kinds.add(change.after().getRevisionStatus())));
        }

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        RevisionStatus.NEW,
                        RevisionStatus.UPDATED,
                        RevisionStatus.CORRECTED,
                        RevisionStatus.MERGED,
                        RevisionStatus.RETRACTED);
    }

    private static boolean happened(EventEnvelope event) {
        SpecificRecord told = (SpecificRecord) event.getEvent();
        return told.getSchema().getField("status") == null
                || told.get(told.getSchema().getField("status").pos()) != EventStatus.PLANNED;
    }

    private static LedgerProbe ledgerAfter(List<ArticleReport> reports) {
        LedgerProbe ledger = new LedgerProbe();
        reports.forEach(ledger::apply);
        return ledger;
    }

    /** What the incidents say, apart from the identifiers and revisions that they came to have. */
    private static TreeSet<String> contents(LedgerProbe ledger) {
        TreeSet<String> contents = new TreeSet<>();
        for (Incident incident : ledger.standing()) {
            contents.add(Incident.newBuilder(incident)
                    .setIncidentId("")
                    .setRevision(0)
                    .setRevisionStatus(RevisionStatus.UNKNOWN)
                    .setMergedFrom(List.of())
                    .setChanged(List.of())
                    .setReason(null)
                    .setKnownAt(null)
                    .build()
                    .toString());
        }
        return contents;
    }
}
