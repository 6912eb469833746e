package org.tocsin.event.strike;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.event.HomeArmies;
import org.tocsin.schema.Actor;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Place;

/**
 * The attacks that an article tells, one group of mentions each, by where they took place, with the attackers that the mentions
 * name. What is asked for again is kept, so that an article of many attacks stays fast.
 */
final class ToldAttacks {
    private final List<List<StrikeReading>> all;
    private final ActPlaces places;
    private final TreeSet<Integer> firstSentences = new TreeSet<>();
    private final Map<List<StrikeReading>, Set<String>> placeNames = new IdentityHashMap<>();
    private final Map<List<StrikeReading>, Optional<String>> countries = new IdentityHashMap<>();
    private final Map<String, TreeSet<Integer>> byPlace = new HashMap<>();
    private final Map<Set<String>, List<Anchored<Actor>>> attackersAt = new HashMap<>();
    private final Map<String, List<Anchored<Actor>>> attackersIn = new HashMap<>();
    private @Nullable List<Anchored<Actor>> attackers;

    /** @param all the groups in the order of their first mention */
    ToldAttacks(Document document, List<List<StrikeReading>> all) {
        this.all = all;
        this.places = new ActPlaces(document);
        for (int i = 0; i < all.size(); i++) {
            firstSentences.add(all.get(i).get(0).sentence().index());
            Set<String> names =
                    all.get(i).stream().flatMap(ToldAttacks::placeName).collect(Collectors.toUnmodifiableSet());
            placeNames.put(all.get(i), names);
            for (String name : names) {
                byPlace.computeIfAbsent(name, at -> new TreeSet<>()).add(i);
            }
        }
    }

    private static Stream<String> placeName(StrikeReading reading) {
        return Stream.ofNullable(reading.place()).map(place -> place.value().getName());
    }

    /** The first sentence of the attack told next behind a sentence: words of blame behind it are about that attack. */
    int firstSentenceAfter(int sentence) {
        Integer next = firstSentences.higher(sentence);
        return next == null ? Integer.MAX_VALUE : next;
    }

    /** The names of the places that the mentions of an attack give. */
    Set<String> placeNames(List<StrikeReading> group) {
        return Objects.requireNonNull(placeNames.get(group));
    }

    /** The country that is attacked: the mentions', else that of the place that the text told last before them; null where unknown. */
    @Nullable
    String country(List<StrikeReading> group) {
        return countries
                .computeIfAbsent(group, attacked -> Optional.ofNullable(countryOf(attacked)))
                .orElse(null);
    }

    private @Nullable String countryOf(List<StrikeReading> group) {
        String told = group.stream()
                .flatMap(reading ->
                        Stream.concat(Stream.ofNullable(reading.place()), Stream.ofNullable(reading.takenUpAt())))
                .map(Anchored::value)
                .map(Place::getCountry)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (told != null) {
            return told;
        }
        Anchored<Place> before = places.of(group.get(0).sentence(), 0);
        return before == null ? null : before.value().getCountry();
    }

    /** The attackers of all attacks. */
    List<Anchored<Actor>> attackers() {
        if (attackers == null) {
            attackers = attackersOf(all, told -> true);
        }
        return attackers;
    }

    /** The attackers of the attacks that name one of these places. */
    List<Anchored<Actor>> attackersAt(Set<String> names) {
        return attackersAt.computeIfAbsent(names, at -> {
            TreeSet<Integer> groups = new TreeSet<>();
            at.forEach(name -> groups.addAll(byPlace.getOrDefault(name, new TreeSet<>())));
            return attackersOf(groups.stream().map(all::get).toList(), told -> true);
        });
    }

    /** The attackers of the attacks on a country. */
    List<Anchored<Actor>> attackersIn(String country) {
        return attackersIn.computeIfAbsent(country, of -> attackersOf(all, told -> of.equals(country(told))));
    }

    /** The attackers of the attacks on a country and of those whose country is unknown. */
    List<Anchored<Actor>> attackersNowhereOrIn(String country) {
        return attackersOf(all, told -> country(told) == null || country.equals(country(told)));
    }

    private static List<Anchored<Actor>> attackersOf(
            List<List<StrikeReading>> groups, Predicate<List<StrikeReading>> where) {
        List<Anchored<Actor>> attackers = new ArrayList<>();
        for (List<StrikeReading> group : groups) {
            if (where.test(group)) {
                group.stream()
                        .filter(ToldAttacks::isTold)
                        .flatMap(reading -> Stream.ofNullable(reading.attacker()))
                        .filter(ToldAttacks::isNamed)
                        .forEach(attackers::add);
            }
        }
        return attackers;
    }

    private static boolean isNamed(Anchored<Actor> attacker) {
        return attacker.value().getCountry() != null
                || HomeArmies.isOfSeveral(attacker.value())
                || !attacker.value().getName().equals(attacker.value().getText());
    }

    /** The sentences with mentions of attacks that did not take place as told. */
    Set<Integer> sentencesOfUntold() {
        return all.stream()
                .flatMap(List::stream)
                .filter(reading -> !isTold(reading))
                .map(reading -> reading.sentence().index())
                .collect(Collectors.toSet());
    }

    private static boolean isTold(StrikeReading reading) {
        return reading.status().value() == EventStatus.OCCURRED
                || reading.status().value() == EventStatus.CLAIMED;
    }
}
