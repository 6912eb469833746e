package org.tocsin.serve.access;

/** A file of tokens that cannot be used; the message names the file, what is wrong and what to do. */
public final class BadTokenFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadTokenFile(String message) {
        super(message);
    }

    BadTokenFile(String message, Throwable cause) {
        super(message, cause);
    }
}
