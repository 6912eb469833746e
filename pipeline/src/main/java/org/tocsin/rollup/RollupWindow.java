package org.tocsin.rollup;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import org.tocsin.incident.StoreKey;

/**
 * A rolling window of time. Totals are kept by bucket, so a query widens the window to whole buckets: nothing that falls into
 * the window is missed, and the answer can say which buckets it holds.
 *
 * @param start first moment
 * @param end moment behind the last, after start
 */
public record RollupWindow(Instant start, Instant end) {
    /** Checks the order. */
    public RollupWindow {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A window must end after it starts: " + start + " to " + end);
        }
        if (!RollupClock.isNamed(start) || !RollupClock.isNamed(end)) {
            throw new IllegalArgumentException("A window must lie in the years 0 to 9999: " + start + " to " + end);
        }
    }

    /**
     * The window of a length that ends at a moment.
     *
     * @param length ISO 8601 duration, for example {@code P7D}, {@code PT1H}, {@code P1M}; months and years are those of the
     *     calendar in UTC
     * @param end moment behind the last
     * @throws IllegalArgumentException if the length is no duration, not longer than zero or reaches beyond the calendar
     */
    public static RollupWindow ending(String length, Instant end) {
        try {
            Instant start = length.contains("T")
                    ? end.minus(Duration.parse(length))
                    : end.atOffset(ZoneOffset.UTC).minus(Period.parse(length)).toInstant();
            return new RollupWindow(start, end);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "A window is an ISO 8601 duration such as P7D or PT1H, not '" + length + "'", e);
        }
    }

    /** Name of the first bucket that the window touches. */
    public String firstBucket(RollupClock clock) {
        return clock.bucket(start);
    }

    /** Name of the last bucket that the window touches. */
    public String lastBucket(RollupClock clock) {
        return clock.bucket(end.minusNanos(1));
    }

    /** The keys of all cells of a dimension in the buckets that the window touches. */
    public KeyRange keys(RollupClock clock, RollupDimension dimension) {
        return new KeyRange(
                StoreKey.below(clock.label(), dimension.label(), firstBucket(clock)),
                StoreKey.below(clock.label(), dimension.label(), lastBucket(clock)) + KeyRange.LAST);
    }

    /**
     * A range of encoded {@link RollupKey}s.
     *
     * @param from lowest text, inclusive
     * @param to highest text, inclusive
     */
    public record KeyRange(String from, String to) {
        /** Sorts behind every character that a key holds. */
        private static final String LAST = "\u007f";

        /** Whether the range holds a key. */
        public boolean contains(String key) {
            return from.compareTo(key) <= 0 && key.compareTo(to) <= 0;
        }
    }
}
