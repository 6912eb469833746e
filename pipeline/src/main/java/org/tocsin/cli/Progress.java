package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a long command is: a bar on a terminal, elsewhere one plain line every ten seconds. */
abstract sealed class Progress implements AutoCloseable {
    private static final long SECONDS_BETWEEN_LINES = 10;

    /** One more is done. */
    abstract void step();

    @Override
    public abstract void close();

    /**
     * Starts to show.
     *
     * @param what what is counted, in the plural
     * @param err where plain lines go
     */
    static Progress start(String what, PrintWriter err) {
        return System.console() == null ? new Lines(what, err) : new Bar(what);
    }

    private static final class Bar extends Progress {
        private final ProgressBar bar;

        Bar(String what) {
            bar = new ProgressBarBuilder()
                    .setTaskName(what)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setInitialMax(-1)
                    .showSpeed()
                    .build();
        }

        @Override
        void step() {
            bar.step();
        }

        @Override
        public void close() {
            bar.close();
        }
    }

    private static final class Lines extends Progress {
        private final AtomicLong done = new AtomicLong();
        private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
        });

        Lines(String what, PrintWriter err) {
            timer.scheduleAtFixedRate(
                    () -> {
                        err.println(done.get() + " " + what);
                        err.flush();
                    },
                    SECONDS_BETWEEN_LINES,
                    SECONDS_BETWEEN_LINES,
                    TimeUnit.SECONDS);
        }

        @Override
        void step() {
            done.incrementAndGet();
        }

        @Override
        public void close() {
            timer.shutdownNow();
        }
    }
}
