package org.tocsin.document.grammar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.WordFilter;

/** The number words of English, from number-words.tsv. Thread-safe. */
final class NumberWords {
    private final Map<String, Word> words;
    private final WordFilter filter;

    /** How a word takes part in a number. */
    enum Kind {
        /** 0 to 19. */
        UNIT,
        /** 20, 30 ... 90. */
        TEN,
        /** Multiplies what stands before it: hundred, dozen, million. */
        SCALE,
        /** No figure: dozens, several. */
        VAGUE,
        /** A place in an order: third. */
        ORDINAL
    }

    /**
     * A number word.
     *
     * @param kind how it takes part in a number
     * @param value its figure; null for most vague words
     * @param low lowest value of a vague word; null for others
     * @param high highest value of a vague word; null where open and for others
     */
    record Word(
            Kind kind,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high) {
        /** The figure of a word that must have one. */
        double figure() {
            if (value == null) {
                throw new IllegalStateException("A number word of kind " + kind + " has no figure");
            }
            return value;
        }
    }

    private NumberWords(Map<String, Word> words) {
        this.words = Map.copyOf(words);
        this.filter = new WordFilter(words.keySet());
    }

    static NumberWords shared() {
        return Holder.SHARED;
    }

    private static NumberWords load() {
        Map<String, Word> words = new HashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(
                        NumberWords.class, "number-words.tsv", "word", "kind", "value", "low", "high")
                .rows()) {
            Kind kind = row.constant("kind", Kind.class);
            if (kind == null || kind != Kind.VAGUE && row.cell("value").isEmpty()) {
                throw row.error("a word needs a kind and, unless it is vague, a value");
            }
            words.put(
                    row.required("word").toLowerCase(Locale.ROOT),
                    new Word(kind, number(row, "value"), number(row, "low"), number(row, "high")));
        }
        return new NumberWords(words);
    }

    private static @Nullable Double number(KnowledgeTable.Row row, String column) {
        String cell = row.optional(column);
        try {
            return cell == null ? null : Double.valueOf(cell);
        } catch (NumberFormatException e) {
            throw row.error(column + " is '" + cell + "', not a number");
        }
    }

    /** The word; null where it is no number word. */
    @Nullable
    Word get(String lower) {
        return filter.passes(lower) ? words.get(lower) : null;
    }

    /** The word where it has this kind; null otherwise. */
    @Nullable
    Word get(String lower, Kind kind) {
        Word word = get(lower);
        return word != null && word.kind() == kind ? word : null;
    }

    private static final class Holder {
        static final NumberWords SHARED = load();
    }
}
