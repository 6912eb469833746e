package org.tocsin.event;

import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;

/** Words that lead from an act to another one that came before or after it: "days after the raid on", "in retaliation for". */
public final class Shifts {
    private static final CueTable<Boolean> WORDS =
            CueTable.of(KnowledgeTable.load(Shifts.class, "shift-words.tsv", "words"), row -> true);

    private Shifts() {}

    /** Whether such words stand between two tokens, so that what stands at one of them is no part of the act at the other. */
    public static boolean between(Sentence sentence, int one, int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        return WORDS.find(sentence).stream().anyMatch(words -> words.from() > from && words.to() <= to);
    }
}
