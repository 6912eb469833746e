package org.tocsin.stream;

import org.jspecify.annotations.Nullable;

/** The stores cannot be read now, since the pipeline starts, rebalances or stops. Asking again in a second or two may succeed. */
public class StoresUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoresUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public StoresUnavailable(String message) {
        super(message);
    }
}
