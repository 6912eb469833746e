package org.tocsin.serve.submit;

/** There is no room for the request now; it can be tried again soon. */
public final class TooBusy extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooBusy(String message) {
        super(message);
    }
}
