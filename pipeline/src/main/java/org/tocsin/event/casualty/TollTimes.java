package org.tocsin.event.casualty;

import java.util.Optional;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;

/** Tells whether a figure is given as an earlier or a newer one, from the words in its clause ("initially", "now"). */
final class TollTimes {
    private static final int REACH = 10;
    private static final CueTable<TollFigure.Time> CUES = CueTable.of(
            KnowledgeTable.load(TollTimes.class, "toll-times.tsv", "words", "time"),
            row -> Optional.ofNullable(row.constant("time", TollFigure.Time.class))
                    .orElseThrow(() -> row.error("time is empty")));

    private TollTimes() {}

    /** How the figure at a token stands to other figures of the same toll. */
    static TollFigure.Time of(Sentence sentence, Clauses clauses, int token) {
        return CUES.find(sentence).stream()
                .filter(cue -> clauses.between(cue.from(), token) == 0 && cue.to() <= token + 1)
                .filter(cue -> token - cue.to() <= REACH)
                .reduce((one, other) -> other)
                .map(CueTable.Cue::meaning)
                .orElse(TollFigure.Time.PLAIN);
    }
}
