package org.tocsin.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.Statement;

/** Puts together what the accounts of one event say: the most precise place and date, the best supported actor, the latest figures. */
final class IncidentContent {
    /** One account that tells the event as fact outweighs those that call it a claim; a denial stands only where all deny. */
    private static final List<EventStatus> STRONGEST_FIRST =
            List.of(EventStatus.OCCURRED, EventStatus.CLAIMED, EventStatus.DENIED, EventStatus.HISTORICAL);

    /** How many uncorrected reports one correction outweighs. Own choice. */
    private static final int CORRECTION_WEIGHT = 3;

    static {
        TrustedSchemas.trust();
    }

    private IncidentContent() {}

    /**
     * The incident that accounts tell of, as its first revision.
     *
     * @param id identifier for it
     * @param accounts in order of publication; at least one
     * @param matcher tells why they belong together
     */
    static Incident of(String id, List<Account> accounts, Matcher matcher) {
        Sources sources = Sources.of(accounts);
        Place place = place(accounts);
        Actor attacker = bestSupported(sources.independent(), Account::actor, Actor::getName);
        Tally tally = new Tally(new Parties(attacker, place));
        sources.telling().forEach(tally::take);
        Incident.Builder incident = Incident.newBuilder()
                .setIncidentId(id)
                .setEventType(eventType(accounts))
                .setRevision(1)
                .setRevisionStatus(RevisionStatus.NEW)
                .setEventIds(eventIds(accounts))
                .setArticleIds(
                        accounts.stream().map(Account::articleId).distinct().toList())
                .setPlace(place)
                .setDate(date(accounts))
                .setFigures(tally.figures())
                .setHistory(tally.steps())
                .setMatches(Matches.of(accounts, matcher))
                .setIndependentSources(sources.count())
                .setSources(sources.outlets())
                .setStatus(status(accounts))
                .setFirstReportedAt(accounts.get(0).reportedAt())
                .setLastReportedAt(lastReport(accounts))
                .setAttacker(attacker)
                .setConfidence(confidence(accounts));
        setWho(incident, sources.independent());
        setFigures(incident, tally);
        return incident.build();
    }

    private static void setWho(Incident.Builder incident, List<Account> accounts) {
        incident.setMethod(method(accounts))
                .setTarget(bestSupported(accounts, Account::target, target -> String.valueOf(target.getKind())))
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

    /** The highest of the reports' events. */
    private static @Nullable Double confidence(List<Account> accounts) {
        return values(accounts.stream().flatMap(Account::views), view -> (Double) view.get("confidence"))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Instant lastReport(List<Account> accounts) {
        return accounts.get(accounts.size() - 1).reportedAt();
    }

    /** The method that most accounts give; one that says how outweighs those that only say that something exploded. */
    private static @Nullable Method method(List<Account> accounts) {
        Method specific = bestSupported(
                accounts,
                account -> account.method() != null && MethodKin.isSpecific(account.method()) ? account.method() : null,
                Function.identity());
        return specific != null ? specific : bestSupported(accounts, Account::method, Function.identity());
    }

    /** The best supported place of the finest precision; one on the map where not more accounts give one that is on none. */
    private static @Nullable Place place(List<Account> accounts) {
        List<Place> places = values(accounts.stream(), Account::place).toList();
        List<Place> fine =
                places.stream().filter(place -> !PlaceMatch.isCoarse(place)).toList();
        List<Place> pinned = fine.stream().filter(PlaceMatch::isPinned).toList();
        List<Place> adrift =
                fine.stream().filter(place -> !PlaceMatch.isPinned(place)).toList();
        if (fine.isEmpty()) {
            return finest(places);
        }
        return finest(pinned.size() >= adrift.size() ? pinned : adrift);
    }

    private static @Nullable Place finest(List<Place> places) {
        Map<String, Long> support =
                places.stream().collect(Collectors.groupingBy(IncidentContent::named, Collectors.counting()));
        return places.stream()
                .min(Comparator.comparing((Place place) -> place.getPrecision().ordinal())
                        .thenComparing(place -> -Objects.requireNonNull(support.get(named(place)))))
                .orElse(null);
    }

    private static String named(Place place) {
        return place.getPrecision() + PlaceMatch.fold(place.getName());
    }

    /** The best supported day; a correction outweighs what it corrects. Else the shortest span of days, else the first report's. */
    private static EventTime date(List<Account> accounts) {
        List<EventTime> dates = new ArrayList<>();
        for (Account account : accounts) {
            EventTime told = account.first(EventView::date);
            if (told != null) {
                boolean firm = account.window().firm();
                dates.addAll(Collections.nCopies(firm && account.marks().corrects() ? CORRECTION_WEIGHT : 1, told));
            }
        }
        int finest = dates.stream().mapToInt(IncidentContent::coarseness).min().orElse(0);
        Map<LocalDate, Long> support = dates.stream()
                .filter(date -> coarseness(date) == finest)
                .collect(Collectors.groupingBy(EventTime::getStart, Collectors.counting()));
        return dates.stream()
                .filter(date -> coarseness(date) == finest)
                .min(Comparator.comparing(date -> -Objects.requireNonNull(support.get(date.getStart()))))
                .orElseGet(() -> {
                    LocalDate day = accounts.get(0).window().to();
                    return new EventTime(day, day, DatePrecision.DAY, null);
                });
    }

    /** Lower is finer: the precision, and after it whether the words of the article give the date. */
    private static int coarseness(EventTime date) {
        return date.getPrecision().ordinal() * 2 + (date.getText() == null ? 1 : 0);
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
