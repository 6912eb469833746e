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
                && share(line) >= NEARLY_ALL
                && line.strip().split("\\s+").length >= LINE_WORDS;
    }

    private static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    /** The capitals among the letters: 0 to 1. */
    private static double share(String text) {
        int capitals = 0;
        for (int i = 0; i < text.length(); i++) {
            capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
        }
        return (double) capitals / Math.max(1, letters(text));
    }
}
