package org.tocsin.event.strike;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Method;
import org.tocsin.schema.Weapon;

/** Finds the weapon of an attack and the method that it implies. Weapons that air defence brings down or that are only stored are none. */
final class Weapons {
    private static final Set<String> STORING = Set.of("storing", "housing", "holding");

    private static final Set<String> MODIFIER = Tags.like("JJ|NN.*|VBN");
    private static final Set<String> MEANS = Set.of("with", "by", "using", "from", "in");

    private static final int REACH = 12;
    private static final Set<String> DEFENCE = Set.of(
            "intercept",
            "down",
            "repel",
            "destroy",
            "neutralise",
            "neutralize",
            "jam",
            "shoot",
            "house",
            "store",
            "stop");

    /** What brings an explosion without being called a weapon; without a method, what is left of a weapon. */
    private static final CueTable<Optional<Method>> CARRIERS = CueTable.of(
            KnowledgeTable.load(Weapons.class, "carriers.tsv", "words", "method"),
            row -> Optional.ofNullable(row.constant("method", Method.class)));

    private static final int SENTENCES_BEFORE = 8;
    private static final int OBJECT_REACH = 6;

    private static final CueTable<Boolean> UNITS =
            CueTable.of(KnowledgeTable.load(Weapons.class, "units.tsv", "words"), row -> true);

    private Weapons() {}

    /** The weapons that may belong to the attack that the tokens name, the nearest first. */
    static List<WeaponMention> of(Document document, Sentence sentence, Clauses clauses, int from, int to) {
        return Stream.concat(
                        sentence.mentions(WeaponMention.class)
                                .filter(weapon ->
                                        !broughtDown(sentence, clauses, weapon) && !isOfUnit(sentence, weapon))
                                .filter(weapon -> !isPerson(document, sentence, weapon))
                                .filter(weapon -> !isLikened(sentence, weapon)),
                        carriers(document, sentence))
                .filter(weapon -> clauses.between(weapon.from(), from) == 0)
                .filter(weapon -> distance(weapon, from, to) <= REACH)
                .sorted(Comparator.comparingInt((WeaponMention weapon) -> distance(weapon, from, to))
                        .thenComparingInt(WeaponMention::from))
                .toList();
    }

    /** "like a shell going through the roof": a weapon that something is compared with is none of the article's. */
    static boolean isLikened(Sentence sentence, WeaponMention weapon) {
        return sentence.tokens().subList(Math.max(0, weapon.from() - 2), weapon.from()).stream()
                .anyMatch(token -> token.lower().equals("like"));
    }

    /** "a member of a rocket unit", "a drone factory": whether the weapon only tells what somebody or something is for. */
    private static boolean isOfUnit(Sentence sentence, WeaponMention weapon) {
        return UNITS.find(sentence).stream()
                .anyMatch(unit -> unit.from() == weapon.to()
                        && sentence.tokens().get(unit.from()).tag().startsWith("NN"));
    }

    /** Whether a bomber is somebody who blew himself up and no aircraft. */
    private static boolean isPerson(Document document, Sentence sentence, WeaponMention weapon) {
        return weapon.method() == Method.AIRSTRIKE
                && sentence.tokens().get(weapon.to() - 1).lemma().equals("bomber")
                && Methods.tellsOfSuicide(document);
    }

    /** Things that only bring the explosion, and what is left of a weapon brought down: that keeps the weapon's method. */
    private static Stream<WeaponMention> carriers(Document document, Sentence sentence) {
        return CARRIERS.find(sentence).stream()
                .filter(cue -> sentence.tokens().get(cue.to() - 1).tag().startsWith("NN") || standsAlone(sentence, cue))
                .filter(cue -> sentence.mentions(WeaponMention.class)
                        .noneMatch(weapon -> weapon.from() < cue.to() && weapon.to() > cue.from()))
                .map(cue -> new WeaponMention(
                        cue.from(), cue.to(), null, cue.meaning().orElseGet(() -> methodBefore(document, sentence))))
                .filter(weapon -> weapon.method() != null
                        || followsAttack(document, sentence)
                        || sentence.tokens().get(weapon.from()).tag().startsWith("NN"));
    }

    /** "another hit a school", "one of the four slammed into a depot": a number that stands for a weapon told before. */
    private static boolean standsAlone(Sentence sentence, CueTable.Cue<?> cue) {
        String next = cue.to() < sentence.tokens().size()
                ? sentence.tokens().get(cue.to()).tag()
                : "";
        return !sentence.tokens().get(cue.to() - 1).tag().startsWith("VB")
                && (next.startsWith("VB") || next.equals("CD") || next.equals("RB"));
    }

    private static boolean followsAttack(Document document, Sentence sentence) {
        return sentence.index() > 0
                && StrikeTrigger.TABLE.find(document.sentences().get(sentence.index() - 1)).stream()
                        .anyMatch(cue -> cue.meaning().form() == StrikeTrigger.Form.NOUN);
    }

    private static @Nullable Method methodBefore(Document document, Sentence sentence) {
        return document.sentences().stream()
                .filter(other ->
                        other.index() <= sentence.index() && other.index() >= sentence.index() - SENTENCES_BEFORE)
                .flatMap(other -> other.mentions(WeaponMention.class))
                .map(WeaponMention::method)
                .filter(Objects::nonNull)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** The weapon with its words and, where a number stands before it, how many there were. */
    static Anchored<Weapon> weapon(Document document, Sentence sentence, WeaponMention mention) {
        Anchored<WeaponMention> anchored = Anchored.at(sentence, mention, mention);
        return anchored.map(value -> new Weapon(anchored.words(document), mention.system(), count(sentence, mention)));
    }

    private static @Nullable Integer count(Sentence sentence, WeaponMention weapon) {
        return sentence.mentions(CountMention.class)
                .filter(count -> count.role() == CountRole.PLAIN
                        && count.to() <= weapon.from()
                        && weapon.from() - count.to() <= 2
                        && sentence.tokens().subList(count.to(), weapon.from()).stream()
                                .allMatch(token -> MODIFIER.contains(token.tag())))
                .map(CountMention::best)
                .filter(Objects::nonNull)
                .filter(best -> best > 0 && best <= Integer.MAX_VALUE)
                .map(Long::intValue)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    private static int distance(WeaponMention weapon, int from, int to) {
        if (weapon.from() < to && weapon.to() > from) {
            return 0;
        }
        return weapon.to() <= from ? from - weapon.to() : weapon.from() - to;
    }

    /** Whether air defence stops the weapon: it is what a verb of defence acts on. */
    private static boolean broughtDown(Sentence sentence, Clauses clauses, WeaponMention weapon) {
        for (int i = clauses.from(weapon.from()); i < clauses.to(weapon.from()); i++) {
            Token token = sentence.tokens().get(i);
            boolean stores = STORING.contains(token.lower());
            if (!stores && (!token.tag().startsWith("VB") || !DEFENCE.contains(token.lemma()))) {
                continue;
            }
            boolean passive = VerbForms.isPassive(sentence, i);
            boolean object = i < weapon.from() && !passive && isObject(sentence, i, weapon.from());
            boolean subject = i >= weapon.to() && passive && i - weapon.to() <= OBJECT_REACH;
            if (object || subject) {
                return true;
            }
        }
        return false;
    }

    private static boolean isObject(Sentence sentence, int verb, int weapon) {
        return weapon - verb <= OBJECT_REACH + 2
                && sentence.tokens().subList(verb + 1, weapon).stream()
                        .noneMatch(token -> MEANS.contains(token.lower()));
    }
}
