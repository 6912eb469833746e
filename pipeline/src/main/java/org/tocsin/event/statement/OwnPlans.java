package org.tocsin.event.statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.StatementAct;

/**
 * Reads the act that a speaker tells by what his own side will do, has never done or has not done: "said it would send trucks", "we
 * have never fired", "no soldier had crossed the border" (own-plans.tsv).
 */
final class OwnPlans {
    private static final Set<String> WILL = Set.of("will", "would", "shall", "'ll");
    private static final Set<String> READY = Set.of("ready", "prepared", "willing");
    private static final Set<String> NOT = Set.of("not", "n't", "never", "no", "cannot");
    private static final Set<String> NONE = Set.of("no", "none");
    private static final Set<String> SINGLE = Set.of("one", "a", "any");
    private static final Set<String> FORCES = Set.of(
            "soldier",
            "soldiers",
            "unit",
            "units",
            "troops",
            "fighter",
            "fighters",
            "aircraft",
            "drone",
            "drones",
            "missile",
            "missiles",
            "shell",
            "shells",
            "attack",
            "strike",
            "plane",
            "planes",
            "ship",
            "vessel",
            "weapons",
            "order",
            "forces");
    private static final Set<String> ADVERB = Tags.like("RB.?");
    private static final Set<String> VERB_GROUP = Tags.like("RB.?|MD|VB.?|TO");
    private static final Set<String> FINITE = Tags.like("VB[DZP]|MD");
    private static final Set<String> FIRST = Set.of("that", "``", "\"", ",", "is");
    private static final int SUBJECT = 9;

    private static final Map<String, StatementAct> PLANS =
            KnowledgeTable.load(OwnPlans.class, "own-plans.tsv", "verb", "act").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(row -> row.required("verb"), OwnPlans::act));

    private OwnPlans() {}

    private static StatementAct act(KnowledgeTable.Row row) {
        return Optional.ofNullable(row.constant("act", StatementAct.class))
                .orElseThrow(() -> row.error("act is empty"));
    }

    /** Whether words tell a deed of force that somebody else than the speaker will do: "Moscow would strike again". */
    static boolean isForeignDeed(Speakers speakers, int from, CueTable.Cue<StatementAct> cue, Actor speaker) {
        List<Token> tokens = speakers.sentence().tokens();
        boolean deed = WILL.contains(tokens.get(cue.from()).lower())
                && PLANS.get(tokens.get(cue.to() - 1).lemma()) == StatementAct.THREATEN;
        Speaker doer = deed ? speakers.inFrontOf(cue.from()) : null;
        return doer != null
                && doer.actor().value().getCountry() != null
                && speaker.getCountry() != null
                && !OwnWords.isOwn(speakers, cue.from(), from, speaker);
    }

    /** The act that the tokens from (inclusive) to to (exclusive) tell; null where they tell none. */
    static @Nullable StatementAct act(Speakers speakers, int from, int to, Actor speaker) {
        Sentence sentence = speakers.sentence();
        List<Token> tokens = sentence.tokens();
        for (int i = from; i < to; i++) {
            StatementAct act = WILL.contains(tokens.get(i).lower())
                    ? plan(tokens, i, to)
                    : tokens.get(i).lemma().equals("be") ? ready(tokens, i, to) : never(tokens, i, to);
            if (act != null && OwnWords.isOwn(speakers, i, from, speaker)) {
                return act;
            }
        }
        return null;
    }

    private static @Nullable StatementAct plan(List<Token> tokens, int will, int to) {
        int verb = will + 1;
        while (verb < to && ADVERB.contains(tokens.get(verb).tag())) {
            if (NOT.contains(tokens.get(verb).lower())) {
                return null;
            }
            verb++;
        }
        return verb < to && tokens.get(verb).tag().equals("VB")
                ? PLANS.get(tokens.get(verb).lemma())
                : null;
    }

    /** "Was ready to take": an offer, unless it is one of force. */
    private static @Nullable StatementAct ready(List<Token> tokens, int be, int to) {
        boolean ready = be + 3 < to
                && READY.contains(tokens.get(be + 1).lower())
                && tokens.get(be + 2).lower().equals("to");
        if (!ready) {
            return null;
        }
        return PLANS.get(tokens.get(be + 3).lemma()) == StatementAct.THREATEN
                ? StatementAct.THREATEN
                : StatementAct.PROPOSE;
    }

    /** "We have never": whatever one's own side is said never to have done. */
    private static @Nullable StatementAct never(List<Token> tokens, int have, int to) {
        boolean never = have + 2 < to
                && tokens.get(have).lemma().equals("have")
                && tokens.get(have + 1).lower().equals("never")
                && VERB_GROUP.contains(tokens.get(have + 2).tag());
        return never ? StatementAct.DENY : null;
    }

    /** Whether what is said begins with "no soldier", "none of its aircraft", "not one of his soldiers" and a verb. */
    static boolean deniesForces(Sentence sentence, int from, int to) {
        List<Token> tokens = sentence.tokens();
        int at = from;
        while (at < to && FIRST.contains(tokens.get(at).text())) {
            at++;
        }
        boolean notOne = at + 1 < to
                && tokens.get(at).lower().equals("not")
                && SINGLE.contains(tokens.get(at + 1).lower());
        if (at >= to || !NONE.contains(tokens.get(at).lower()) && !notOne) {
            return false;
        }
        boolean forces = false;
        for (int i = at + 1; i < Math.min(to, at + SUBJECT); i++) {
            if (forces
                    && (FINITE.contains(tokens.get(i).tag())
                            || tokens.get(i).lower().equals("had"))) {
                return true;
            }
            forces |= FORCES.contains(tokens.get(i).lower());
        }
        return false;
    }
}
