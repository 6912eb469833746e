package org.tocsin.event.strike;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.event.Anchored;
import org.tocsin.event.SameEvent;
import org.tocsin.event.Sections;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.TargetKind;

/** Decides which mentions of an article tell the same attack. */
final class StrikeMerge {
    private static final int NEARBY_SENTENCES = 4;

    private static final Set<Set<Method>> KIN =
            KnowledgeTable.load(StrikeMerge.class, "method-kin.tsv", "one", "other").rows().stream()
                    .map(row -> Set.of(method(row, "one"), method(row, "other")))
                    .collect(Collectors.toUnmodifiableSet());

    private static final Set<Method> ON_GROUND = EnumSet.of(Method.GROUND_ASSAULT, Method.SHOOTING, Method.MELEE);

    private static final Set<Method> FROM_AFAR = EnumSet.of(
            Method.AIRSTRIKE, Method.GUIDED_BOMB, Method.MISSILE, Method.ROCKET, Method.DRONE, Method.ARTILLERY);

    private final Sections sections;

    private StrikeMerge(Document document) {
        this.sections = new Sections(document);
    }

    private static Method method(KnowledgeTable.Row row, String column) {
        return Optional.ofNullable(row.constant(column, Method.class))
                .orElseThrow(() -> row.error(column + " is empty"));
    }

    /** Groups of mentions of the same attack, each in the order of the text, the groups in the order of their first mention. */
    static List<List<StrikeReading>> group(Document document, List<StrikeReading> readings) {
        return SameEvent.group(readings, new StrikeMerge(document)::belongs);
    }

    private boolean belongs(StrikeReading reading, List<StrikeReading> group) {
        StrikeReading last = group.get(group.size() - 1);
        if (isTakenUp(reading, group)) {
            return true;
        }
        if (reading.isApartFrom(last) || !sections.same(reading.sentence(), last.sentence())) {
            return false;
        }
        int apart = reading.sentence().index() - last.sentence().index();
        int paragraphs = reading.sentence().paragraph() - last.sentence().paragraph();
        boolean denial = reading.status().value() == EventStatus.DENIED && !reading.ownPlace();
        if ((reading.reference() || denial)
                && real(group.get(0))
                && (denial || !isOtherKind(reading, group) && !isOtherTarget(reading, group))
                && group.stream().noneMatch(other -> clashDates(reading.date(), other.date()))) {
            return apart <= NEARBY_SENTENCES || paragraphs <= 1;
        }
        if (isOtherPrediction(reading, last)
                || real(reading) != real(group.get(0))
                || group.stream().anyMatch(other -> clash(reading, other))) {
            return false;
        }
        boolean samePlace = group.stream().anyMatch(other -> samePlace(reading.place(), other.place()));
        boolean openPlace = reading.place() == null
                || isCoarse(reading.place().value())
                || group.stream()
                        .allMatch(other ->
                                other.place() == null || isCoarse(other.place().value()));
        boolean vague = reading.place() == null
                && reading.date() == null
                && (paragraphs == 0
                        || reading.attacker() == null
                        || group.stream().anyMatch(other -> sameActor(reading, other)));
        return samePlace || openPlace && (apart == 0 || paragraphs == 0) || vague && paragraphs <= 2;
    }

    /** Whether one is threatened by who will attack and the other planned, as somebody else tells. */
    private static boolean isOtherPrediction(StrikeReading one, StrikeReading other) {
        return !real(one)
                && !real(other)
                && one.status().value() != other.status().value()
                && one.sentence().index() != other.sentence().index();
    }

    /** "the Bannu bombing": whether words that only take up an attack name the place of this one. */
    private static boolean isTakenUp(StrikeReading reading, List<StrikeReading> group) {
        return reading.reference()
                && isFine(reading.takenUpAt())
                && reading.date() == null
                && real(group.get(0))
                && !isOtherKind(reading, group)
                && group.stream().anyMatch(other -> samePlace(reading.takenUpAt(), other.place()));
    }

    /** Whether both name one attacker, or a state and its forces. */
    private static boolean sameActor(StrikeReading one, StrikeReading other) {
        if (one.attacker() == null || other.attacker() == null) {
            return false;
        }
        Actor first = one.attacker().value();
        Actor second = other.attacker().value();
        boolean state = isOfState(first) && isOfState(second);
        return first.getName().equals(second.getName())
                || state && first.getCountry() != null && first.getCountry().equals(second.getCountry());
    }

    private static boolean isOfState(Actor actor) {
        return actor.getKind() == ActorKind.STATE || actor.getKind() == ActorKind.MILITARY;
    }

    private static boolean real(StrikeReading reading) {
        EventStatus status = reading.status().value();
        return status == EventStatus.OCCURRED || status == EventStatus.CLAIMED || status == EventStatus.DENIED;
    }

    private static boolean clash(StrikeReading one, StrikeReading other) {
        return clashPlaces(one.place(), other.place())
                || clashNames(one, other)
                || clashTargets(one, other)
                || isSumOf(one, other)
                || isSumOf(other, one)
                || clashDates(one.date(), other.date())
                || clashMethods(one, other)
                || clashActors(one.attacker(), other.attacker())
                || clashSides(one, other);
    }

    /** Whether an armed group attacks in one mention and an army or a state in the other. */
    private static boolean clashSides(StrikeReading one, StrikeReading other) {
        if (one.attacker() == null || other.attacker() == null || one.reference() || other.reference()) {
            return false;
        }
        boolean group = one.attacker().value().getKind() == ActorKind.ARMED_GROUP;
        boolean otherGroup = other.attacker().value().getKind() == ActorKind.ARMED_GROUP;
        return group && isOfState(other.attacker().value())
                || otherGroup && isOfState(one.attacker().value());
    }

