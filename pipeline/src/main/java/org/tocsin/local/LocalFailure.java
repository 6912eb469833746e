package org.tocsin.local;

/** The broker or the registry of this process could not start or stop; the message says why and what to do. */
public final class LocalFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LocalFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
