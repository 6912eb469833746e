package org.tocsin.serve.access;

/** How callers are told apart. */
public sealed interface Access {
    /** Whoever reaches the API may do everything. */
    record Open() implements Access {}

    /** Whoever shows a token may do what it is good for. */
    record ByToken(Tokens tokens) implements Access {}
}
