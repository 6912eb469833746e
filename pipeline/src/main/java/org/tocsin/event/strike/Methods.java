package org.tocsin.event.strike;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Method;

/** Tells how an attack was made: by the words of the attack, its weapons, else by who attacked. */
final class Methods {
    private static final Set<String> BOMBINGS = Set.of("bombing", "bombings");
    private static final Set<String> MEANS = Set.of("from", "by");
    private static final Set<String> LIST_JOINS = Set.of("and", ",", "or");

    /** What a weapon is only the load or the gun of: a drone that drops a grenade attacks as a drone. */
    private static final Map<Method, Set<Method>> LOADS = Map.of(
            Method.DRONE, Set.of(Method.IED, Method.SHOOTING),
            Method.GUIDED_BOMB, Set.of(Method.AIRSTRIKE, Method.IED),
            Method.AIRSTRIKE, Set.of(Method.IED, Method.SHOOTING),
            Method.MISSILE, Set.of(Method.IED),
            Method.SUICIDE_BOMBING, Set.of(Method.IED),
            Method.NAVAL, Set.of(Method.DRONE, Method.IED),
            Method.IED, Set.of(Method.SHOOTING));

    /** Methods that words only suggest, so that the weapon tells better: rockets that are fired, drones that set fire. */
    private static final Set<Method> WEAKER = EnumSet.of(Method.AIRSTRIKE, Method.SHOOTING, Method.ARSON);

    private static final CueTable<Method> BY_WORDS = CueTable.of(
            KnowledgeTable.load(Methods.class, "attacker-methods.tsv", "words", "method"),
            row -> Objects.requireNonNull(row.constant("method", Method.class), () -> "method of " + row));

    /** What bombs do that come from the air. */
    private static final Set<String> FROM_ABOVE = Set.of("drop", "fall", "release", "rain");

    private static final int COMBINED_REACH = 4;
    private static final CueTable<Boolean> SUICIDE =
            CueTable.of(KnowledgeTable.load(Methods.class, "suicide-words.tsv", "words"), row -> true);

    private static final CueTable<Boolean> PLANTED =
            CueTable.of(KnowledgeTable.load(Methods.class, "planted-words.tsv", "words"), row -> true);

    private final Document document;

    /** The methods of the attacks that a document tells. */
    Methods(Document document) {
        this.document = document;
    }

    /** The method of the attack that a cue tells; null where the sentence tells none. */
    @Nullable
    Anchored<Method> of(
            Sentence sentence,
            CueTable.Cue<StrikeTrigger> cue,
            List<WeaponMention> weapons,
            @Nullable Anchored<Actor> attacker) {
        Anchored<Method> combined = combined(sentence, cue);
        if (combined != null) {
            return combined;
        }
        Anchored<Method> byWeapon = byWeapon(sentence, weapons);
        boolean bombing = isBombing(sentence, cue);
        Method own = bombing ? ofBombing(attacker) : cue.meaning().method();
        if (own == Method.EXPLOSION_UNSPECIFIED || own == null) {
            Anchored<Method> byAttacker = byAttacker(sentence, attacker);
            boolean carried = byAttacker != null
                    && byWeapon != null
                    && LOADS.getOrDefault(byAttacker.value(), Set.of()).contains(byWeapon.value());
            if (byWeapon != null && !carried) {
                return dropped(sentence, cue, byWeapon);
            }
            if (byAttacker != null || own == null) {
                return byAttacker == null || !isSuicide(byAttacker, sentence)
                        ? byAttacker
                        : byAttacker.map(method -> Method.SUICIDE_BOMBING);
            }
        }
        boolean byItsWeapon = WEAKER.contains(own) && byWeapon != null && byWeapon.value() != Method.MIXED;
        return byItsWeapon ? byWeapon : Anchored.at(sentence, cue.from(), cue.to(), Objects.requireNonNull(own));
    }

    /** Whether only "bombing" is said, which may come from the air or be planted. */
    private static boolean isBombing(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        return cue.length() == 1
                && cue.meaning().form() == StrikeTrigger.Form.NOUN
                && BOMBINGS.contains(sentence.tokens().get(cue.from()).lower());
    }

    /** Whether a mention only says "bombing", so that its method is a guess. */
    static boolean isBareBombing(StrikeReading reading) {
        Anchored<Method> method = reading.method();
        return method != null
                && method.value() == Method.AIRSTRIKE
                && reading.sentence().tokens().stream()
                        .anyMatch(token -> token.start() == method.start()
                                && token.end() == method.end()
                                && BOMBINGS.contains(token.lower()));
    }

    /** A bombing that only this word tells was made with bombs where an armed group made it. */
    static @Nullable Anchored<Method> ofGroup(
            @Nullable Anchored<Method> method, List<StrikeReading> group, @Nullable Anchored<Actor> attacker) {
        boolean guessed = method != null
                && method.value() == Method.AIRSTRIKE
                && group.stream().filter(reading -> reading.method() != null).allMatch(Methods::isBareBombing);
        boolean armedGroup = attacker != null && attacker.value().getKind() == ActorKind.ARMED_GROUP;
        return method != null && guessed && armedGroup ? method.map(value -> Method.IED) : method;
    }

