package org.tocsin.cli;

import java.util.concurrent.atomic.AtomicBoolean;

/** Runs a tidying-up once: when the command ends, or when the user or the system ends the process (Ctrl-C, SIGTERM). */
final class Interruption implements AutoCloseable {
    private final AtomicBoolean done = new AtomicBoolean();
    private final Runnable tidyUp;

    private Interruption(Runnable tidyUp) {
        this.tidyUp = tidyUp;
    }

    /** Makes sure that the tidying-up runs. */
    static Interruption runs(Runnable tidyUp) {
        Interruption interruption = new Interruption(tidyUp);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::close, "tidy-up"));
        return interruption;
    }

    @Override
    public void close() {
        if (done.compareAndSet(false, true)) {
            tidyUp.run();
        }
    }
}
