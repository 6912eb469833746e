package org.tocsin.serve.feed;

/** What follows a position cannot be told: the topics no longer hold it, or are others. The message says which. */
public final class PositionLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PositionLost(String message) {
        super(message);
    }
}
