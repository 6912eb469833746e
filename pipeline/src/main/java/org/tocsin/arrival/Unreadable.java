package org.tocsin.arrival;

/** An input or item cannot be read; the message says what is wrong and what to do, and holds no words of the input. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    /** Something is wrong with the whole of it. */
    public Unreadable(String reason) {
        this(reason, 0);
    }

    /**
     * Something is wrong in one place.
     *
     * @param line line of the input, from 1; 0 for none
     */
    public Unreadable(String reason, int line) {
        super(reason);
        this.line = line;
    }

    /** What is wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }

    /** The place, given that of the whole: {@code news.xml:12}. */
    public String where(String name) {
        return line == 0 ? name : name + ":" + line;
    }
}
