package org.tocsin.event.casualty;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;

/** Tells whether a figure is given as an earlier or a newer one, from the words in its clause ("initially", "now"). */
final class TollTimes {
    private static final Pattern OWN_REPORT = Pattern.compile(".*(report|article|story).*");

    private static final int REACH = 10;
    private static final CueTable<TollFigure.Time> CUES = CueTable.of(
            KnowledgeTable.load(TollTimes.class, "toll-times.tsv", "words", "time"),
            row -> Optional.ofNullable(row.constant("time", TollFigure.Time.class))
                    .orElseThrow(() -> row.error("time is empty")));

    private static final Set<String> BEFORE_OLD = Set.of("from", "of", "than", "not", "the", "an", "earlier");

    private static final String WROTE = "report|write|state|give|put|publish|say|tell";

    private TollTimes() {}

    /** Whether the words right before a bare number tell that another figure replaced it ("up from four", "instead of four"). */
    static boolean replaced(Sentence sentence, int token) {
        return CUES.find(sentence).stream()
                .filter(cue -> cue.meaning() == TollFigure.Time.EARLIER && cue.to() <= token && token - cue.to() <= 3)
                .anyMatch(cue -> cue.length() > 1
                        && sentence.tokens().subList(cue.to(), token).stream()
                                .allMatch(between -> BEFORE_OLD.contains(between.lower())));
    }

    /** How the figure at a token stands to other figures of the same toll. */
    static TollFigure.Time of(Sentence sentence, Clauses clauses, int token) {
        if (correctsItself(sentence, token)) {
            return TollFigure.Time.EARLIER;
        }
        return CUES.find(sentence).stream()
                .filter(cue -> clauses.between(cue.from(), token) == 0 && cue.to() <= token + 1)
                .filter(cue -> token - cue.to() <= REACH)
                .reduce((one, other) -> other)
                .map(CueTable.Cue::meaning)
                .orElseGet(() ->
                        reportedBefore(sentence, clauses, token) ? TollFigure.Time.EARLIER : TollFigure.Time.PLAIN);
    }

    /** "On Tuesday we reported that three people died", "our report gave the number as 34": an outlet about what it wrote before. */
    private static boolean correctsItself(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < token; i++) {
            String next = i + 1 < tokens.size() ? tokens.get(i + 1).lemma() : "";
            String second = i + 2 < tokens.size() ? tokens.get(i + 2).lemma() : "";
            boolean wrote = tokens.get(i).lower().equals("we")
                    && (next.matches(WROTE) || tokens.get(i + 1).tag().equals("RB") && second.matches(WROTE));
            boolean report = tokens.get(i).lower().equals("our")
                    && OWN_REPORT.matcher((next + " " + second)).matches();
            if (wrote || report) {
                return true;
            }
        }
        return false;
    }

    /** "Six had been reported dead earlier": a past before the past, with a word for the earlier time behind the figure. */
    private static boolean reportedBefore(Sentence sentence, Clauses clauses, int token) {
        boolean pastPerfect = sentence.tokens().subList(token, clauses.to(token)).stream()
                .anyMatch(word -> word.lower().equals("had"));
        return pastPerfect
                && CUES.find(sentence).stream()
                        .anyMatch(cue -> cue.meaning() == TollFigure.Time.EARLIER
                                && cue.length() == 1
                                && cue.from() > token
                                && clauses.between(cue.from(), token) == 0);
    }
}
