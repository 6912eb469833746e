package org.tocsin.incident;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.EventView;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Strike;

/** Which events may be incidents: not threats, plans, conditionals, totals over several events, and the attacks that only a total counts. */
final class Happened {
    private static final Set<EventStatus> NOT_HAPPENED =
            EnumSet.of(EventStatus.THREATENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL);

    private Happened() {}

    /** The accounts that a report holds. */
    static List<Account> accounts(ArticleReport report) {
        Set<String> ofTotals = sentencesOfTotals(report);
        return Account.ofArticle(report.getEvents().stream()
                .filter(Happened::isIncident)
                .filter(event -> !isOnlyInTotal((SpecificRecord) event.getEvent(), ofTotals))
                .toList());
    }

    private static boolean isIncident(EventEnvelope envelope) {
        SpecificRecord event = (SpecificRecord) envelope.getEvent();
        return !isTotal(event)
                && !(EventView.of(event).get("status") instanceof EventStatus status && NOT_HAPPENED.contains(status));
    }

    private static boolean isTotal(SpecificRecord event) {
        return event instanceof Casualty toll && toll.getScope() == CasualtyScope.CUMULATIVE;
    }

    private static Set<String> sentencesOfTotals(ArticleReport report) {
        return report.getEvents().stream()
                .map(envelope -> (SpecificRecord) envelope.getEvent())
                .filter(Happened::isTotal)
                .flatMap(total -> EventView.of(total).evidence().stream().limit(1))
                .collect(Collectors.toSet());
    }

    /** "Shelling has killed 83 people since June": attacks without a day or toll of their own, told with a total. */
    private static boolean isOnlyInTotal(SpecificRecord event, Set<String> ofTotals) {
        EventView view = EventView.of(event);
        EventTime date = view.date();
        boolean dated =
                date != null && date.getText() != null && date.getStart().equals(date.getEnd());
        return event instanceof Strike
                && view.linked().isEmpty()
                && !dated
                && view.evidence().stream().limit(1).anyMatch(ofTotals::contains);
    }
}
