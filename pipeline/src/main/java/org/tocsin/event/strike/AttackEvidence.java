package org.tocsin.event.strike;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Method;

/**
 * What a sentence shows around words that may name an attack.
 *
 * @param cue the words
 * @param weapons the weapons of the clause, the nearest first
 * @param attacker who attacks, as the sentence tells; null where it does not
 * @param aimed whether it tells what was attacked
 * @param weaponsTold whether the article tells of weapons at all
 * @param armiesTold whether it tells of an army or an armed group
 */
record AttackEvidence(
        Sentence sentence,
        Clauses clauses,
        CueTable.Cue<StrikeTrigger> cue,
        List<WeaponMention> weapons,
        @Nullable Actor attacker,
        boolean aimed,
        boolean weaponsTold,
        boolean armiesTold) {
    private static final Set<String> GROUND =
            Set.of("launcher", "launchers", "ground", "warehouse", "warehouses", "storage");
    private static final Set<String> MEANS = Set.of("by", "with", "in", "when", "after");
    private static final Set<String> OBJECT_TAGS = Tags.like("DT|CD|JJ|NN.*|PRP.?");
    private static final Set<String> RELATIVE = Set.of("that", "which", "who");

    static final Set<ActorKind> ARMED = Set.of(ActorKind.MILITARY, ActorKind.ARMED_GROUP);
    private static final CueTable<Boolean> VIOLENCE = table("violence.tsv");
    private static final CueTable<Boolean> EXPLOSIONS = table("explosion-words.tsv");
    private static final Set<String> BEHIND_SUFFERED = Set.of("from", "by", "over", "for", "after", "amid");
    private static final int FAR_OBJECT = 8;
    private static final int NEAR_OBJECT = 5;

    AttackEvidence {
        weapons = List.copyOf(weapons);
    }

    private static CueTable<Boolean> table(String name) {
        return CueTable.of(KnowledgeTable.load(AttackEvidence.class, name, "words"), row -> true);
    }

    /** Whether it is enough to take the words for an attack with weapons. */
    boolean suffices() {
        return switch (cue.meaning().strength()) {
            case SURE -> true;
            case WEAPON -> !weapons.isEmpty() && !isTransfer() || isTold() && weaponsTold;
            case BY_WEAPON -> weapons.stream().anyMatch(this::acts) || isDoneByAttack();
            case BY_ARMED ->
                (weapons.stream().anyMatch(this::acts) || isArmed() && aimed || isDoneByAttack()) && !onlyWeaponsHit();
            case BY_EXPLOSION -> explosionIn(clauses.from(cue.from()), clauses.to(cue.from()));
            case ARMED -> attacker != null && isInFront(attacker) || cue.from() > 0 && weaponEndsAt(cue.to());
            case NAMED_SIDES -> sides() > 1 && aimed;
            case EVIDENCE -> isShown();
        };
    }

    /** Whether hits are told that the article's weapons made ("took three hits"). */
    private boolean isTold() {
        return cue.meaning().form() == StrikeTrigger.Form.SUFFERED && aimed;
    }

    private boolean isShown() {
        if (cue.meaning().form() == StrikeTrigger.Form.SUFFERED && isFigurative()) {
            return false;
        }
        if (cue.meaning().method() == Method.EXPLOSION_UNSPECIFIED && aimed) {
            return true;
        }
        if (!weapons.isEmpty() || isArmed()) {
            return true;
        }
        if (attacker != null && attacker.getKind() == ActorKind.STATE && (aimed || isByName())) {
            return true;
        }
        boolean passive = VerbForms.isPassive(sentence, cue.from());
        return switch (cue.meaning().form()) {
            case VERB -> {
                if (isDoneByAttack()) {
                    yield true;
                }
                boolean bodily =
                        cue.meaning().method() == Method.MELEE || cue.meaning().method() == Method.SHOOTING;
                yield passive
                        ? bodily && aimed || !isByOther() && isViolent(0, size())
                        : isViolent(0, bodily ? size() : cue.from());
            }
            case SUFFERED -> true;
            case NOUN, WEAPON_VERB -> isViolent(0, size());
        };
    }

    /** "Near the town, six strikes destroyed a bridge": whether an attack is what a verb is said of. */
    private boolean isDoneByAttack() {
        return cue.meaning().form() == StrikeTrigger.Form.VERB
                && aimed
                && isWar()
                && AttackSubjects.of(sentence, clauses, cue.from()) >= 0;
    }

    /** Whether the article tells of weapons, of an army or of an armed group. */
    private boolean isWar() {
        return weaponsTold || armiesTold;
    }

    /** "this latest attack by the regime": whether an article of weapons tells who made an attack told before. */
    private boolean isByName() {
        return weaponsTold
                && cue.meaning().form() == StrikeTrigger.Form.NOUN
                && lower(cue.to()).equals("by");
    }

    /** "came under fire from critics", "under attack over the bill": whether neither weapon nor armed people attack. */
    private boolean isFigurative() {
        int behind = cue.to();
        while (behind < size() && behind - cue.to() < 2 && !BEHIND_SUFFERED.contains(lower(behind))) {
            behind++;
        }
        int end = Math.min(size(), behind + NEAR_OBJECT);
        int from = behind;
        return behind < size()
                && BEHIND_SUFFERED.contains(lower(behind))
                && attacker == null
                && weapons.stream()
                        .noneMatch(weapon -> weapon.from() <= end && weapon.to() <= end && weapon.from() >= cue.from())
                && !isViolent(from, end);
    }

    /** Whether violence or an armed group is told between two tokens. */
    private boolean isViolent(int from, int to) {
        return sentence.mentions(ActorMention.class)
                        .anyMatch(actor ->
                                actor.kind() == ActorKind.ARMED_GROUP && actor.from() >= from && actor.to() <= to)
                || VIOLENCE.find(sentence).stream()
                        .anyMatch(words -> words.from() >= from
                                && words.to() <= to
                                && (words.to() <= cue.from() || words.from() >= cue.to()));
    }

    private boolean explosionIn(int from, int to) {
        return EXPLOSIONS.find(sentence).stream().anyMatch(words -> words.from() >= from && words.to() <= to);
    }

    /** "hit by sanctions": whether something that is no weapon and nobody armed did it. */
    private boolean isByOther() {
        return lower(cue.to()).equals("by") && !isViolent(cue.to(), Math.min(size(), cue.to() + FAR_OBJECT));
    }

    private boolean isArmed() {
        return attacker != null && ARMED.contains(attacker.getKind()) && !isAirDefence(attacker);
    }

    private static boolean isAirDefence(Actor actor) {
        return actor.getName().endsWith("Air Defence");
    }

    /** "destroyed 12 drones": whether what was hit are weapons in the air. */
    private boolean onlyWeaponsHit() {
        return sentence.mentions(WeaponMention.class)
                .filter(weapon -> weapon.from() >= cue.to() && weapon.from() - cue.to() <= 3)
                .filter(weapon -> sentence.tokens().subList(cue.to(), weapon.from()).stream()
                        .noneMatch(token -> token.tag().equals("IN")))
                .anyMatch(weapon -> IntStream.range(weapon.to(), Math.min(size(), weapon.to() + 4))
                        .noneMatch(i -> GROUND.contains(lower(i))));
    }

    /** "send 50 missiles to Ukraine": whether weapons are given instead of fired. */
    private boolean isTransfer() {
        WeaponMention weapon = weapons.get(0);
        String verb = sentence.tokens().get(cue.from()).lemma();
        return verb.equals("send")
                && weapon.from() >= cue.to()
                && IntStream.range(weapon.to(), clauses.to(cue.from()))
                        .anyMatch(i -> sentence.tokens().get(i).tag().equals("TO"));
    }

    private boolean isInFront(Actor actor) {
        return (ARMED.contains(actor.getKind()) || actor.getKind() == ActorKind.STATE) && aimed;
    }

    private boolean weaponEndsAt(int to) {
        return sentence.mentions(WeaponMention.class)
                .anyMatch(weapon -> weapon.method() != null && (weapon.to() == to || weapon.to() == to - 1));
    }

    private long sides() {
        return sentence.mentions(ActorMention.class)
                .filter(actor -> clauses.between(actor.from(), cue.from()) == 0)
                .filter(actor -> ARMED.contains(actor.kind()) || actor.kind() == ActorKind.STATE)
                .map(ActorMention::name)
                .distinct()
                .count();
    }

    /** Whether a weapon is the subject of an active verb, or stands behind the "by" of a passive one. */
    private boolean acts(WeaponMention weapon) {
        int from = cue.from();
        boolean participle = sentence.tokens().get(from).tag().equals("VBN");
        if (participle && weapon.from() >= cue.to()) {
            return sentence.tokens().subList(cue.to(), weapon.from()).stream()
                    .anyMatch(token -> MEANS.contains(token.lower()));
        }
        return weapon.to() <= from && !VerbForms.isPassive(sentence, from) && !(participle && isReduced());
    }

    /** "93 drones destroyed overnight": whether a participle without object tells what was done to the thing before it. */
    private boolean isReduced() {
        boolean object = cue.to() < size()
                && OBJECT_TAGS.contains(sentence.tokens().get(cue.to()).tag());
        boolean relative = sentence.tokens().subList(Math.max(0, cue.from() - FAR_OBJECT), cue.from()).stream()
                .anyMatch(token ->
                        RELATIVE.contains(token.lower()) || token.lemma().equals("have"));
        return !object && !relative;
    }

    private int size() {
        return sentence.tokens().size();
    }

    private String lower(int token) {
        List<Token> tokens = sentence.tokens();
        return token < tokens.size() ? tokens.get(token).lower() : "";
    }
}
