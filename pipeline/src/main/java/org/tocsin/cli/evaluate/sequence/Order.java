package org.tocsin.cli.evaluate.sequence;

/** In which order reports come in. */
public enum Order {
    /** In that of their publication. */
    ARRIVAL,
    /** The latest first. */
    REVERSED,
    /** In a random order that a seed fixes. */
    SHUFFLED
}