    /** How a bombing was made, as the article tells of aircraft, of bombers who died or of bombs; null where it does not. */
    private @Nullable Method ofBombing(@Nullable Anchored<Actor> attacker) {
        if (tellsOf(SUICIDE)) {
            return Method.SUICIDE_BOMBING;
        }
        List<Method> told = document.sentences().stream()
                .flatMap(sentence -> sentence.mentions(WeaponMention.class))
                .map(WeaponMention::method)
                .filter(Objects::nonNull)
                .toList();
        boolean bombs = told.contains(Method.IED) || tellsOf(PLANTED);
        boolean state = attacker != null
                && (attacker.value().getKind() == ActorKind.STATE
                        || attacker.value().getKind() == ActorKind.MILITARY);
        boolean planted = bombs && !told.contains(Method.AIRSTRIKE) && !told.contains(Method.GUIDED_BOMB);
        boolean ofGroup = attacker != null
                && attacker.value().getKind() == ActorKind.ARMED_GROUP
                && !told.contains(Method.AIRSTRIKE);
        return planted && !state || ofGroup ? Method.IED : Method.AIRSTRIKE;
    }

    /** "the bomber had set off a vest": whether a bomber is no aircraft. */
    private boolean isSuicide(Anchored<Method> byAttacker, Sentence sentence) {
        return sentence.tokens().stream()
                        .anyMatch(token ->
                                token.lemma().equals("bomber") && sentence.startOf(token.index()) == byAttacker.start())
                && tellsOf(SUICIDE);
    }

    private boolean tellsOf(CueTable<Boolean> words) {
        return tellsOf(document, words);
    }

    /** Whether an article tells of bombers who blow themselves up, who are no aircraft. */
    static boolean tellsOfSuicide(Document document) {
        return tellsOf(document, SUICIDE);
    }

    private static boolean tellsOf(Document document, CueTable<Boolean> words) {
        return document.sentences().stream()
                .anyMatch(sentence -> !words.find(sentence).isEmpty());
    }

    /** "a combined Russian salvo". */
    private static @Nullable Anchored<Method> combined(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        for (int i = Math.max(0, cue.from() - COMBINED_REACH); i < cue.from(); i++) {
            if (sentence.tokens().get(i).lower().equals("combined")) {
                return Anchored.at(sentence, i, cue.to(), Method.MIXED);
            }
        }
        return null;
    }

    /** The one method of all weapons, loads left out; MIXED for several; null where they imply none. */
    private static @Nullable Anchored<Method> byWeapon(Sentence sentence, List<WeaponMention> weapons) {
        Set<Method> methods = weapons.stream()
                .map(WeaponMention::method)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Method.class)));
        Set<Method> loads = methods.stream()
                .flatMap(method -> LOADS.getOrDefault(method, Set.of()).stream())
                .collect(Collectors.toSet());
        methods.removeIf(loads::contains);
        if (methods.contains(Method.DRONE) && methods.contains(Method.MISSILE) && isFiredByDrone(sentence, weapons)) {
            methods.remove(Method.MISSILE);
        }
        if (methods.isEmpty()) {
            return null;
        }
        Method first = methods.iterator().next();
        Method method = methods.size() == 1 ? first : Method.MIXED;
        return weapons.stream()
                .filter(weapon -> weapon.method() != null && methods.contains(weapon.method()))
                .findFirst()
                .map(weapon -> Anchored.at(sentence, weapon, method))
                .orElse(null);
    }

    /** "a missile fired from an Israeli drone". */
    private static boolean isFiredByDrone(Sentence sentence, List<WeaponMention> weapons) {
        return weapons.stream()
                .filter(missile -> missile.method() == Method.MISSILE)
                .anyMatch(missile -> weapons.stream()
                        .filter(drone -> drone.method() == Method.DRONE && drone.from() > missile.to())
                        .map(drone -> sentence.tokens().subList(missile.to(), drone.from()))
                        .anyMatch(between -> between.stream().anyMatch(token -> MEANS.contains(token.lower()))
                                && between.stream().noneMatch(token -> LIST_JOINS.contains(token.lower()))));
    }

    /** Bombs that are dropped or fall come from the air. */
    private static Anchored<Method> dropped(
            Sentence sentence, CueTable.Cue<StrikeTrigger> cue, Anchored<Method> byWeapon) {
        boolean drop = FROM_ABOVE.contains(sentence.tokens().get(cue.from()).lemma());
        return drop && byWeapon.value() == Method.IED ? byWeapon.map(method -> Method.AIRSTRIKE) : byWeapon;
    }

    /** Aircraft attack from the air, suicide bombers blow themselves up. */
    private static @Nullable Anchored<Method> byAttacker(Sentence sentence, @Nullable Anchored<Actor> attacker) {
        if (attacker == null) {
            return null;
        }
        return BY_WORDS.find(sentence).stream()
                .filter(cue ->
                        sentence.startOf(cue.from()) < attacker.end() && sentence.endOf(cue.to()) > attacker.start()
                                || sentence.startOf(cue.from()) == attacker.end() + 1)
                .findFirst()
                .map(cue -> Anchored.at(sentence, cue.from(), cue.to(), cue.meaning()))
                .orElse(null);
    }
}
