package org.tocsin.event.strike;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Agents;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Actor;

/** Finds who attacked, as the form of the words that name the attack tells, and who is blamed for it or claims it. */
final class Attackers {
    private static final CueTable<Side> BLAME = CueTable.of(
            KnowledgeTable.load(Attackers.class, "blame-cues.tsv", "words", "side"),
            row -> Optional.ofNullable(row.constant("side", Side.class)).orElseThrow(() -> row.error("side is empty")));
    private static final int CLAIM_REACH = 14;
    private static final int BLAME_REACH = 4;

    private final Agents agents;

    private enum Side {
        /** Who claims the attack stands before the words ("X claimed responsibility"). */
        BEFORE,
        /** Who is blamed stands behind the words ("blamed X"). */
        BEHIND
    }

    Attackers(Document document) {
        this.agents = new Agents(document);
    }

    /** The attacker of the attack that the tokens from (inclusive) to to (exclusive) name; null where the sentence names none. */
    @Nullable
    Anchored<Actor> of(Sentence sentence, Clauses clauses, StrikeTrigger trigger, int from, int to) {
        Anchored<Actor> best = agents.byPhrase(sentence, clauses, to);
        if (best == null) {
            best = agents.inFrontOf(sentence, from);
        }
        return best == null && isActive(sentence, trigger, from) ? agents.subject(sentence, clauses, from) : best;
    }

    /** The state, people or force in front of the weapon that the tokens name ("a Russian glide bomb"); null where none stands there. */
    @Nullable
    Anchored<Actor> ownerOf(Sentence sentence, int from) {
        return agents.inFrontOf(sentence, from);
    }

    /** Who is blamed for an attack or claims it in a sentence without telling the attack itself; null where nobody is. */
    @Nullable
    Anchored<Actor> blamed(Sentence sentence) {
        for (CueTable.Cue<Side> cue : BLAME.find(sentence)) {
            Anchored<Actor> guilty = cue.meaning() == Side.BEFORE
                    ? agents.lastBefore(sentence, cue.from(), CLAIM_REACH)
                    : agents.firstBehind(sentence, cue.to(), BLAME_REACH);
            if (guilty != null) {
                return guilty;
            }
        }
        return null;
    }

    private static boolean isActive(Sentence sentence, StrikeTrigger trigger, int from) {
        return trigger.form() == StrikeTrigger.Form.VERB && !VerbForms.isPassive(sentence, from)
                || trigger.form() == StrikeTrigger.Form.NOUN;
    }
}
