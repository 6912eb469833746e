package org.tocsin.serve.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token is good for. */
public enum Scope {
    /** To ask: all that answers from the state, and what reads a text without keeping it. */
    READ,
    /** To hand in articles. */
    PUBLISH,
    /** All of it, the records of the state stores too. */
    ADMIN;

    /** Name in files, on the command line and in the OpenAPI document. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The scope of a label. */
    static Optional<Scope> of(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(label))
                .findFirst();
    }
}
