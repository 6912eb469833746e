package org.tocsin.event.strike;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.ActPlaces;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/**
 * The article's own account of who attacks whom. It gives the attacker of an attack that is told without one: who claims that
 * attack or is blamed for it, else the only side that the article tells of attacking the same place, else the only foreign one that it
 * tells of attacking the same country or whose weapons it tells of. Where two sides come into question it gives none.
 */
final class Accusations {
    private static final int SENTENCES_BEHIND = 5;

    private static final Set<String> OWN_FORCES =
            Set.of("army", "military", "government", "junta", "security forces", "air force");

    private static final Set<String> SEVERAL = Set.of(
            "attacks",
            "strikes",
            "bombings",
            "blasts",
            "explosions",
            "raids",
            "killings",
            "incidents",
            "ambushes",
            "wave",
            "series",
            "spate");

    /** Weapons that in one country only the state at war with it has, by system and country. */
    private static final Map<String, String> SOLE_OWNERS = soleOwners();

    /** How armies attack another country; gunmen, arsonists and bombers come from anywhere. */
    private static final Set<Method> OF_ARMIES = EnumSet.of(
            Method.DRONE,
            Method.MISSILE,
            Method.ROCKET,
            Method.ARTILLERY,
            Method.AIRSTRIKE,
            Method.GUIDED_BOMB,
            Method.NAVAL,
            Method.MIXED);

    private final Document document;
    private final Attackers attackers;
    private final ActPlaces places;
    private final List<List<StrikeReading>> all;

    /** The account that an article gives whose attacks are told by these groups of mentions. */
    Accusations(Document document, List<List<StrikeReading>> all) {
        this.document = document;
        this.attackers = new Attackers(document);
        this.places = new ActPlaces(document);
        this.all = all;
    }

    private static Map<String, String> soleOwners() {
        Map<String, String> owners = new HashMap<>();
        KnowledgeTable.load(Accusations.class, "weapon-owners.tsv", "system", "attacked", "owner").rows().stream()
                .forEach(row ->
                        owners.put(row.required("system") + "/" + row.required("attacked"), row.required("owner")));
        return Map.copyOf(owners);
    }

    /** The attacker that the article holds responsible for the attack of a group of mentions; null where it names none. */
    @Nullable
    Anchored<Actor> of(List<StrikeReading> group) {
        Anchored<Actor> blamed = blamed(group);
        if (blamed != null || group.stream().anyMatch(reading -> reading.attacker() != null)) {
            return blamed;
        }
        if (!ofArmies(group)) {
            return null;
        }
        String country = country(group);
        if (country == null) {
            return group.stream().anyMatch(reading -> reading.method() != null)
                    ? oneSide(attackersOf(told -> true))
                    : null;
        }
        List<Anchored<Actor>> here = attackersOf(other -> samePlace(group, other)).stream()
                .filter(attacker ->
                        attacker.value().getKind() != ActorKind.STATE || isForeign(attacker.value(), country))
                .toList();
        return here.isEmpty() ? foreign(group, country) : oneSide(here);
    }

    /**
     * An army named without its state, as belonging to the country where it attacks: so civil wars are told. Where the article tells
     * of foreign attackers there it stays without a state.
     */
    Anchored<Actor> atHome(Anchored<Actor> attacker, @Nullable String country) {
        Actor actor = attacker.value();
        boolean army = country != null
                && actor.getCountry() == null
                && actor.getKind() == ActorKind.MILITARY
                && OWN_FORCES.stream().anyMatch(actor.getText().toLowerCase(Locale.ROOT)::contains);
        boolean foreigners = army
                && attackersOf(other -> Objects.equals(country, country(other))).stream()
                        .anyMatch(other -> isForeign(other.value(), country));
        return !army || foreigners
                ? attacker
                : attacker.map(value -> new Actor(
                        value.getName(),
                        value.getText(),
                        value.getRole(),
                        value.getOrganization(),
                        country,
                        value.getKind()));
    }

    private @Nullable Anchored<Actor> blamed(List<StrikeReading> group) {
        int first = group.get(0).sentence().index();
        int last = group.get(group.size() - 1).sentence().index();
        int next = next(first);
        for (Sentence sentence : document.sentences()) {
            boolean near = sentence.index() >= first
                    && sentence.index() <= last + SENTENCES_BEHIND
                    && (sentence.index() <= first
                            || sentence.index() < next
                            || sentence.index() <= last
                            || tellsOfSeveral(sentence));
            boolean ofThis = near && !isOfOtherPlace(group, sentence, last);
            Anchored<Actor> blamed = ofThis ? attackers.blamed(sentence) : null;
            if (blamed != null) {
                return blamed;
            }
        }
        return null;
    }

    /** Whether a sentence of a later paragraph tells of a town where the attack did not take place. */
    private boolean isOfOtherPlace(List<StrikeReading> group, Sentence sentence, int last) {
        boolean later = sentence.paragraph() > document.sentences().get(last).paragraph();
        Set<String> names = group.stream().flatMap(Accusations::placeName).collect(Collectors.toSet());
        return later
                && !names.isEmpty()
                && sentence.mentions(PlaceMention.class)
                        .filter(place -> place.place().getPrecision() == PlacePrecision.TOWN
                                && place.surface() == PlaceMention.Surface.NAME)
                        .map(place -> place.place().getName())
                        .anyMatch(name -> !names.contains(name));
    }

