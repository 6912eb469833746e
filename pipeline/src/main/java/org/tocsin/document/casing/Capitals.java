package org.tocsin.document.casing;

/** Recognises texts and lines that are written in capitals. */
final class Capitals {
    private static final double NEARLY_ALL = 0.9;
    private static final int TEXT_LETTERS = 60;
    private static final int LINE_LETTERS = 20;
    private static final int LINE_WORDS = 4;

    private Capitals() {}

    /** Whether a whole text is. */
    static boolean isText(String text) {
        return letters(text) >= TEXT_LETTERS && share(text) >= NEARLY_ALL;
    }

    /** Whether a line is, and long enough that it is no mere list of acronyms. */
    static boolean isLine(String line) {
        return letters(line) >= LINE_LETTERS
                && line.strip().split("\\s+").length >= LINE_WORDS
                && share(line) >= NEARLY_ALL;
    }

    private static long letters(String text) {
        return text.chars().filter(Character::isLetter).count();
    }

    private static double share(String text) {
        return (double) text.chars().filter(Character::isUpperCase).count() / Math.max(1, letters(text));
    }
}
