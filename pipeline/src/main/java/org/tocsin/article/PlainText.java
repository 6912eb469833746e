package org.tocsin.article;

/**
 * A text in plain typography that knows where each of its characters stands in the original. Offsets are UTF-16 code
 * units, intervals half-open.
 */
public final class PlainText {
    private final String text;
    private final int[] starts;
    private final int[] ends;

    PlainText(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
    }

    /** The plain text. */
    public String text() {
        return text;
    }

    /** The same text with other capitals; where each character stands in the original stays as it is. */
    public PlainText withCase(String recased) {
        if (!recased.equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("More than the case of letters differs");
        }
        return recased.equals(text) ? this : new PlainText(recased, starts, ends);
    }

    /** Offset in the original of the first character that the plain character at this offset stands for. */
    public int originalStart(int plainStart) {
        return starts[plainStart];
    }

    /** Offset in the original behind the last character that the plain character before this offset stands for. */
    public int originalEnd(int plainEnd) {
        return ends[plainEnd - 1];
    }
}
