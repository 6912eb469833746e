package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.rollup.RollupClock;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupMetric;
import org.tocsin.rollup.RollupWindow;

/**
 * What all questions about rollups have in common.
 *
 * @param clock which time counts
 * @param dimension what incidents are grouped by
 * @param metric what is summed
 * @param eventType the event type that counts; null for all
 * @param limit most groups to answer
 */
record RollupQuestion(
        RollupClock clock,
        RollupDimension dimension,
        RollupMetric metric,
        @Nullable String eventType,
        int limit) {
    private static final int GROUPS = 100;
    private static final int MOST_GROUPS = 10_000;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    static RollupQuestion of(PlainParameters parameters) {
        return new RollupQuestion(
                choice(parameters, "clock", RollupClock.values(), RollupClock.OCCURRED),
                choice(parameters, "group_by", RollupDimension.values(), RollupDimension.COUNTRY),
                choice(parameters, "metric", RollupMetric.values(), RollupMetric.EVENTS),
                parameters
                        .oneOf(
                                "event_type",
                                EventTypes.ALL.stream().map(EventType::name).toList())
                        .orElse(null),
                parameters.number("limit", GROUPS, 1, MOST_GROUPS));
    }

    /** Whether a window lies where buckets have names of one length. */
    static boolean isInCalendar(RollupWindow window) {
        return !window.start().isBefore(EARLIEST);
    }

    /** The end of the bucket that holds a moment. */
    Instant bucketEnd(Instant moment) {
        return clock.start(clock.bucket(moment)).plus(1, clock.width());
    }

    /** The end of the newest bucket before a moment that holds anything; empty where none does. Reads one cell. */
    Optional<Instant> newest(Stores stores, Instant before) {
        return stores.lastRollup(new RollupWindow(EARLIEST, before).keys(clock, dimension))
                .map(RollupKey::bucket)
                .map(clock::start)
                .map(this::bucketEnd);
    }

    void describe(ObjectNode meta) {
        meta.put("clock", clock.label());
        meta.put("group_by", dimension.label());
        meta.put("metric", metric.label());
    }

    private static <E extends Enum<E>> E choice(PlainParameters parameters, String name, E[] values, E byDefault) {
        List<String> labels = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return parameters
                .oneOf(name, labels)
                .map(label -> values[labels.indexOf(label)])
                .orElse(byDefault);
    }
}
