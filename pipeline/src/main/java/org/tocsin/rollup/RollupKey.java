package org.tocsin.rollup;

import java.util.List;
import java.util.Locale;
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
                RollupClock.valueOf(parts.get(0).toUpperCase(Locale.ROOT)),
                RollupDimension.valueOf(parts.get(1).toUpperCase(Locale.ROOT)),
                parts.get(2),
                parts.get(3),
                parts.get(4));
    }

    @Override
    public int compareTo(RollupKey other) {
        return encode().compareTo(other.encode());
    }
}
