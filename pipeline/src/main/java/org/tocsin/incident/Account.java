package org.tocsin.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.Fingerprint;
import org.tocsin.event.EventView;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Interception;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.Strike;
import org.tocsin.schema.Target;

/**
 * What one article says of one real-world event: a strike with its tolls, a toll alone, or an event of another type. What rules
 * compare is read once, since an account is compared with many others.
 */
final class Account {
    /** In order of publication; equally old ones by article, so that the order never depends on arrival. */
    static final Comparator<Account> BY_PUBLICATION = Comparator.comparing(Account::reportedAt)
            .thenComparing(Account::articleId)
            .thenComparing(account -> account.first().getEventId());

    private static final Set<ActorKind> ARMED = Set.of(ActorKind.MILITARY, ActorKind.ARMED_GROUP);
    private static final List<String> ACTORS = List.of("attacker", "by", "actor");

    private static final Comparator<EventEnvelope> STRIKES_FIRST = Comparator.comparing(
                    (EventEnvelope event) -> !(event.getEvent() instanceof Strike))
            .thenComparing(EventEnvelope::getEventId);

    private final List<EventEnvelope> events;
    private final List<Telling> tellings;
    private final @Nullable Place place;
    private final @Nullable Actor actor;
    private final @Nullable Method method;
    private final @Nullable Target target;
    private final Window window;
    private final Map<Figure, Set<Integer>> numbers = new EnumMap<>(Figure.class);
    private final Map<Figure, Set<Integer>> formerNumbers = new EnumMap<>(Figure.class);
    private final Marks marks;
    private final Set<String> placeWords;
    private final Set<String> listed;
    private final Set<String> sought;

    /** Which account of which article. */
    record Key(String articleId, String eventId) {}

    /**
     * An account.
     *
     * @param events the events of one article, at least one
     */
    Account(List<EventEnvelope> events) {
        this.events = events.stream().sorted(STRIKES_FIRST).toList();
        this.place = firstPlace();
        this.actor = first(Account::actor);
        this.method = first(view -> view.get("method") instanceof Method told ? told : null);
        this.target = first(view -> view.get("target") instanceof Target told ? told : null);
        this.window = Window.of(first(EventView::date), reportedAt());
        this.tellings = readTellings();
        readNumbers();
        this.marks = Marks.of(this);
        this.placeWords = place == null ? Set.of() : Marks.words(place.getName());
        this.listed = family().rule().listed(this);
        this.sought = family().rule().sought(this);
    }

    /** The accounts that the events of one article form, in a fixed order. */
    static List<Account> ofArticle(List<EventEnvelope> events) {
        Map<String, EventEnvelope> byId = new TreeMap<>();
        events.forEach(event -> byId.put(event.getEventId(), event));
        List<SpecificRecord> records = byId.values().stream()
                .map(event -> (SpecificRecord) event.getEvent())
                .toList();
        return LinkedGroups.of(records).stream()
                .map(group -> new Account(group.stream()
                        .map(event -> Objects.requireNonNull(
                                byId.get(EventView.of(event).id())))
                        .toList()))
                .toList();
    }

    Key key() {
        return new Key(articleId(), first().getEventId());
    }

    /** The events, strikes first, then in the order of their identifiers. */
    List<EventEnvelope> events() {
        return events;
    }

    EventEnvelope first() {
        return events.get(0);
    }

    Instant reportedAt() {
        return first().getReportedAt();
    }

    String articleId() {
        return first().getArticleId();
    }

    EventFamily family() {
        return EventFamily.of(first().getEventType());
    }

    /** The folded capitalised words of the name of its place; none where it has no place. */
    Set<String> placeWords() {
        return placeWords;
    }

    /** The outlet; an article without one stands for its own. */
    String outlet() {
        return first().getSource() == null ? "\u0000" + articleId() : first().getSource();
    }

    boolean hasStrike() {
        return first().getEvent() instanceof Strike;
    }

    boolean hasToll() {
        return events.stream().anyMatch(event -> event.getEvent() instanceof Casualty);
    }

    /** The first value that an event of the account gives; null where none does. */
    <T> @Nullable T first(Function<EventView, @Nullable T> reading) {
        return views().map(reading).filter(Objects::nonNull).findFirst().orElse(null);
    }

