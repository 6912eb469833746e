package org.tocsin.document.opennlp;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The words that articles repeat, each with its form in lower case and its dictionary form, so that a word is worked out once and all
 * its tokens hold the same strings, whose hash codes are known. Not thread-safe.
 */
final class KnownWords {
    /** Words kept; when there are more, all are forgotten. */
    static final int KEPT_WORDS = 20_000;

    /** Longest word kept, in characters. */
    static final int LONGEST_KEPT = 24;

    private final Lemmatizer lemmatizer;
    private final Map<String, Word> kept = new HashMap<>();

    KnownWords(Lemmatizer lemmatizer) {
        this.lemmatizer = lemmatizer;
    }

    /** A word as it is written. */
    final class Word {
        private final String text;
        private final String lower;
        private final int letters;
        private final int capitals;
        private String tag = "";
        private String lemma;

        private Word(String text) {
            this.text = text;
            String small = text.toLowerCase(Locale.ROOT);
            this.lower = small.equals(text) ? text : small;
            this.letters = (int) text.chars().filter(Character::isLetter).count();
            this.capitals = (int) text.chars().filter(Character::isUpperCase).count();
            this.lemma = lemmatizer.lemma(lower, tag);
        }

        String text() {
            return text;
        }

        String lower() {
            return lower;
        }

        /** Number of letters. */
        int letters() {
            return letters;
        }

        /** Number of capital letters. */
        int capitals() {
            return capitals;
        }

        /** The dictionary form with a tag; the one asked for last is kept. */
        String lemma(String of) {
            if (!of.equals(tag)) {
                String form = lemmatizer.lemma(lower, of);
                lemma = form.equals(lemma) ? lemma : form;
                tag = of;
            }
            return lemma;
        }
    }

    /** The word with this text. */
    Word of(String text) {
        if (text.length() > LONGEST_KEPT) {
            return new Word(text);
        }
        if (kept.size() >= KEPT_WORDS) {
            kept.clear();
        }
        return kept.computeIfAbsent(text, Word::new);
    }
}
