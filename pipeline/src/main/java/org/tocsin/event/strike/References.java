package org.tocsin.event.strike;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Method;

/** Tells the words that only take up an attack told before from those that tell one of their own. */
final class References {
    private static final Set<String> MODIFIER = Tags.like("JJ|CD|NNP?|POS");
    private static final Set<String> OBJECT = Tags.like("DT|CD|JJ|NN.*|PRP.?");
    private static final Set<String> REFERRING =
            Set.of("the", "this", "that", "these", "those", "such", "its", "their");

    private static final Set<String> INDEFINITE = Set.of("a", "an", "another");

    /** Who attacked, as told before. */
    private static final Set<String> ATTACKERS =
            Set.of("attackers", "assailants", "raiders", "bomber", "bombers", "attacker", "assailant");

    private static final Set<String> OPERATIONS =
            Set.of("operation", "attack", "strike", "raid", "assault", "mission", "bombing", "attacks", "strikes");

    private static final Set<String> RELEASES = Set.of("fire", "launch", "release", "send");
    private static final Set<String> AIMS = Set.of("at", "on", "into", "against", "towards", "toward");

    /** Words for the fight that an attack leads to. */
    private static final Set<String> FIGHTS = Set.of(
            "exchange", "battle", "gunfight", "firefight", "shoot-out", "shootout", "crossfire", "gunfire", "fighting");

    private static final int NEARBY_SENTENCES = 4;

    private References() {}

    /**
     * Whether a mention only goes on with the attack told last: what it led to, how those who made it fared, the fight that
     * followed, or what those who claim it say of it.
     *
     * @param told the mentions before it
     * @param inSentence how many of them stand in earlier sentences
     */
    static boolean continues(
            Sentence sentence,
            CueTable.Cue<StrikeTrigger> cue,
            StrikeReading reading,
            List<StrikeReading> told,
            int inSentence) {
        if (told.isEmpty()) {
            return false;
        }
        boolean here = told.size() > inSentence;
        if (here && (isResult(sentence, cue) || isDoneBy(sentence, cue, told.subList(inSentence, told.size())))) {
            return true;
        }
        StrikeReading last = told.get(told.size() - 1);
        int apart = sentence.index() - last.sentence().index();
        boolean together = apart <= 1 || sentence.paragraph() == last.sentence().paragraph();
        if (apart <= 1 && isBlast(cue) && (sharesPlace(reading, last) || isThere(sentence, cue.to()))) {
            return true;
        }
        return !reading.ownPlace()
                && (goesOn(sentence, cue)
                        || isDuring(sentence, cue)
                        || together && isFight(sentence, cue) && sharesPlace(reading, last)
                        || apart <= NEARBY_SENTENCES
                                && !here
                                && Attackers.claims(sentence)
                                && sharesPlace(reading, last));
    }

    /** "Shelling by the army killed 12 people in the market": whether the attack told before is what the verb is said of. */
    private static boolean isDoneBy(Sentence sentence, CueTable.Cue<StrikeTrigger> cue, List<StrikeReading> here) {
        boolean verb = cue.meaning().form() == StrikeTrigger.Form.VERB;
        int attack = verb ? AttackSubjects.of(sentence, Clauses.of(sentence), cue.from()) : -1;
        return attack >= 0
                && here.stream().anyMatch(reading -> reading.trigger().start() == sentence.startOf(attack));
    }

    /** An explosion told right behind the attack that made it. */
    private static boolean isBlast(CueTable.Cue<StrikeTrigger> cue) {
        return cue.meaning().form() == StrikeTrigger.Form.NOUN
                && cue.meaning().method() == Method.EXPLOSION_UNSPECIFIED;
    }

    private static boolean isThere(Sentence sentence, int token) {
        return token < sentence.tokens().size()
                && sentence.tokens().get(token).lower().equals("there");
    }

    private static boolean isFight(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        return cue.meaning().form() == StrikeTrigger.Form.NOUN
                && sentence.tokens().subList(cue.from(), cue.to()).stream()
                        .anyMatch(token -> FIGHTS.contains(token.lower()));
    }

    private static boolean sharesPlace(StrikeReading one, StrikeReading other) {
        return one.place() == null
                || other.place() == null
                || one.place().value().getName().equals(other.place().value().getName());
    }

    /** Whether a participle tells what an attack told before in the sentence led to: ", killing three people". */
    private static boolean isResult(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        return sentence.tokens().get(cue.from()).tag().equals("VBG")
                && cue.meaning().form() != StrikeTrigger.Form.NOUN;
    }

    /** "a missile fired by Russia": whether a participle tells only where the weapon came from. */
    static boolean isReleaseOnly(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        boolean release = RELEASES.contains(sentence.tokens().get(cue.from()).lemma())
                && sentence.tokens().get(cue.from()).tag().equals("VBN")
                && !VerbForms.isPassive(sentence, cue.from());
        return release
                && sentence.tokens().subList(cue.from(), sentence.tokens().size()).stream()
                        .noneMatch(token -> AIMS.contains(token.lower()));
    }

    /** Whether the words may only take up an attack told before: "the attack" without a place of its own. */
    static boolean takesUp(Sentence sentence, CueTable.Cue<StrikeTrigger> cue, List<WeaponMention> weapons) {
        return switch (cue.meaning().form()) {
            case NOUN -> isKnown(sentence, cue.from());
            case WEAPON_VERB ->
                !weapons.isEmpty() && isKnown(sentence, weapons.get(0).from());
            case VERB ->
                isNominal(sentence, cue)
                        || VerbForms.isPassive(sentence, cue.from())
                                && weapons.stream()
                                        .anyMatch(weapon -> weapon.to() == VerbForms.groupStart(sentence, cue.from())
                                                && isKnown(sentence, weapon.from()));
            case SUFFERED -> false;
        };
    }

    /** "The attackers came with machetes and burned huts": whether those who act are told before. */
    private static boolean goesOn(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        return cue.meaning().form() == StrikeTrigger.Form.VERB
                && cue.from() > 1
                && sentence.tokens().get(0).lower().equals("the")
                && ATTACKERS.contains(sentence.tokens().get(1).lower());
    }

    /** "During the raid, jets dropped 22 bombs": whether the sentence opens with the attack told before. */
    private static boolean isDuring(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        List<Token> tokens = sentence.tokens();
        return cue.from() > 3
                && tokens.get(0).lower().equals("during")
                && REFERRING.contains(tokens.get(1).lower())
                && OPERATIONS.contains(tokens.get(2).lower());
    }

    /** "the Bannu bombing": whether a gerund behind an article and without an object is a noun. */
    private static boolean isNominal(Sentence sentence, CueTable.Cue<StrikeTrigger> cue) {
        List<Token> tokens = sentence.tokens();
        boolean object =
                cue.to() < tokens.size() && OBJECT.contains(tokens.get(cue.to()).tag());
        return tokens.get(cue.from()).tag().equals("VBG") && !object && isKnown(sentence, cue.from());
    }

    /** Whether the phrase that ends at a token is one told before: "the attack", "Monday's attack", "the drone". */
    private static boolean isKnown(Sentence sentence, int noun) {
        for (int i = noun - 1; i >= Math.max(0, noun - 4); i--) {
            int at = i;
            Token token = sentence.tokens().get(i);
            if (INDEFINITE.contains(token.lower())) {
                return false;
            }
            if (REFERRING.contains(token.lower())
                    || sentence.mentions(DateMention.class).anyMatch(date -> date.from() <= at && at < date.to())) {
                return true;
            }
            if (!MODIFIER.contains(token.tag())) {
                return false;
            }
        }
        return false;
    }
}