    /** Whether the words of blame are about more attacks than the one told last ("blamed the bombings on"). */
    private static boolean tellsOfSeveral(Sentence sentence) {
        return sentence.tokens().stream()
                .anyMatch(token ->
                        SEVERAL.contains(token.lower()) || token.lower().equals("both"));
    }

    /** The first sentence of the attack told next: words of blame behind it are about that attack. */
    private int next(int first) {
        return all.stream()
                .mapToInt(group -> group.get(0).sentence().index())
                .filter(index -> index > first)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static boolean ofArmies(List<StrikeReading> group) {
        return group.stream()
                .map(StrikeReading::method)
                .filter(Objects::nonNull)
                .allMatch(method -> OF_ARMIES.contains(method.value())
                        || method.value() == Method.EXPLOSION_UNSPECIFIED && group.size() > 1);
    }

    private @Nullable Anchored<Actor> foreign(List<StrikeReading> group, String country) {
        List<Anchored<Actor>> named = attackersOf(other -> country(other) == null || country.equals(country(other)));
        List<Anchored<Actor>> foreigners = Stream.concat(named.stream(), accused())
                .filter(attacker -> isForeign(attacker.value(), country))
                .toList();
        if (!foreigners.isEmpty()) {
            return oneSide(foreigners);
        }
        List<Anchored<Actor>> owners = ownersOfWeapons(country);
        return owners.isEmpty() ? soleOwner(group, country) : oneSide(owners);
    }

    /** Whoever is blamed for an attack or claims one anywhere in the article. */
    private Stream<Anchored<Actor>> accused() {
        return document.sentences().stream().flatMap(sentence -> Stream.ofNullable(attackers.blamed(sentence)));
    }

    private static boolean isForeign(Actor attacker, @Nullable String country) {
        return attacker.getCountry() != null && !Objects.equals(country, attacker.getCountry());
    }

    /** Who is named with weapons of attack anywhere in the article ("Russian drones"), other than the country that is attacked. */
    private List<Anchored<Actor>> ownersOfWeapons(String attacked) {
        Set<Integer> notTold = all.stream()
                .flatMap(List::stream)
                .filter(reading -> !isTold(reading))
                .map(reading -> reading.sentence().index())
                .collect(Collectors.toSet());
        return document.sentences().stream()
                .filter(sentence -> !notTold.contains(sentence.index()))
                .flatMap(sentence -> sentence.mentions(WeaponMention.class)
                        .filter(weapon -> weapon.method() != null)
                        .flatMap(weapon -> Stream.ofNullable(attackers.ownerOf(sentence, weapon.from()))))
                .filter(owner -> isForeign(owner.value(), attacked))
                .toList();
    }

    private @Nullable Anchored<Actor> soleOwner(List<StrikeReading> group, String country) {
        return group.stream()
                .map(StrikeReading::sentence)
                .flatMap(sentence -> sentence.mentions(WeaponMention.class)
                        .filter(weapon -> SOLE_OWNERS.containsKey(weapon.system() + "/" + country))
                        .map(weapon -> Anchored.at(sentence, weapon, weapon.system() + "/" + country)))
                .findFirst()
                .map(weapon -> weapon.map(key -> state(weapon.words(document), key)))
                .orElse(null);
    }

    private static Actor state(String words, String key) {
        String[] owner = Objects.requireNonNull(SOLE_OWNERS.get(key)).split("\\|", 2);
        return new Actor(owner[0], words, null, null, owner[1], ActorKind.STATE);
    }

    private static boolean isTold(StrikeReading reading) {
        return reading.status().value() == EventStatus.OCCURRED
                || reading.status().value() == EventStatus.CLAIMED;
    }

    private List<Anchored<Actor>> attackersOf(Predicate<List<StrikeReading>> told) {
        return all.stream()
                .filter(told)
                .flatMap(List::stream)
                .filter(Accusations::isTold)
                .flatMap(reading -> Stream.ofNullable(reading.attacker()))
                .filter(attacker -> attacker.value().getCountry() != null
                        || !attacker.value().getName().equals(attacker.value().getText()))
                .toList();
    }

    private static @Nullable Anchored<Actor> oneSide(List<Anchored<Actor>> attackers) {
        boolean one = attackers.stream()
                        .map(attacker -> side(attacker.value()))
                        .distinct()
                        .count()
                == 1;
        return one ? attackers.get(0) : null;
    }

    /** Armed groups are a side of their own, whatever belongs to a state is one with it. */
    private static String side(Actor actor) {
        String country = actor.getCountry();
        return actor.getKind() == ActorKind.ARMED_GROUP || country == null ? actor.getName() : country;
    }

    private static boolean samePlace(List<StrikeReading> one, List<StrikeReading> other) {
        return one != other
                && one.stream()
                        .flatMap(Accusations::placeName)
                        .anyMatch(name ->
                                other.stream().flatMap(Accusations::placeName).anyMatch(name::equals));
    }

    private static Stream<String> placeName(StrikeReading reading) {
        return Stream.ofNullable(reading.place()).map(place -> place.value().getName());
    }

    /** The country that is attacked: the mentions', else that of the place that the text told last before them. */
    private @Nullable String country(List<StrikeReading> group) {
        String told = group.stream()
                .map(StrikeReading::place)
                .filter(Objects::nonNull)
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
}
