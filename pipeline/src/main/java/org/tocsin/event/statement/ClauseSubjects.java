package org.tocsin.event.statement;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** Finds the subject that a verb behind a conjunction shares with the part of the sentence before it. */
final class ClauseSubjects {
    private static final Set<String> STOPS = Set.of(";", ":");
    private static final Set<String> CLAUSE_JOINS = Set.of(";", ":", "and", "but", "while");
    private static final Set<String> TITLE_TAGS = Tags.like("DT|JJ|NN.*|POS|IN|PRP\\$");
    /** Words that a clause between a subject and its verb has at most. */
    private static final int INSERTION = 18;

    private final Sentence sentence;
    private final List<Speaker> all;

    ClauseSubjects(Sentence sentence, List<Speaker> all) {
        this.sentence = sentence;
        this.all = all;
    }

    /** The subject that opens a part before a conjunction and that a verb follows; null where none does. */
    @Nullable
    Speaker of(int conjunction) {
        int end = conjunction;
        int start = startOfPart(end);
        Speaker subject = subjectBetween(start, end);
        while (subject == null
                && start > 1
                && !STOPS.contains(sentence.tokens().get(start - 1).text())) {
            end = start - 1;
            start = startOfPart(end);
            subject = subjectBetween(start, end);
        }
        return subject;
    }

    private int startOfPart(int end) {
        int start = end;
        while (start > 0
                && !CLAUSE_JOINS.contains(sentence.tokens().get(start - 1).text())) {
            start--;
        }
        return start;
    }

    private @Nullable Speaker subjectBetween(int from, int to) {
        List<Token> tokens = sentence.tokens();
        return all.stream()
                .filter(speaker -> speaker.from() >= from && speaker.to() < to)
                .filter(speaker -> tokens.subList(from, speaker.from()).stream()
                        .allMatch(token -> TITLE_TAGS.contains(token.tag())))
                .filter(speaker -> Tags.TENSED.contains(
                        tokens.get(behindInsertion(speaker.to(), to)).tag()))
                .findFirst()
                .orElse(null);
    }

    /** Behind a clause between commas: "the army, which controls the east, put"; the same token where none stands there. */
    private int behindInsertion(int from, int to) {
        List<Token> tokens = sentence.tokens();
        if (!tokens.get(from).text().equals(",")) {
            return from;
        }
        for (int i = from + 1; i + 1 < Math.min(to, from + INSERTION); i++) {
            if (tokens.get(i).text().equals(",")) {
                return i + 1;
            }
        }
        return from;
    }
}
