package org.tocsin.event.strike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActDates;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.event.EventExtractor;
import org.tocsin.event.EventHead;
import org.tocsin.event.EventIds;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.SameEvent;
import org.tocsin.event.Spans;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.Strike;
import org.tocsin.schema.Target;
import org.tocsin.schema.TargetKind;
import org.tocsin.schema.Weapon;

/** Finds violent attacks delivered with weapons; the mentions of one attack in an article become one event. */
public final class StrikeExtractor implements EventExtractor<Strike> {
    private static final int MOST_EVIDENCE = 3;

    @Override
    public List<Strike> extract(Document document) {
        EventIds ids = new EventIds(document.article().id(), "strike");
        List<Strike> strikes = new ArrayList<>();
        List<List<StrikeReading>> groups = StrikeMerge.group(document, new StrikeReader(document).read());
        Accusations accusations = new Accusations(document, groups);
        for (List<StrikeReading> group : groups) {
            boolean told = group.stream().anyMatch(StrikeReading::isTold) && !StrikeLists.isBrokenDown(group, groups);
            Strike strike = told ? event(document, group, accusations, ids) : null;
            if (strike != null) {
                strikes.add(strike);
            }
        }
        return strikes;
    }

    private static @Nullable Strike event(
            Document document, List<StrikeReading> group, Accusations accusations, EventIds ids) {
        List<StrikeReading> ranked = group.stream()
                .sorted(Comparator.comparingInt(StrikeExtractor::weight).reversed())
                .toList();
        StrikeReading best = ranked.get(0);
        Anchored<Place> place = place(document, ranked, best);
        Anchored<Actor> attacker = attacker(ranked, accusations.of(group));
        if (attacker != null && place != null) {
            attacker = accusations.atHome(attacker, place.value().getCountry());
        }
        Anchored<Target> target = first(ranked, StrikeReading::target, StrikeExtractor::telling);
        if (place == null && attacker == null && target == null) {
            return null;
        }
        Anchored<EventTime> date = date(document, ranked, best);
        Anchored<Method> method = Methods.ofGroup(
                first(affirmed(ranked), StrikeReading::method, StrikeExtractor::specific), group, attacker);
        Anchored<Weapon> weapon = first(ranked, StrikeReading::weapon, value -> value.getSystem() == null ? 0 : 1);
        Anchored<EventStatus> status = StrikeStatus.of(group, best, value(attacker));
        Spans spans = new Spans()
                .add("attacker", attacker)
                .add("target", target)
                .add("method", method)
                .add("weapon", weapon)
                .add("status", status.isRead() ? status : best.trigger());
        EventHead head = new EventHead(
                document.article(),
                evidence(ranked),
                spans,
                place,
                date,
                attribution(group),
                OntologyCodes.of("strike", value(method)),
                confidence(best, place, attacker),
                "strike: " + best.trigger().value());
        return head.fill(Strike.newBuilder()
                .setEventId(ids.next(
                        place == null ? null : place.value().getName(),
                        date == null ? null : date.value().getStart(),
                        value(method),
                        attacker == null ? null : attacker.value().getName()))
                .setArticleId(document.article().id())
                .setAttacker(value(attacker))
                .setTarget(value(target))
                .setMethod(value(method))
                .setWeapon(value(weapon))
                .setStatus(status.value())
                .build());
    }

    private static List<Sentence> evidence(List<StrikeReading> ranked) {
        List<Sentence> sentences = ranked.stream().map(StrikeReading::sentence).toList();
        return EventHead.distinct(sentences).stream().limit(MOST_EVIDENCE).toList();
    }

    /** Who attacked as the mentions that affirm the attack tell, the blamed one where they tell nobody or nobody with a name. */
    private static @Nullable Anchored<Actor> attacker(List<StrikeReading> ranked, @Nullable Anchored<Actor> blamed) {
        Anchored<Actor> told = first(affirmed(ranked), StrikeReading::attacker, StrikeExtractor::named);
        return told == null || blamed != null && named(told.value()) == 0 ? blamed : told;
    }

    /** The mentions that do not deny the attack; all where each of them does. */
    private static List<StrikeReading> affirmed(List<StrikeReading> ranked) {
        List<StrikeReading> affirmed = ranked.stream()
                .filter(reading -> reading.status().value() != EventStatus.DENIED)
                .toList();
        return affirmed.isEmpty() ? ranked : affirmed;
    }

    /** How much a mention tells: the one that tells most is the best evidence. */
    private static int weight(StrikeReading reading) {
        int known = (int) Stream.of(reading.attacker(), reading.target(), reading.method(), reading.date())
                .filter(Objects::nonNull)
                .count();
        int place = reading.place() == null ? 0 : isCoarse(reading.place().value()) ? 1 : 3;
        int denied = reading.status().value() == EventStatus.DENIED ? 2 : 0;
        return known + place - (reading.reference() ? 2 : 0) - denied;
    }

