package org.tocsin.event.strike;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.VerbForms;
import org.tocsin.schema.Target;
import org.tocsin.schema.TargetKind;

/** Finds what an attack hit or aimed at: the nearest thing that target-kinds.tsv knows, with the words before it. */
final class Targets {
    private static final Set<String> MODIFIERS =
            Set.of("DT", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "PRP$", "POS", "VBN", "JJS");
    private static final Set<String> NOT_A_TARGET_BEFORE = Set.of("from", "by", "said", "told", "at");
    private static final Set<String> SAYING = Set.of("say", "tell", "report", "write", "announce", "add", "confirm");
    private static final int REACH = 16;

    private static final CueTable<TargetKind> KINDS = CueTable.of(
            KnowledgeTable.load(Targets.class, "target-kinds.tsv", "words", "kind"),
            row -> Optional.ofNullable(row.constant("kind", TargetKind.class))
                    .orElseThrow(() -> row.error("kind is empty")));

    private Targets() {}

    /** The target of the attack that the tokens from (inclusive) to to (exclusive) name; null where the sentence names none. */
    static @Nullable Anchored<Target> of(
            Document document, Sentence sentence, Clauses clauses, StrikeTrigger.Form form, int from, int to) {
        List<CueTable.Cue<TargetKind>> things = KINDS.find(sentence).stream()
                .filter(cue -> cue.to() <= from || cue.from() >= to)
                .toList();
        boolean passive = form == StrikeTrigger.Form.SUFFERED || VerbForms.isPassive(sentence, from);
        CueTable.Cue<TargetKind> best = null;
        int cost = Integer.MAX_VALUE;
        for (CueTable.Cue<TargetKind> thing : things) {
            int distance = distance(thing, from, to, passive) + 20 * clauses.between(thing.from(), from);
            if (distance < cost && distance <= REACH + 20 && fits(sentence, thing, to)) {
                best = thing;
                cost = distance;
            }
        }
        return best == null ? null : anchored(document, sentence, best, to);
    }

    private static int distance(CueTable.Cue<TargetKind> thing, int from, int to, boolean passive) {
        boolean before = thing.to() <= from;
        int tokens = before ? from - thing.to() : thing.from() - to;
        // the object stands behind an active verb or a noun, before a passive verb
        return tokens + (before == passive ? 0 : 8);
    }

    private static boolean fits(Sentence sentence, CueTable.Cue<TargetKind> thing, int trigger) {
        if (speaks(sentence, thing)) {
            return false;
        }
        int start = start(sentence, thing, trigger);
        return start == 0
                || !NOT_A_TARGET_BEFORE.contains(
                        sentence.tokens().get(start - 1).lower())
                || sentence.tokens().get(start - 1).lower().equals("at");
    }

    private static Anchored<Target> anchored(
            Document document, Sentence sentence, CueTable.Cue<TargetKind> thing, int trigger) {
        int start = start(sentence, thing, trigger);
        int end = thing.to();
        while (end < sentence.tokens().size()
                && sentence.tokens().get(end).tag().matches("NNS?")) {
            end++;
        }
        Anchored<TargetKind> kind = Anchored.at(sentence, start, end, thing.meaning());
        return kind.map(value -> new Target(kind.words(document), value));
    }

    /** Whether the thing is who tells of the attack: "the local police said", "officials wrote". */
    private static boolean speaks(Sentence sentence, CueTable.Cue<TargetKind> thing) {
        return thing.to() < sentence.tokens().size()
                && SAYING.contains(sentence.tokens().get(thing.to()).lemma());
    }

    /** The first word of the phrase that the thing ends; a phrase behind the words of the attack never reaches into them. */
    private static int start(Sentence sentence, CueTable.Cue<TargetKind> thing, int trigger) {
        int start = thing.from();
        int first = thing.from() >= trigger ? trigger : 0;
        while (start > first
                && MODIFIERS.contains(sentence.tokens().get(start - 1).tag())
                && thing.from() - start < 5) {
            start--;
        }
        return start;
    }
}
