package org.tocsin.document.grammar;

import org.jspecify.annotations.Nullable;

/**
 * A number read from tokens, before its neighbours are looked at.
 *
 * @param from index of the first token
 * @param to index behind the last token
 * @param value the figure; null for vague words such as "dozens"
 * @param low lowest value meant
 * @param high highest value meant; null where open
 * @param form how it is written
 * @param suffix what is glued to the figure by a hyphen or without a space ("year-old", "mm"), in lower case; empty where nothing is
 */
record Numeral(
        int from,
        int to,
        @Nullable Double value,
        @Nullable Double low,
        @Nullable Double high,
        Form form,
        String suffix) {

    /** How a number is written. */
    enum Form {
        /** Figures ("12,000", "1.2 million"). */
        FIGURES,
        /** Words ("twenty-one"). */
        WORDS,
        /** Words without a figure ("dozens", "several"). */
        VAGUE,
        /** A place in an order ("1,000th", "third"). */
        ORDINAL,
        /** Two figures ("nine to eleven"): the value is the lower. */
        RANGE
    }

    /** An exact number. */
    static Numeral exact(int from, int to, double value, Form form, String suffix) {
        return new Numeral(from, to, value, value, value, form, suffix);
    }

    /** The same number over other tokens, multiplied. */
    Numeral times(double factor, int end) {
        return new Numeral(from, end, times(value, factor), times(low, factor), times(high, factor), form, suffix);
    }

    private static @Nullable Double times(@Nullable Double value, double factor) {
        return value == null ? null : Double.valueOf(value * factor);
    }

    /** The same number with an earlier first token. */
    Numeral startingAt(int start) {
        return new Numeral(start, to, value, low, high, form, suffix);
    }

    /** Whether the value is a whole number. */
    boolean whole() {
        return value == null || Math.abs(value - Math.rint(value)) < 1e-9;
    }
}