    private static @Nullable Anchored<Place> place(Document document, List<StrikeReading> ranked, StrikeReading best) {
        Anchored<Place> told = first(ranked, StrikeReading::place, place -> isCoarse(place) ? 0 : 1);
        Anchored<Place> takenUp = first(ranked, StrikeReading::takenUpAt, place -> isCoarse(place) ? 0 : 1);
        if (told != null) {
            return takenUp != null && isWithin(takenUp.value(), told.value()) ? takenUp : told;
        }
        if (takenUp != null) {
            return takenUp;
        }
        ActPlaces places = new ActPlaces(document);
        Anchored<Place> behind = places.toldBehind(best.sentence()).orElse(null);
        if (behind != null) {
            return behind;
        }
        Anchored<Place> near = places.of(best.sentence(), indexOf(best));
        return near != null ? near : places.nearestTown(best.sentence());
    }

    private static @Nullable Anchored<EventTime> date(
            Document document, List<StrikeReading> ranked, StrikeReading best) {
        Anchored<EventTime> told = first(ranked, StrikeReading::date, date -> 0);
        if (told != null) {
            return told;
        }
        ActDates dates = new ActDates(document);
        Anchored<EventTime> near = dates.of(best.sentence(), indexOf(best));
        boolean fresh =
                best.status().value() == EventStatus.OCCURRED || best.status().value() == EventStatus.CLAIMED;
        return near != null || !fresh ? near : dates.publicationDay();
    }

    /** Whether one place is exact and the other only its country or division. */
    private static boolean isWithin(Place exact, Place coarse) {
        boolean country = coarse.getPrecision() == PlacePrecision.COUNTRY;
        return !isCoarse(exact)
                && isCoarse(coarse)
                && Objects.equals(exact.getCountry(), coarse.getCountry())
                && (country || Objects.equals(exact.getAdmin1(), coarse.getAdmin1()));
    }

    private static int indexOf(StrikeReading reading) {
        return (int) reading.sentence().tokens().stream()
                .filter(token -> token.end() <= reading.trigger().start())
                .count();
    }

    private static boolean isCoarse(Place place) {
        return place.getPrecision() == PlacePrecision.COUNTRY || place.getPrecision() == PlacePrecision.ADMIN1;
    }

    private static int named(Actor actor) {
        boolean stateless = actor.getName().equals(actor.getText()) && actor.getCountry() == null;
        return actor.getKind() == ActorKind.OTHER || stateless && !isProperName(actor.getName()) ? 0 : 1;
    }

    /** "Islamic State", "JNIM": a name of several capitalised words or of capitals alone, other than "Gunmen" or "Armed men". */
    private static boolean isProperName(String name) {
        String[] words = name.split(" ");
        return words.length == 1
                ? name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT))
                : Arrays.stream(words).allMatch(word -> Character.isUpperCase(word.charAt(0)));
    }

    private static int telling(Target target) {
        return target.getKind() == null || target.getKind() == TargetKind.OTHER ? 0 : 1;
    }

    private static int specific(Method method) {
        return method == Method.EXPLOSION_UNSPECIFIED ? 0 : 1;
    }

    /** The value of the mention that tells most, a better value of a lesser mention before a vague one. */
    private static <T> @Nullable Anchored<T> first(
            List<StrikeReading> ranked,
            Function<StrikeReading, @Nullable Anchored<T>> field,
            ToIntFunction<T> quality) {
        Anchored<T> best = null;
        for (StrikeReading reading : ranked) {
            Anchored<T> here = field.apply(reading);
            if (here != null && (best == null || quality.applyAsInt(here.value()) > quality.applyAsInt(best.value()))) {
                best = here;
            }
        }
        return best;
    }

    private static List<Anchored<Attribution>> attribution(List<StrikeReading> group) {
        return SameEvent.distinct(group.stream().flatMap(reading -> reading.attribution().stream()));
    }

    private static double confidence(
            StrikeReading best, @Nullable Anchored<Place> place, @Nullable Anchored<Actor> attacker) {
        double confidence = 0.45;
        confidence += best.ownPlace() ? 0.2 : 0;
        confidence += place != null && !isCoarse(place.value()) ? 0.1 : 0;
        confidence += attacker != null ? 0.1 : 0;
        confidence += best.method() != null ? 0.05 : 0;
        return Math.round(confidence * 100) / 100.0;
    }

    private static <T> @Nullable T value(@Nullable Anchored<T> anchored) {
        return anchored == null ? null : anchored.value();
    }
}
