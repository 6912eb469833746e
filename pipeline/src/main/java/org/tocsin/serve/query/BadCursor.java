package org.tocsin.serve.query;

/** A cursor that was not given for this question. The message says so to the caller. */
public final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with it. */
    public BadCursor(String message) {
        super(message);
    }
}