    /** Whether two sentences that both name the place tell of different things hit, one of them by somebody else. */
    private static boolean clashTargets(StrikeReading one, StrikeReading other) {
        boolean both = one.ownPlace()
                && other.ownPlace()
                && !one.reference()
                && !other.reference()
                && one.sentence().index() != other.sentence().index();
        return both
                && one.target() != null
                && other.target() != null
                && one.target().value().getKind() != other.target().value().getKind()
                && !sameActor(one, other);
    }

    /** Whether a mention in another sentence names a place that no gazetteer knows, which is not the other's. */
    private static boolean clashNames(StrikeReading one, StrikeReading other) {
        if (one.sentence().index() == other.sentence().index()) {
            return false;
        }
        boolean bothUnpinned = one.unpinned() != null && other.unpinned() != null;
        return bothUnpinned
                ? !Objects.equals(one.unpinned(), other.unpinned())
                : one.unpinned() != null && isFine(other.place()) || other.unpinned() != null && isFine(one.place());
    }

    private static boolean isFine(@Nullable Anchored<Place> place) {
        return place != null && !isCoarse(place.value());
    }

    /** Whether a mention sums up attacks on a whole region or country of which the other, in another sentence, is one. */
    private static boolean isSumOf(StrikeReading sum, StrikeReading one) {
        return sum.isSum()
                && sum.place() != null
                && isCoarse(sum.place().value())
                && !one.reference()
                && (isFine(one.place()) || one.unpinned() != null)
                && sum.sentence().index() != one.sentence().index();
    }

    private static boolean clashPlaces(@Nullable Anchored<Place> one, @Nullable Anchored<Place> other) {
        if (one == null || other == null || samePlace(one, other)) {
            return false;
        }
        boolean sameCountry =
                Objects.equals(one.value().getCountry(), other.value().getCountry());
        boolean nested = Objects.equals(one.value().getAdmin1(), other.value().getAdmin1());
        boolean coarse = isCoarse(one.value()) || isCoarse(other.value());
        return !(sameCountry && coarse && (nested || isCountry(one.value()) || isCountry(other.value())));
    }

    private static boolean isCoarse(Place place) {
        boolean district = place.getPrecision() == PlacePrecision.AREA && place.getAdmin1() != null;
        return district || place.getPrecision() == PlacePrecision.ADMIN1 || isCountry(place);
    }

    private static boolean isCountry(Place place) {
        return place.getPrecision() == PlacePrecision.COUNTRY;
    }

    private static boolean samePlace(@Nullable Anchored<Place> one, @Nullable Anchored<Place> other) {
        return one != null
                && other != null
                && Objects.equals(one.value().getName(), other.value().getName())
                && Objects.equals(one.value().getCountry(), other.value().getCountry());
    }

    private static boolean clashDates(@Nullable Anchored<EventTime> one, @Nullable Anchored<EventTime> other) {
        return one != null
                && other != null
                && (one.value().getStart().isAfter(other.value().getEnd().plusDays(1))
                        || other.value().getStart().isAfter(one.value().getEnd().plusDays(1)));
    }

    private static boolean clashMethods(StrikeReading one, StrikeReading other) {
        Method first = one.method() == null ? null : one.method().value();
        Method second = other.method() == null ? null : other.method().value();
        return first != null
                && second != null
                && first != second
                && !general(first)
                && !general(second)
                && !KIN.contains(Set.of(first, second))
                && one.sentence().index() != other.sentence().index()
                && !one.reference()
                && !other.reference();
    }

    /** "Wednesday's ambush" behind an air strike: whether men on the ground attack here and weapons from afar there, or the other way. */
    private static boolean isOtherKind(StrikeReading reading, List<StrikeReading> group) {
        if (reading.method() == null) {
            return false;
        }
        Method method = reading.method().value();
        Set<Method> others = ON_GROUND.contains(method) ? FROM_AFAR : FROM_AFAR.contains(method) ? ON_GROUND : Set.of();
        return group.stream()
                        .map(StrikeReading::method)
                        .filter(Objects::nonNull)
                        .anyMatch(other -> others.contains(other.value()))
                && group.stream()
                        .map(StrikeReading::method)
                        .filter(Objects::nonNull)
                        .allMatch(other -> others.contains(other.value()));
    }

    /** "the attack on the camp" behind a bus that was blown up: whether all told before hit another kind of thing. */
    private static boolean isOtherTarget(StrikeReading reading, List<StrikeReading> group) {
        TargetKind kind = kind(reading);
        List<TargetKind> told =
                group.stream().map(StrikeMerge::kind).filter(Objects::nonNull).toList();
        return kind != null
                && !told.isEmpty()
                && told.stream().noneMatch(other -> other == kind)
                && group.stream().noneMatch(other -> other.target() != null && kind(other) == null);
    }

    private static @Nullable TargetKind kind(StrikeReading reading) {
        TargetKind kind =
                reading.target() == null ? null : reading.target().value().getKind();
        return kind == TargetKind.OTHER ? null : kind;
    }

    private static boolean general(Method method) {
        return method == Method.EXPLOSION_UNSPECIFIED || method == Method.MIXED;
    }

    private static boolean clashActors(@Nullable Anchored<Actor> one, @Nullable Anchored<Actor> other) {
        return one != null
                && other != null
                && one.value().getCountry() != null
                && other.value().getCountry() != null
                && !one.value().getCountry().equals(other.value().getCountry());
    }
}
