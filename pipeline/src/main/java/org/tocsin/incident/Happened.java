package org.tocsin.incident;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.EventView;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;

/** Which events may be incidents: not threats, plans, conditionals and totals over several events. */
final class Happened {
    private static final Set<EventStatus> NOT_HAPPENED =
            EnumSet.of(EventStatus.THREATENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL);

    private Happened() {}

    /** The accounts that a report holds. */
    static List<Account> accounts(ArticleReport report) {
        return Account.ofArticle(
                report.getEvents().stream().filter(Happened::isIncident).toList());
    }

    private static boolean isIncident(EventEnvelope envelope) {
        SpecificRecord event = (SpecificRecord) envelope.getEvent();
        boolean total = event instanceof Casualty toll && toll.getScope() == CasualtyScope.CUMULATIVE;
        return !total
                && !(EventView.of(event).get("status") instanceof EventStatus status && NOT_HAPPENED.contains(status));
    }
}
