package org.tocsin.event.strike;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.event.HomeArmies;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Method;
import org.tocsin.schema.PlacePrecision;

/**
 * The article's own account of who attacks whom. It gives the attacker of an attack that is told without one: who claims that
 * attack or is blamed for it, else the only side that the article tells of attacking the same place, else the only foreign one that it
 * tells of attacking the same country or whose weapons it tells of. Where two sides come into question it gives none.
 */
final class Accusations {
    private static final int SENTENCES_BEHIND = 5;

    private static final Set<String> ENEMIES = Set.of("enemy", "aggressor", "invader", "occupier");

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

    /** Attacks that only those who have aircraft make. */
    private static final Set<Method> FLOWN = EnumSet.of(Method.AIRSTRIKE, Method.GUIDED_BOMB);

    private final Document document;
    private final Attackers attackers;
    private final ToldAttacks attacks;
    private final Map<Sentence, Optional<Anchored<Actor>>> blamedIn = new IdentityHashMap<>();
    private final Map<String, List<Anchored<Actor>>> foreignersIn = new HashMap<>();
    private final Map<String, List<Anchored<Actor>>> ownersByAttacked = new HashMap<>();

    /** The account that an article gives whose attacks are told by these groups of mentions. */
    Accusations(Document document, List<List<StrikeReading>> all) {
        this.document = document;
        this.attackers = new Attackers(document);
        this.attacks = new ToldAttacks(document, all);
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
        Anchored<Actor> blamed = ofArticle(group);
        boolean flown = group.stream()
                .filter(reading -> !Methods.isBareBombing(reading))
                .map(StrikeReading::method)
                .filter(Objects::nonNull)
                .anyMatch(method -> FLOWN.contains(method.value()));
        boolean armedGroup = blamed != null && blamed.value().getKind() == ActorKind.ARMED_GROUP;
        Anchored<Actor> told = flown && armedGroup ? null : blamed;
        return told != null ? told : OwnReports.attacker(group);
    }

    private @Nullable Anchored<Actor> ofArticle(List<StrikeReading> group) {
        Anchored<Actor> blamed = blamed(group);
        if (blamed != null || group.stream().anyMatch(reading -> reading.attacker() != null && !isEnemy(reading))) {
            return blamed;
        }
        boolean enemy = group.stream().anyMatch(Accusations::isEnemy);
        if (!enemy && !ofArmies(group)) {
            return null;
        }
        String country = attacks.country(group);
        if (country == null) {
            return group.stream().anyMatch(reading -> reading.method() != null) ? oneSide(attacks.attackers()) : null;
        }
        List<Anchored<Actor>> here = attacks.attackersAt(attacks.placeNames(group)).stream()
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
        if (country == null || !HomeArmies.isStateless(actor)) {
            return attacker;
        }
        return attacks.attackersIn(country).stream().anyMatch(other -> isForeign(other.value(), country))
                ? attacker
                : attacker.map(value -> HomeArmies.of(value, country));
    }

    /** "the enemy", "the aggressor": whom the side that speaks fights, whoever that is. */
    private static boolean isEnemy(StrikeReading reading) {
        return reading.attacker() != null
                && reading.attacker().value().getCountry() == null
                && ENEMIES.stream()
                        .anyMatch(reading.attacker().value().getText().toLowerCase(Locale.ROOT)::contains);
    }

    private @Nullable Anchored<Actor> blamed(List<StrikeReading> group) {
        int first = group.get(0).sentence().index();
        int last = group.get(group.size() - 1).sentence().index();
        int next = attacks.firstSentenceAfter(first);
        List<Sentence> sentences = document.sentences();
        for (Sentence sentence : sentences.subList(first, Math.min(sentences.size(), last + SENTENCES_BEHIND + 1))) {
            boolean near = sentence.index() <= first
                    || sentence.index() < next
                    || sentence.index() <= last
                    || tellsOfSeveral(sentence);
            boolean ofThis = near && !isOfOtherPlace(group, sentence, last);
            Anchored<Actor> blamed = ofThis ? blamedIn(sentence) : null;
            if (blamed != null) {
                return blamed;
            }
        }
        return null;
    }

    /** Who is blamed in a sentence; null where nobody is. */
    private @Nullable Anchored<Actor> blamedIn(Sentence sentence) {
        return blamedIn.computeIfAbsent(sentence, of -> Optional.ofNullable(attackers.blamed(of)))
                .orElse(null);
    }

    /** Whether a sentence of a later paragraph tells of a town where the attack did not take place. */
    private boolean isOfOtherPlace(List<StrikeReading> group, Sentence sentence, int last) {
        boolean later = sentence.paragraph() > document.sentences().get(last).paragraph();
        Set<String> names = attacks.placeNames(group);
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

    private static boolean ofArmies(List<StrikeReading> group) {
        return group.stream()
                .map(StrikeReading::method)
                .filter(Objects::nonNull)
                .allMatch(method -> OF_ARMIES.contains(method.value())
                        || method.value() == Method.EXPLOSION_UNSPECIFIED && group.size() > 1);
    }

    private @Nullable Anchored<Actor> foreign(List<StrikeReading> group, String country) {
        List<Anchored<Actor>> foreigners = foreignersIn.computeIfAbsent(country, this::foreigners);
        if (!foreigners.isEmpty()) {
            return oneSide(foreigners);
        }
        List<Anchored<Actor>> owners = ownersByAttacked.computeIfAbsent(country, this::ownersOfWeapons);
        if (!owners.isEmpty()) {
            return oneSide(owners);
        }
        Anchored<Actor> own = soleOwner(group.stream().map(StrikeReading::sentence), country);
        return own != null ? own : soleOwner(document.sentences().stream(), country);
    }

    private List<Anchored<Actor>> foreigners(String country) {
        return Stream.concat(attacks.attackersNowhereOrIn(country).stream(), accused())
                .filter(attacker -> isForeign(attacker.value(), country))
                .toList();
    }

    /** Whoever is blamed for an attack or claims one anywhere in the article. */
    private Stream<Anchored<Actor>> accused() {
        return document.sentences().stream().flatMap(sentence -> Stream.ofNullable(blamedIn(sentence)));
    }

    private static boolean isForeign(Actor attacker, @Nullable String country) {
        return attacker.getCountry() == null
                ? HomeArmies.isOfSeveral(attacker)
                : !Objects.equals(country, attacker.getCountry());
    }

    /** Who is named with weapons of attack anywhere in the article ("Russian drones"), other than the country that is attacked. */
    private List<Anchored<Actor>> ownersOfWeapons(String attacked) {
        Set<Integer> notTold = attacks.sentencesOfUntold();
        return document.sentences().stream()
                .filter(sentence -> !notTold.contains(sentence.index()))
                .flatMap(sentence -> sentence.mentions(WeaponMention.class)
                        .filter(weapon -> weapon.method() != null)
                        .flatMap(weapon -> Stream.ofNullable(attackers.ownerOf(sentence, weapon.from()))))
                .filter(owner -> isForeign(owner.value(), attacked))
                .toList();
    }

    /** The state that alone has the weapons which sentences tell of in the attacked country; null where none does. */
    private @Nullable Anchored<Actor> soleOwner(Stream<Sentence> sentences, String country) {
        return sentences
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
}
