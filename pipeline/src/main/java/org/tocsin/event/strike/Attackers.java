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

    /** Verbs whose subject delivers the attack that their object names ("launched an attack"). */
    private static final CueTable<Boolean> DELIVERY =
            CueTable.of(KnowledgeTable.load(Attackers.class, "delivery-verbs.tsv", "words"), row -> true);

    private static final int WEAPON_WORDS = 3;

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
        int verb = best == null ? verb(sentence, clauses, trigger, from) : -1;
        return verb < 0 ? best : agents.subject(sentence, clauses, verb);
    }

    /** Whose the weapon at a token is: "a Russian glide bomb", "a drone of the Armed Forces"; null where the sentence does not tell. */
    @Nullable
    Anchored<Actor> ownerOf(Sentence sentence, int from) {
        Anchored<Actor> before = agents.inFrontOf(sentence, from);
        int of = from;
        while (of < sentence.tokens().size()
                && of - from < WEAPON_WORDS
                && sentence.tokens().get(of).tag().startsWith("NN")) {
            of++;
        }
        boolean follows = of < sentence.tokens().size()
                && sentence.tokens().get(of).lower().equals("of");
        return before == null && follows ? agents.firstBehind(sentence, of + 1, WEAPON_WORDS) : before;
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

    /** The verb whose subject attacks: the trigger itself, or the verb that delivers the attack a noun names; -1 where there is none. */
    private static int verb(Sentence sentence, Clauses clauses, StrikeTrigger trigger, int from) {
        return switch (trigger.form()) {
            case VERB -> VerbForms.isPassive(sentence, from) ? -1 : from;
            case NOUN ->
                DELIVERY.find(sentence).stream()
                        .filter(verb -> clauses.between(verb.from(), from) == 0 && verb.to() <= from)
                        .mapToInt(CueTable.Cue::from)
                        .max()
                        .orElse(-1);
            case WEAPON_VERB, SUFFERED -> -1;
        };
    }
}
