package org.tocsin.rollup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Two windows side by side: the last days, and the days before them that they are measured against.
 *
 * @param lastDay last day of the later window
 * @param recentDays length of the later window
 * @param baselineDays length of the window before it
 */
public record RollupBaseline(LocalDate lastDay, int recentDays, int baselineDays) {
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

    /** First day of both windows together. */
    public LocalDate firstDay() {
        return lastDay.minusDays(days() - 1L);
    }

    /** First day of the later window. */
    public LocalDate firstRecentDay() {
        return lastDay.minusDays(recentDays - 1L);
    }

    int days() {
        return recentDays + baselineDays;
    }

    /** The number of a day, 0 for the first day of the baseline; negative, or {@link #days} and more, outside. */
    int number(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(firstDay(), day));
    }
}
