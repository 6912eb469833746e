package org.tocsin.stream;

import org.jspecify.annotations.Nullable;

/** Looks into the causes of an error. */
final class Causes {
    /** Deeper chains of causes come only from causes that name each other. */
    private static final int DEEPEST = 30;

    private Causes() {}

    /** Whether an error is of a type, or was caused by one that is. */
    static boolean has(Throwable error, Class<? extends Throwable> type) {
        return first(error, type) != null;
    }

    /** The error or the first of its causes that is of a type; null where none is. */
    static <T extends Throwable> @Nullable T first(Throwable error, Class<T> type) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
