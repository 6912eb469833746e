package org.tocsin.rollup;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.incident.StoreKey;

/**
 * One cell of the rollups. Its text is {@code clock/dimension/bucket/event type/value}, escaped as {@link StoreKey} says, so that
 * the cells of a run of buckets are one range of keys.
 *
 * @param clock which time counts
 * @param dimension what incidents are grouped by
 * @param bucket name of the time bucket, see {@link RollupClock#bucket}
 * @param eventType name of the incidents' event type
 * @param value the group, see {@link RollupDimension}
 */
public record RollupKey(RollupClock clock, RollupDimension dimension, String bucket, String eventType, String value)
        implements Comparable<RollupKey> {
    private static final int SEGMENTS = 5;

    // keys are read by the ten thousand, so that labels are looked up, not made
    private static final Map<String, RollupClock> CLOCKS =
            Arrays.stream(RollupClock.values()).collect(Collectors.toMap(RollupClock::label, Function.identity()));

    private static final Map<String, RollupDimension> DIMENSIONS = Arrays.stream(RollupDimension.values())
            .collect(Collectors.toMap(RollupDimension::label, Function.identity()));

    /** The key as text, ASCII. */
    public String encode() {
        return StoreKey.of(clock.label(), dimension.label(), bucket, eventType, value);
    }

    /**
     * Reads a key's text.
     *
     * @throws IllegalArgumentException if the text is no rollup key
     */
    public static RollupKey parse(String text) {
        List<String> parts = StoreKey.segments(text);
        if (parts.size() != SEGMENTS) {
            throw new IllegalArgumentException("No rollup key, it has " + parts.size() + " segments: " + text);
        }
        return new RollupKey(
                named(CLOCKS, parts.get(0), text),
                named(DIMENSIONS, parts.get(1), text),
                parts.get(2),
                parts.get(3),
                parts.get(4));
    }

    private static <T> T named(Map<String, T> values, String label, String key) {
        T value = values.get(label);
        if (value == null) {
            throw new IllegalArgumentException("No rollup key, there is no '" + label + "': " + key);
        }
        return value;
    }

    @Override
    public int compareTo(RollupKey other) {
        return encode().compareTo(other.encode());
    }
}
