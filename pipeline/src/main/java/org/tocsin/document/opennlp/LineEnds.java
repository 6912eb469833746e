package org.tocsin.document.opennlp;

/**
 * Tells whether a line end of a text ends a paragraph or only wraps a line. A text is taken as wrapped as a whole where most
 * lines that another line follows at once have nearly the same length, as telex and mail have.
 */
final class LineEnds {
    private static final int FEWEST_LINES = 4;
    private static final int SHORTEST = 50;
    private static final int LONGEST = 100;
    private static final double MOST = 0.8;
    private final String text;
    private final boolean wrapped;

    LineEnds(String text) {
        this.text = text;
        this.wrapped = isWrapped(text);
    }

    private static boolean isWrapped(String text) {
        int inner = 0;
        int fitting = 0;
        int start = 0;
        while (start < text.length()) {
            int end = next(text, start);
            boolean followed = end + 1 < text.length() && text.charAt(end + 1) != '\n' && end > start;
            if (followed) {
                inner++;
                fitting += end - start >= SHORTEST && end - start <= LONGEST ? 1 : 0;
            }
            start = end + 1;
        }
        return inner >= FEWEST_LINES && fitting >= MOST * inner;
    }

    /** Offset of the next line end at or behind this offset; the text's length where none follows. */
    static int next(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** Whether the line that starts and ends here goes on in the next one. */
    boolean continues(int start, int end) {
        int next = end + 1;
        if (end == start || next >= text.length() || text.charAt(next) == '\n') {
            return false;
        }
        if (wrapped) {
            return true;
        }
        char last = text.charAt(end - 1);
        return Character.isLowerCase(text.charAt(next)) && (Character.isLetterOrDigit(last) || last == ',');
    }
}
