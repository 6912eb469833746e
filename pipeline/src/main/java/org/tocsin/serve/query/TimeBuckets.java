package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.tocsin.rollup.RollupClock;

/** Buckets of time, numbered in their order. Days are those of UTC, weeks begin on Monday. */
final class TimeBuckets {
    private static final String ALL = "all";
    private static final int MONTHS = 12;
    private static final int DAYS_OF_WEEK = 7;

    /** 1970-01-01 was a Thursday, three days behind the Monday of its week. */
    private static final int DAYS_BEHIND_MONDAY = 3;

    private final Aggregation.Bucket width;

    /**
     * Buckets of a width.
     *
     * @throws IllegalArgumentException for hours of a clock that knows only days
     */
    TimeBuckets(Aggregation aggregation) {
        if (aggregation.bucket() == Aggregation.Bucket.HOUR && aggregation.clock() != RollupClock.REPORTED) {
            throw new IllegalArgumentException("Hours are only known of the clock reported; ask for days");
        }
        width = aggregation.bucket();
    }

    /** Number of the bucket that holds a moment, milliseconds since 1970-01-01T00:00Z. */
    long number(long time) {
        long day = Math.floorDiv(time, TimeUnit.DAYS.toMillis(1));
        return switch (width) {
            case ALL -> 0;
            case HOUR -> Math.floorDiv(time, TimeUnit.HOURS.toMillis(1));
            case DAY -> day;
            case WEEK -> Math.floorDiv(day + DAYS_BEHIND_MONDAY, (long) DAYS_OF_WEEK);
            case MONTH -> {
                LocalDate date = LocalDate.ofEpochDay(day);
                yield (long) date.getYear() * MONTHS + date.getMonthValue() - 1;
            }
            case YEAR -> LocalDate.ofEpochDay(day).getYear();
        };
    }

    /** Name of a bucket. */
    String name(long number) {
        return switch (width) {
            case ALL -> ALL;
            case HOUR -> RollupClock.REPORTED.bucket(Instant.ofEpochMilli(TimeUnit.HOURS.toMillis(number)));
            case DAY -> LocalDate.ofEpochDay(number).toString();
            case WEEK ->
                LocalDate.ofEpochDay(number * DAYS_OF_WEEK - DAYS_BEHIND_MONDAY).toString();
            case MONTH ->
                LocalDate.of(Math.toIntExact(number / MONTHS), Math.toIntExact(number % MONTHS) + 1, 1)
                        .toString()
                        .substring(0, "2024-11".length());
            case YEAR -> LocalDate.of(Math.toIntExact(number), 1, 1).toString().substring(0, "2024".length());
        };
    }
}
