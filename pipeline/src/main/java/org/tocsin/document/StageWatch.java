package org.tocsin.document;

import java.util.function.Supplier;

/**
 * Is around each stage of the coder's work, so that whoever has a clock can measure how long it takes. Must return what the work
 * returns and let through what it throws. Thread-safe.
 */
public interface StageWatch {
    /** Measures nothing. */
    StageWatch NONE = new StageWatch() {
        @Override
        public <T> T over(String stage, Supplier<T> work) {
            return work.get();
        }
    };

    /**
     * Does the work of a stage.
     *
     * @param stage name of the stage: {@code annotate}, {@code mentions} or that of an event type
     */
    <T> T over(String stage, Supplier<T> work);
}
