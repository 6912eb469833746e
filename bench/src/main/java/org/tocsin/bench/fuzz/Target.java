package org.tocsin.bench.fuzz;

import java.util.Random;

/** Something that takes input from outside. Not thread-safe. */
interface Target extends AutoCloseable {
    /** Name of the target in reports and in the collection of found cases. */
    String name();

    /** An input; the same numbers give the same one. What is not text is in Base64. */
    String draw(Random random);

    /**
     * Feeds an input in and looks whether everything holds.
     *
     * @throws Failure if it does not; any other exception is a failure too
     */
    void feed(String input) throws Exception;

    @Override
    default void close() {}

    /** Something that must hold does not. */
    final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }
}
