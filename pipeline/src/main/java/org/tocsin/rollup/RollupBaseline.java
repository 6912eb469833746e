package org.tocsin.rollup;

import java.time.Duration;
import java.time.Instant;

/**
 * Two windows side by side: the last days, and the days before them that they are measured against. Both are whole numbers of days
 * of 24 hours, counted back from one end, so that days can be compared whatever the clock.
 *
 * @param end moment behind the last day
 * @param recentDays length of the later window
 * @param baselineDays length of the window before it
 */
public record RollupBaseline(Instant end, int recentDays, int baselineDays) {
    /** Fewer days say too little of how much days differ among themselves. */
    public static final int LEAST_BASELINE_DAYS = 7;

    /** About ten years. */
    public static final int MOST_DAYS = 3660;

    /** Checks the lengths. */
    public RollupBaseline {
        if (recentDays < 1 || recentDays > MOST_DAYS) {
            throw new IllegalArgumentException("The later window has 1 to " + MOST_DAYS + " days, not " + recentDays);
        }
        if (baselineDays < LEAST_BASELINE_DAYS || baselineDays > MOST_DAYS) {
            throw new IllegalArgumentException("The window before it has " + LEAST_BASELINE_DAYS + " to " + MOST_DAYS
                    + " days, not " + baselineDays);
        }
    }

    /** Both windows together. */
    public RollupWindow window() {
        return new RollupWindow(end.minus(Duration.ofDays(days())), end);
    }

    /** The window of the last days alone. */
    public RollupWindow recent() {
        return new RollupWindow(end.minus(Duration.ofDays(recentDays)), end);
    }

    int days() {
        return recentDays + baselineDays;
    }

    /** The number of a bucket's day, 0 for the first day of the baseline; negative, or {@link #days} and more, outside. */
    int day(RollupClock clock, String bucket) {
        Duration since = Duration.between(window().start(), clock.start(bucket));
        return Math.toIntExact(
                Math.floorDiv(since.toSeconds(), Duration.ofDays(1).toSeconds()));
    }
}
