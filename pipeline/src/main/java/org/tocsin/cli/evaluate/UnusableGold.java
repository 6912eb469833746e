package org.tocsin.cli.evaluate;

/** Gold or events that cannot be read. The message is for the user: which file, what is wrong with it, what it should be. */
public final class UnusableGold extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A failure with its message. */
    public UnusableGold(String message) {
        super(message);
    }
}
