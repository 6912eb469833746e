package org.tocsin.article;

/** What was given is no valid article. */
final class InvalidArticle extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final int line;

    InvalidArticle(String reason) {
        this(reason, 0);
    }

    InvalidArticle(String reason, int line) {
        super(reason);
        this.reason = reason;
        this.line = line;
    }

    /** What is wrong. */
    String reason() {
        return reason;
    }

    /** Line inside the file, from 1; 0 where it says nothing more. */
    int line() {
        return line;
    }
}
