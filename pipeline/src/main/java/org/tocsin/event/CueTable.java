package org.tocsin.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.document.WordFilter;

/**
 * Words and phrases that carry a meaning, from the {@code words} column of a knowledge table, each with the meaning that its row
 * gives. A phrase is a sequence of dictionary forms ("come under fire"); a word may name alternatives ({@code carry|set}) and the
 * beginning of its part-of-speech tag ({@code strike/VB}). Where phrases overlap, the longest counts.
 *
 * @param <T> the meaning of a phrase
 */
public final class CueTable<T> {
    private final Map<String, List<Pattern<T>>> byFirstWord;
    private final WordFilter firstWords;

    private CueTable(Map<String, List<Pattern<T>>> byFirstWord) {
        this.byFirstWord = byFirstWord;
        this.firstWords = new WordFilter(byFirstWord.keySet());
    }

    /** Reads the meaning of a row. */
    public interface Meaning<T> {
        /** The meaning that a row gives; an error about the row where it is not valid. */
        T of(KnowledgeTable.Row row);
    }

    /**
     * A phrase found in a sentence.
     *
     * @param from index of its first token
     * @param to index behind its last token
     * @param meaning what it means
     */
    public record Cue<T>(int from, int to, T meaning) {
        /** Number of tokens. */
        public int length() {
            return to - from;
        }
    }

    private record Word(Set<String> forms, String tag) {
        boolean matches(Token token) {
            return (forms.contains(token.lemma()) || forms.contains(token.lower()))
                    && token.tag().startsWith(tag);
        }
    }

    private record Pattern<T>(List<Word> words, T meaning) {
        boolean matches(List<Token> tokens, int from) {
            if (from + words.size() > tokens.size()) {
                return false;
            }
            for (int i = 0; i < words.size(); i++) {
                if (!words.get(i).matches(tokens.get(from + i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Reads the phrases of a table.
     *
     * @param table a table with a column {@code words}
     * @param meaning reads what a row means
     * @throws IllegalStateException if a row gives no words or no valid meaning
     */
    public static <T> CueTable<T> of(KnowledgeTable table, Meaning<T> meaning) {
        Map<String, List<Pattern<T>>> patterns = new HashMap<>();
        for (KnowledgeTable.Row row : table.rows()) {
            Pattern<T> pattern = new Pattern<>(words(row), meaning.of(row));
            for (String form : pattern.words().get(0).forms()) {
                patterns.computeIfAbsent(form, first -> new ArrayList<>()).add(pattern);
            }
        }
        Comparator<Pattern<T>> longestFirst =
                Comparator.comparingInt(pattern -> -pattern.words().size());
        patterns.values().forEach(list -> list.sort(longestFirst));
        return new CueTable<>(patterns);
    }

    private static List<Word> words(KnowledgeTable.Row row) {
        return Arrays.stream(row.required("words").split(" "))
                .map(word -> {
                    String[] parts = word.split("/", 2);
                    if (parts[0].isEmpty()) {
                        throw row.error("'" + word + "' names no word");
                    }
                    Set<String> forms = Arrays.stream(parts[0].split("\\|")).collect(Collectors.toUnmodifiableSet());
                    return new Word(forms, parts.length == 2 ? parts[1] : "");
                })
                .toList();
    }

    /** The phrases in a sentence, in order, never overlapping. */
    public List<Cue<T>> find(Sentence sentence) {
        List<Cue<T>> cues = new ArrayList<>();
        int at = 0;
        while (at < sentence.tokens().size()) {
            Cue<T> cue = at(sentence, at);
            if (cue != null) {
                cues.add(cue);
            }
            at = cue == null ? at + 1 : cue.to();
        }
        return cues;
    }

    /** The longest phrase that begins at a token; null where none does. */
    public @Nullable Cue<T> at(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        Token first = tokens.get(token);
        Cue<T> byLemma = beginning(first.lemma(), tokens, token);
        return byLemma != null || first.lower().equals(first.lemma())
                ? byLemma
                : beginning(first.lower(), tokens, token);
    }

    private @Nullable Cue<T> beginning(String form, List<Token> tokens, int from) {
        List<Pattern<T>> patterns = firstWords.passes(form) ? byFirstWord.get(form) : null;
        return patterns == null ? null : longest(patterns, tokens, from);
    }

    private @Nullable Cue<T> longest(List<Pattern<T>> patterns, List<Token> tokens, int from) {
        for (Pattern<T> pattern : patterns) {
            if (pattern.matches(tokens, from)) {
                return new Cue<>(from, from + pattern.words().size(), pattern.meaning());
            }
        }
        return null;
    }
}
