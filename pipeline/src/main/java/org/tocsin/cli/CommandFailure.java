package org.tocsin.cli;

/** A command cannot do what it was asked. The message is for the user: what is wrong, where, and what to do about it. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