    Stream<EventView> views() {
        return events.stream().map(event -> EventView.of((SpecificRecord) event.getEvent()));
    }

    /** Where the event took place; null where the account does not say. */
    @Nullable
    Place place() {
        return place;
    }

    /** Who acts: the attacker, whose air defence, who takes or leaves a place; null where the account does not say. */
    @Nullable
    Actor actor() {
        return actor;
    }

    /** How a strike was delivered; null where the account does not say. */
    @Nullable
    Method method() {
        return method;
    }

    /** What was hit; null where the account does not say. */
    @Nullable
    Target target() {
        return target;
    }

    /** The days on which it may have taken place. */
    Window window() {
        return window;
    }

    /** What its sentences name besides. */
    Marks marks() {
        return marks;
    }

    /** Under which words an index lists it. */
    Set<String> listed() {
        return listed;
    }

    /** Under which words those are listed that it may be linked with. */
    Set<String> sought() {
        return sought;
    }

    /** The figures that the account gives, those of each speaker apart. */
    List<Telling> tellings() {
        return tellings;
    }

    /** All numbers that the account gives for an outcome. */
    Set<Integer> numbers(Figure figure) {
        return numbers.getOrDefault(figure, Set.of());
    }

    /** The numbers that the account says were told before and hold no more. */
    Set<Integer> formerNumbers(Figure figure) {
        return formerNumbers.getOrDefault(figure, Set.of());
    }

    /** Everyone who acts or speaks. */
    List<Actor> actors() {
        List<Actor> all = new ArrayList<>();
        if (actor != null) {
            all.add(actor);
        }
        views().forEach(view -> attribution(view).forEach(said -> all.add(said.getSpeaker())));
        return all;
    }

    /** Whether an armed side tells it, which calls a depot what others call a workshop. */
    boolean isOfArmedSide() {
        return views().anyMatch(view -> view.get("status") == EventStatus.CLAIMED
                || attribution(view).stream()
                        .anyMatch(said -> ARMED.contains(said.getSpeaker().getKind())));
    }

    /** Whether the texts of both articles are all but the same. */
    boolean isNearCopyOf(Account other) {
        return Fingerprint.isNearCopy(first().getFingerprint(), other.first().getFingerprint());
    }

    private @Nullable Place firstPlace() {
        return views().map(EventView::place)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.comparing(place -> place.getPrecision().ordinal()))
                .orElse(null);
    }

    private static @Nullable Actor actor(EventView view) {
        for (String field : ACTORS) {
            if (view.get(field) instanceof Actor told) {
                return told;
            }
        }
        return null;
    }

    private List<Telling> readTellings() {
        List<Telling> told = new ArrayList<>();
        for (EventEnvelope event : events) {
            if (event.getEvent() instanceof Casualty toll) {
                told.add(Telling.of(toll));
                told.addAll(Telling.rivals(toll));
            } else if (event.getEvent() instanceof Interception interception) {
                told.add(Telling.of(interception));
            }
        }
        return told.stream().filter(telling -> !telling.figures().isEmpty()).toList();
    }

    private void readNumbers() {
        for (Telling telling : tellings) {
            telling.figures().forEach((figure, count) -> add(numbers, figure, count.getBest()));
        }
        for (EventEnvelope event : events) {
            if (event.getEvent() instanceof Casualty toll) {
                toll.getHistory().forEach(step -> {
                    add(formerNumbers, Figure.KILLED, step.getKilled());
                    add(formerNumbers, Figure.INJURED, step.getInjured());
                });
            }
        }
        formerNumbers.forEach((figure, former) -> former.removeAll(numbers(figure)));
    }

    private static void add(Map<Figure, Set<Integer>> into, Figure figure, @Nullable Integer number) {
        if (number != null) {
            into.computeIfAbsent(figure, key -> new TreeSet<>()).add(number);
        }
    }

    private static List<Attribution> attribution(EventView view) {
        return view.get("attribution") instanceof List<?> attributions
                ? attributions.stream().map(Attribution.class::cast).collect(Collectors.toList())
                : List.of();
    }

    /** The figure that stands for an outcome among those of the account's first teller that gives one. */
    @Nullable
    Count figure(Figure figure) {
        return tellings.stream()
                .map(telling -> telling.figures().get(figure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
