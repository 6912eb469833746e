package org.tocsin.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Incident;

/** A ledger in memory that follows its changes the way a reader of the incidents topic does, and checks that they form a chain. */
public final class LedgerProbe implements IncidentLedger {
    private final IncidentLedger ledger = new ReportLedger(LedgerStores.inMemory(), ReportLedger.CLOSE_AFTER);
    private final Map<String, Incident> latest = new TreeMap<>();

    @Override
    public List<IncidentChange> apply(ArticleReport report) {
        List<IncidentChange> changes = ledger.apply(report);
        for (IncidentChange change : changes) {
            Incident before = latest.put(change.after().getIncidentId(), change.after());
            assertThat(String.valueOf(change.before())).isEqualTo(String.valueOf(before));
            assertThat(change.after().getRevision()).isEqualTo(before == null ? 1 : before.getRevision() + 1);
        }
        return changes;
    }

    /** The incidents that stand, in the order of their identifiers. */
    public List<Incident> standing() {
        return latest.values().stream().filter(RevisionLog::stands).toList();
    }

    /** The one incident that stands. */
    public Incident single() {
        assertThat(standing()).hasSize(1);
        return standing().get(0);
    }

    /** The standing incident that an event belongs to. */
    public Incident of(String eventId) {
        return standing().stream()
                .filter(incident -> incident.getEventIds().contains(eventId))
                .findFirst()
                .orElseThrow();
    }

    /** The latest revision of an incident. */
    public Incident latest(String incidentId) {
        return Objects.requireNonNull(latest.get(incidentId));
    }
}
