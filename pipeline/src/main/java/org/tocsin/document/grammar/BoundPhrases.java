package org.tocsin.document.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Token;
import org.tocsin.schema.Bound;

/** Phrases that say how a number is to be read ("at least", "up to", "some"), from bound-phrases.tsv. Thread-safe. */
final class BoundPhrases {
    private final List<Phrase> before;
    private final List<Phrase> after;

    /**
     * A phrase.
     *
     * @param words its words in lower case
     * @param bound what it says
     */
    private record Phrase(List<String> words, Bound bound) {}

    /**
     * A phrase found.
     *
     * @param from index of its first token
     * @param to index behind its last token
     * @param bound what it says
     */
    record Match(int from, int to, Bound bound) {}

    private BoundPhrases(List<Phrase> before, List<Phrase> after) {
        this.before = longestFirst(before);
        this.after = longestFirst(after);
    }

    private static List<Phrase> longestFirst(List<Phrase> phrases) {
        return phrases.stream()
                .sorted(Comparator.comparingInt((Phrase p) -> -p.words().size()))
                .toList();
    }

    static BoundPhrases shared() {
        return Holder.SHARED;
    }

    private static BoundPhrases load() {
        List<Phrase> before = new ArrayList<>();
        List<Phrase> after = new ArrayList<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(
                        BoundPhrases.class, "bound-phrases.tsv", "phrase", "bound", "position")
                .rows()) {
            Bound bound = row.constant("bound", Bound.class);
            if (bound == null || bound == Bound.UNKNOWN) {
                throw row.error("bound must be EXACT, AT_LEAST, AT_MOST or ABOUT");
            }
            Phrase phrase = new Phrase(
                    List.of(row.required("phrase").toLowerCase(Locale.ROOT).split(" ")), bound);
            switch (row.required("position")) {
                case "BEFORE" -> before.add(phrase);
                case "AFTER" -> after.add(phrase);
                default -> throw row.error("position must be BEFORE or AFTER");
            }
        }
        return new BoundPhrases(before, after);
    }

    /** The longest phrase that ends right before this token; null where none does. */
    @Nullable
    Match before(List<Token> tokens, int at) {
        for (Phrase phrase : before) {
            int from = at - phrase.words().size();
            if (from >= 0 && stands(tokens, from, phrase)) {
                return new Match(from, at, phrase.bound());
            }
        }
        return null;
    }

    /** The longest phrase that starts at this token; null where none does. */
    @Nullable
    Match after(List<Token> tokens, int at) {
        for (Phrase phrase : after) {
            int to = at + phrase.words().size();
            if (to <= tokens.size() && stands(tokens, at, phrase)) {
                return new Match(at, to, phrase.bound());
            }
        }
        return null;
    }

    /** What a suffix of a figure says ("100-plus"); null where it says nothing. */
    @Nullable
    Bound suffix(String suffix) {
        return after.stream()
                .filter(p -> p.words().size() == 1)
                .filter(p -> p.words().get(0).equals(suffix) || p.words().get(0).equals("-" + suffix))
                .map(Phrase::bound)
                .findFirst()
                .orElse(null);
    }

    private static boolean stands(List<Token> tokens, int from, Phrase phrase) {
        for (int i = 0; i < phrase.words().size(); i++) {
            if (!tokens.get(from + i).lower().equals(phrase.words().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static final class Holder {
        static final BoundPhrases SHARED = load();
    }
}
