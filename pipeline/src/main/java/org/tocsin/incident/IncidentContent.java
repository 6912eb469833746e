package org.tocsin.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.TrustedSchemas;
import org.tocsin.event.EventView;
import org.tocsin.schema.Actor;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.Statement;
import org.tocsin.schema.Target;

/** Puts together what the accounts of one event say: the most precise place and date, the best supported actor, the latest figures. */
final class IncidentContent {
    /** One account that tells the event as fact outweighs those that call it a claim; a denial stands only where all deny. */
    private static final List<EventStatus> STRONGEST_FIRST =
            List.of(EventStatus.OCCURRED, EventStatus.CLAIMED, EventStatus.DENIED, EventStatus.HISTORICAL);

    static {
        TrustedSchemas.trust();
    }

    private IncidentContent() {}

    /**
     * The incident that accounts tell of, as its first revision.
     *
     * @param id identifier for it
     * @param day day of the accounts, for when none gives a date
     * @param accounts in order of publication; at least one
     */
    static Incident of(String id, LocalDate day, List<Account> accounts) {
        Sources sources = Sources.of(accounts);
        Tally tally = new Tally();
        sources.independent().forEach(tally::take);
        Incident.Builder incident = Incident.newBuilder()
                .setIncidentId(id)
                .setEventType(eventType(accounts))
                .setRevision(1)
                .setRevisionStatus(RevisionStatus.NEW)
                .setEventIds(eventIds(accounts))
                .setArticleIds(
                        accounts.stream().map(Account::articleId).distinct().toList())
                .setPlace(place(accounts))
                .setDate(date(accounts, day))
                .setHistory(tally.steps())
                .setIndependentSources(sources.count())
                .setSources(sources.outlets())
                .setStatus(status(accounts))
                .setFirstReportedAt(accounts.get(0).reportedAt())
                .setLastReportedAt(lastReport(accounts));
        setWho(incident, sources.independent());
        setFigures(incident, tally);
        return incident.build();
    }

    private static void setWho(Incident.Builder incident, List<Account> accounts) {
        incident.setAttacker(bestSupported(accounts, Account::actor, Actor::getName))
                .setMethod(bestSupported(accounts, Account::method, Function.identity()))
                .setTarget(bestSupported(accounts, IncidentContent::target, target -> String.valueOf(target.getKind())))
                .setChange(TerritoryMatch.change(accounts.get(0)));
        if (accounts.get(0).first().getEvent() instanceof Statement) {
            Statement first = StatementMatch.statement(accounts.get(0));
            incident.setSpeaker(first.getSpeaker()).setAct(first.getAct()).setTargets(targets(accounts));
        }
    }

    private static void setFigures(Incident.Builder incident, Tally tally) {
        incident.setKilled(tally.standing(Figure.KILLED))
                .setInjured(tally.standing(Figure.INJURED))
                .setMissing(tally.standing(Figure.MISSING))
                .setCaptured(tally.standing(Figure.CAPTURED))
                .setDisplaced(tally.standing(Figure.DISPLACED))
                .setIntercepted(tally.standing(Figure.INTERCEPTED))
                .setLaunched(tally.standing(Figure.LAUNCHED));
    }

    private static String eventType(List<Account> accounts) {
        return accounts.stream().anyMatch(Account::hasStrike)
                ? "strike"
                : accounts.get(0).first().getEventType();
    }

    private static List<String> eventIds(List<Account> accounts) {
        return accounts.stream()
                .flatMap(account -> account.events().stream())
                .map(EventEnvelope::getEventId)
                .toList();
    }

    private static Instant lastReport(List<Account> accounts) {
        return accounts.get(accounts.size() - 1).reportedAt();
    }

    private static @Nullable Place place(List<Account> accounts) {
        return finest(accounts, EventView::place, place -> place.getPrecision().ordinal());
    }

    private static EventTime date(List<Account> accounts, LocalDate day) {
        EventTime date =
                finest(accounts, EventView::date, time -> time.getPrecision().ordinal());
        return date == null ? new EventTime(day, day, DatePrecision.DAY, null) : date;
    }

    /** The value of the finest precision (precisions are listed finest first), the earliest report's among equals. */
    private static <T> @Nullable T finest(
            List<Account> accounts, Function<EventView, @Nullable T> reading, Function<T, Integer> coarseness) {
        return values(accounts.stream().flatMap(Account::views), reading)
                .min(Comparator.comparing(coarseness))
                .orElse(null);
    }

    private static @Nullable EventStatus status(List<Account> accounts) {
        List<EventStatus> given = values(
                        accounts.stream().flatMap(Account::views),
                        view -> view.get("status") instanceof EventStatus status ? status : null)
                .toList();
        return STRONGEST_FIRST.stream().filter(given::contains).findFirst().orElse(null);
    }

    private static List<Actor> targets(List<Account> accounts) {
        Map<String, Actor> targets = new LinkedHashMap<>();
        accounts.forEach(account -> StatementMatch.statement(account)
                .getTargets()
                .forEach(target -> targets.putIfAbsent(PlaceMatch.fold(target.getName()), target)));
        return List.copyOf(targets.values());
    }

    private static @Nullable Target target(Account account) {
        return account.first(view -> view.get("target") instanceof Target target ? target : null);
    }

    /** The value that most accounts give, the earliest among equals. */
    private static <T> @Nullable T bestSupported(
            List<Account> accounts, Function<Account, @Nullable T> reading, Function<T, ?> key) {
        Map<Object, Integer> support = new LinkedHashMap<>();
        values(accounts.stream(), reading).forEach(value -> support.merge(key.apply(value), 1, Integer::sum));
        return values(accounts.stream(), reading)
                .min(Comparator.comparing(value -> -Objects.requireNonNull(support.get(key.apply(value)))))
                .orElse(null);
    }

    private static <A, T> Stream<T> values(Stream<A> from, Function<A, @Nullable T> reading) {
        return from.map(reading).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
