package org.tocsin.serve.status;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many articles the pipeline has done over time, from which its speed follows: over the last minute, or since the first look where
 * that is later. Thread-safe.
 */
final class ArticleFlow {
    private static final long WINDOW_NANOS = Duration.ofSeconds(60).toNanos();
    private static final double NANOS_A_SECOND = 1e9;

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * One look.
     *
     * @param done articles that all instances together have committed since the beginning
     * @param waiting articles that are published but not committed
     */
    record Counts(long done, long waiting) {}

    private record Sample(long nanos, Counts counts) {}

    /** Adds a look at a moment of {@link System#nanoTime}. */
    synchronized void add(long nanos, Counts counts) {
        if (!samples.isEmpty() && counts.done() < samples.getLast().counts().done()) {
            samples.clear(); // the group was reset
        }
        samples.addLast(new Sample(nanos, counts));
        // the last one outside stays, so that the samples span the whole window
        while (samples.size() > 2 && second().nanos() <= nanos - WINDOW_NANOS) {
            samples.removeFirst();
        }
    }

    private Sample second() {
        Sample first = samples.removeFirst();
        Sample second = samples.getFirst();
        samples.addFirst(first);
        return second;
    }

    /** The latest look; empty before the first. */
    synchronized Optional<Counts> latest() {
        return Optional.ofNullable(samples.peekLast()).map(Sample::counts);
    }

    /** Articles a second; empty before the second look. */
    synchronized OptionalDouble perSecond() {
        Sample first = samples.peekFirst();
        Sample last = samples.peekLast();
        if (first == null || last == null || first.nanos() == last.nanos()) {
            return OptionalDouble.empty();
        }
        double seconds = (last.nanos() - first.nanos()) / NANOS_A_SECOND;
        return OptionalDouble.of((last.counts().done() - first.counts().done()) / seconds);
    }
}
