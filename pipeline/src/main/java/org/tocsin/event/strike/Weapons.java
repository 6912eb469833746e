package org.tocsin.event.strike;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.schema.Method;
import org.tocsin.schema.Weapon;

/** Finds the weapon of an attack and the method that it implies. Weapons that air defence brings down or that are only stored are none. */
final class Weapons {
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

    private Weapons() {}

    /** The weapons that may belong to the attack that the tokens name, the nearest first. */
    static List<WeaponMention> of(Sentence sentence, Clauses clauses, int from, int to) {
        return sentence.mentions(WeaponMention.class)
                .filter(weapon -> clauses.between(weapon.from(), from) == 0)
                .filter(weapon -> distance(weapon, from, to) <= REACH)
                .filter(weapon -> !broughtDown(sentence, clauses, weapon))
                .sorted(Comparator.comparingInt((WeaponMention weapon) -> distance(weapon, from, to))
                        .thenComparingInt(WeaponMention::from))
                .toList();
    }

    /** The method that the weapons of an attack imply: the one of all of them, MIXED for several; null where they imply none. */
    static @Nullable Anchored<Method> method(Sentence sentence, List<WeaponMention> weapons) {
        Set<Method> methods = weapons.stream()
                .map(WeaponMention::method)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Method.class)));
        if (methods.isEmpty()) {
            return null;
        }
        Method method = methods.size() == 1 ? methods.iterator().next() : Method.MIXED;
        return weapons.stream()
                .filter(weapon -> weapon.method() != null)
                .findFirst()
                .map(weapon -> Anchored.at(sentence, weapon, method))
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
                                .allMatch(token -> token.tag().matches("JJ|NN.*|VBN")))
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

    private static boolean broughtDown(Sentence sentence, Clauses clauses, WeaponMention weapon) {
        for (int i = clauses.from(weapon.from()); i < clauses.to(weapon.from()); i++) {
            Token token = sentence.tokens().get(i);
            if (token.tag().startsWith("VB") && DEFENCE.contains(token.lemma())) {
                return true;
            }
        }
        return false;
    }
}
