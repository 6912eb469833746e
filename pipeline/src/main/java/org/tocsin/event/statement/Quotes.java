package org.tocsin.event.statement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;

/** Finds a speaker's own sentence or clause between quotation marks; a single quoted word or a short name is none. */
final class Quotes {
    private static final Pattern QUOTED =
            Pattern.compile("[\u201C\u00AB]([^\u201D\u00BB]+)(?:[\u201D\u00BB]|$)|\"([^\"]+)(?:\"|$)");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'\u2019-]+");
    private static final Pattern CLOSING = Pattern.compile("[\u201D\u00BB\"]");
    private static final int CLAUSE = 4;

    private Quotes() {}

    /** The first quotation of a sentence; null where there is none. */
    static @Nullable Anchored<String> in(Sentence sentence) {
        Matcher quoted = QUOTED.matcher(sentence.text());
        while (quoted.find()) {
            int group = quoted.group(1) != null ? 1 : 2;
            String words = quoted.group(group);
            if (WORD.matcher(words).results().count() >= CLAUSE) {
                return new Anchored<>(
                        words, sentence.start() + quoted.start(group), sentence.start() + quoted.end(group));
            }
        }
        return null;
    }

    /** The words of a sentence that begins inside a quotation, up to the mark that closes it; as {@link #in} where they are few. */
    static @Nullable Anchored<String> runningOn(Sentence sentence) {
        Matcher end = CLOSING.matcher(sentence.text());
        String words = end.find() ? sentence.text().substring(0, end.start()) : sentence.text();
        return WORD.matcher(words).results().count() >= CLAUSE
                ? new Anchored<>(words, sentence.start(), sentence.start() + words.length())
                : in(sentence);
    }

    /** Whether a quotation opens behind a token. */
    static boolean opensBehind(Sentence sentence, int token) {
        return sentence.tokens().stream()
                .skip(token)
                .anyMatch(word -> word.text().contains("\"") || word.text().contains("``"));
    }
}
