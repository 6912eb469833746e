package org.tocsin.event.strike;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Asides;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;

/** Finds the attack or the weapon that is itself the subject of a verb: "the army said the strikes hit two towns". */
final class AttackSubjects {
    private static final Set<String> MODIFIER = Tags.like("DT|JJ.?|NN.*|CD|POS|PRP\\$|VBN|VBG");
    private static final Set<String> LISTED = Tags.like("DT|JJ.?|NN.*|CD|POS|VBN|CC|,");
    private static final Set<String> BROKEN = Tags.like("VB[DZP]|MD|WDT|WP|WRB|,");

    private AttackSubjects() {}

    /** Index of the noun of attack that is the subject of a verb; -1 where the subject is something else. */
    static int of(Sentence sentence, Clauses clauses, int verb) {
        int aside = Asides.before(sentence, verb);
        int group = aside < 0 ? VerbForms.groupStart(sentence, verb) : aside;
        return StrikeTrigger.TABLE.find(sentence).stream()
                .filter(cue -> cue.meaning().form() == StrikeTrigger.Form.NOUN)
                .filter(cue -> cue.to() <= group && clauses.between(cue.from(), verb) == 0)
                .filter(cue -> sentence.tokens().get(cue.to() - 1).tag().startsWith("NN"))
                .filter(cue -> !isBomber(sentence, cue.to()))
                .filter(cue -> isUnbroken(sentence, cue.to(), group) && opens(sentence, clauses, cue.from()))
                .mapToInt(CueTable.Cue::from)
                .findFirst()
                .orElse(-1);
    }

    /** Index of the weapon right before a verb that is its subject; -1 where none is. */
    static int weapon(Sentence sentence, Clauses clauses, int verb) {
        int group = VerbForms.groupStart(sentence, verb);
        return sentence.mentions(WeaponMention.class)
                .filter(weapon -> weapon.to() == group && opens(sentence, clauses, weapon.from()))
                .filter(weapon -> !isForce(sentence, weapon) && !isBomber(sentence, weapon.to()))
                .mapToInt(WeaponMention::from)
                .findFirst()
                .orElse(-1);
    }

    /** Index of the first word of the list of nouns that ends before a token: "Russian aviation and artillery" before the verb. */
    static int listStart(Sentence sentence, Clauses clauses, int end) {
        int start = end;
        while (start > clauses.from(Math.max(0, end - 1))
                && LISTED.contains(sentence.tokens().get(start - 1).tag())) {
            start--;
        }
        return start;
    }

    /** "Turkish warplanes": whether the words for the weapon stand for a force that acts. */
    private static boolean isForce(Sentence sentence, WeaponMention weapon) {
        return sentence.mentions(ActorMention.class)
                .anyMatch(actor -> actor.from() < weapon.to() && actor.to() > weapon.from());
    }

    /** Whether the words that end before a token name a bomber, who attacks himself. */
    private static boolean isBomber(Sentence sentence, int end) {
        return sentence.tokens().get(end - 1).lemma().equals("bomber");
    }

    private static boolean isUnbroken(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream().noneMatch(token -> BROKEN.contains(token.tag()));
    }

    /** Whether the phrase of a noun hangs on no preposition: it begins the clause or stands behind a verb, a comma or "that". */
    private static boolean opens(Sentence sentence, Clauses clauses, int noun) {
        List<Token> tokens = sentence.tokens();
        int start = noun;
        while (start > clauses.from(noun)
                && MODIFIER.contains(tokens.get(start - 1).tag())) {
            start--;
        }
        return start == clauses.from(noun)
                || !Tags.PREPOSITION.contains(tokens.get(start - 1).tag())
                || tokens.get(start - 1).lower().equals("that");
    }
}
