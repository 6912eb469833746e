package org.tocsin.incident;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventView;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.Strike;

/** Which events may be incidents: not threats, plans, conditionals, totals over several events, and the attacks that only a total counts. */
final class Happened {
    private static final Set<EventStatus> NOT_HAPPENED =
            EnumSet.of(EventStatus.THREATENED, EventStatus.PLANNED, EventStatus.HYPOTHETICAL);

    private Happened() {}

    /** The accounts that a report holds. */
    static List<Account> accounts(ArticleReport report) {
        Set<String> sums = Sums.of(report.getEvents());
        Set<String> ofTotals = sentencesOfTotals(report);
        List<EventEnvelope> incidents = report.getEvents().stream()
                .filter(Happened::isIncident)
                .filter(event -> !isOnlyInTotal((SpecificRecord) event.getEvent(), ofTotals))
                .filter(event -> !isBackground((SpecificRecord) event.getEvent()))
                .toList();
        return Account.ofArticle(incidents).stream()
                .map(account -> withoutSums(account, sums))
                .filter(Objects::nonNull)
                .toList();
    }

    /** An account without the tolls that only sum up others of its article; null where it told of nothing else in one place. */
    private static @Nullable Account withoutSums(Account account, Set<String> sums) {
        List<EventEnvelope> left = account.events().stream()
                .filter(event -> !sums.contains(event.getEventId()))
                .toList();
        if (left.size() == account.events().size()) {
            return account;
        }
        boolean tolls = left.stream().anyMatch(event -> event.getEvent() instanceof Casualty);
        Place place = account.place();
        boolean wide = place == null || PlaceMatch.isCoarse(place);
        return left.isEmpty() || wide && !tolls ? null : new Account(left);
    }

    /** An attack of years back that is told without a toll and no finer than by month or region: it explains, it reports nothing. */
    private static boolean isBackground(SpecificRecord event) {
        EventView view = EventView.of(event);
        EventTime date = view.date();
        boolean vague = date == null
                || !date.getStart().equals(date.getEnd())
                || view.place() == null
                || PlaceMatch.isCoarse(view.place());
        return event instanceof Strike
                && view.get("status") == EventStatus.HISTORICAL
                && view.linked().isEmpty()
                && vague;
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
