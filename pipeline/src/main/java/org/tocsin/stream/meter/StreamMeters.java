package org.tocsin.stream.meter;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.StageWatch;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.schema.RevisionStatus;

/**
 * Counts and times what the stream does. Every counter is there from the beginning, at zero. What is done again after a transaction
 * was rolled back is counted again. Thread-safe.
 */
public final class StreamMeters implements StageWatch {
    private static final List<String> READING = List.of("annotate", "mentions");

    private final Map<Result, Counter> articles;
    private final Map<Change, Map<String, Counter>> events;
    private final Map<String, Counter> letters;
    private final Map<RevisionStatus, Counter> revisions;
    private final Map<Part, Counter> failures;
    private final Map<String, Timer> stages;
    private final Timer publicationLag;
    private final Timer eventLag;

    /** What became of a record of the articles' topic. */
    public enum Result {
        /** It was coded. */
        CODED,
        /** It said what was known. */
        UNCHANGED,
        /** Its article was deleted. */
        DELETED,
        /** It cannot be read. */
        REFUSED,
        /** The coder failed on it. */
        FAILED
    }

    /** What happened to an event. */
    public enum Change {
        /** It did not stand before. */
        NEW,
        /** It stands otherwise. */
        CHANGED,
        /** It stands no longer. */
        RETRACTED
    }

    /** On whom the stream depends. */
    public enum Part {
        /** The Schema Registry. */
        REGISTRY,
        /** Kafka. */
        BROKER
    }

    /**
     * Meters in a registry.
     *
     * @param reasons codes of the reasons why a record becomes a dead letter
     */
    public StreamMeters(MeterRegistry registry, List<String> reasons) {
        articles = each(Result.values(), result -> Figure.ARTICLES.counter(registry, label(result)));
        events = each(
                Change.values(),
                change -> named(types(), type -> Figure.EVENTS.counter(registry, type, label(change))));
        letters = named(reasons.stream(), reason -> Figure.DEAD_LETTERS.counter(registry, reason));
        revisions = each(RevisionStatus.values(), kind -> Figure.REVISIONS.counter(registry, label(kind)));
        failures = each(Part.values(), part -> Figure.FAILURES.counter(registry, label(part)));
        stages = named(Stream.concat(READING.stream(), types()), stage -> Figure.CODER.timer(registry, stage));
        publicationLag = Figure.PUBLICATION_LAG.timer(registry);
        eventLag = Figure.EVENT_LAG.timer(registry);
    }

    /** Counts a record of the articles' topic. */
    public void article(Result result) {
        of(articles, result).increment();
    }

    /**
     * Measures how late an article and its events are.
     *
     * @param published when it was published; null where it does not say
     * @param recorded when its record came into Kafka
     * @param now when its events are written
     */
    public void lag(@Nullable Instant published, Instant recorded, Instant now) {
        if (published != null) {
            record(publicationLag, Duration.between(published, recorded));
        }
        record(eventLag, Duration.between(recorded, now));
    }

    /** Counts an event that is written. */
    public void event(String type, Change change) {
        of(of(events, change), type).increment();
    }

    /** Counts a dead letter. */
    public void letter(String reason) {
        of(letters, reason).increment();
    }

    /** Counts a revision of an incident. */
    public void revision(RevisionStatus kind) {
        of(revisions, kind).increment();
    }

    /** Counts a failure of another. */
    public void failure(Part part) {
        of(failures, part).increment();
    }

    @Override
    public <T> T over(String stage, Supplier<T> work) {
        long before = System.nanoTime();
        try {
            return work.get();
        } finally {
            of(stages, stage).record(System.nanoTime() - before, TimeUnit.NANOSECONDS);
        }
    }

    /** Clocks of publishers may go ahead. */
    private static void record(Timer timer, Duration lag) {
        timer.record(lag.isNegative() ? Duration.ZERO : lag);
    }

    private static Stream<String> types() {
        return EventTypes.ALL.stream().map(EventType::name);
    }

    private static <K, V> V of(Map<K, V> meters, K key) {
        return Objects.requireNonNull(meters.get(key), () -> "There is no meter for " + key);
    }

    private static <K, V> Map<K, V> each(K[] keys, Function<K, V> meter) {
        Map<K, V> meters = new HashMap<>();
        Arrays.stream(keys).forEach(key -> meters.put(key, meter.apply(key)));
        return Map.copyOf(meters);
    }

    private static <V> Map<String, V> named(Stream<String> names, Function<String, V> meter) {
        return each(names.toArray(String[]::new), meter);
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
