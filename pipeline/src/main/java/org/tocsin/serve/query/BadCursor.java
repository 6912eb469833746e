package org.tocsin.serve.query;

import org.jspecify.annotations.Nullable;

/** A cursor that was not given for this question. The message completes the sentence "The parameter cursor cannot be this one; ...". */
public final class BadCursor extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong with it. */
    BadCursor(String message) {
        super(message);
    }

    BadCursor(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
