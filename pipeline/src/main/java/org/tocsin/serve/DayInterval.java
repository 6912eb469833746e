package org.tocsin.serve;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A run of days (UTC), both ends included.
 *
 * @param from first day; null for an open start, or where {@code length} says it
 * @param to last day; null for an open end
 * @param length how many days end with {@code to}, or with the newest day that holds anything; null where {@code from} says it
 */
public record DayInterval(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Period length) {
    private static final String OPEN = "..";
    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;
    private static final String WHAT_IT_IS =
            "it is a day (2024-11-18), a date-time (2024-11-18T07:00:00Z, which stands for its day) or an interval of"
                    + " them with .. for an open end (2024-11-01/.., ../2024-11-18, 2024-11-01/2024-11-18) or a duration"
                    + " of whole days in place of the start (P7D/.., P1M/2024-11-18), all in the years 1 to 9999";

    /**
     * Reads a day, a date-time or an interval.
     *
     * @throws Parameter.Unreadable if the text is none
     */
    static DayInterval parse(String text) {
        String[] ends = text.split("/", -1);
        try {
            DayInterval interval = ends.length == 1
                    ? new DayInterval(day(ends[0]), day(ends[0]), null)
                    : ends.length == 2 ? between(ends[0], ends[1]) : null;
            if (interval != null && interval.isInOrder()) {
                return interval;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // told below
        }
        throw new Parameter.Unreadable(WHAT_IT_IS);
    }

    private static DayInterval between(String start, String end) {
        LocalDate to = isOpen(end) ? null : day(end);
        if (!start.startsWith("P")) {
            return new DayInterval(isOpen(start) ? null : day(start), to, null);
        }
        DayInterval interval = new DayInterval(null, to, Period.parse(start));
        return to == null
                ? interval.endingWith(LocalDate.EPOCH).isInOrder() ? interval : reversed()
                : interval.endingWith(to);
    }

    private static DayInterval reversed() {
        return new DayInterval(LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1), null);
    }

    /** Whether the last day is still to be found: the interval has a length, but no end. */
    public boolean endsWithTheNewest() {
        return length != null && to == null;
    }

    /** The interval of this length that ends with a day; this one where it says its first day itself. */
    DayInterval endingWith(LocalDate day) {
        return length == null ? this : new DayInterval(checked(day.plusDays(1).minus(length)), day, null);
    }

    private boolean isInOrder() {
        return from == null || to == null || !to.isBefore(from);
    }

    private static boolean isOpen(String end) {
        return end.isEmpty() || end.equals(OPEN);
    }

    private static LocalDate day(String text) {
        return checked(
                text.length() <= "2024-11-18".length()
                        ? LocalDate.parse(text)
                        : OffsetDateTime.parse(text.replace(' ', '+'))
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toLocalDate());
    }

    private static LocalDate checked(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("A year beyond " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return day;
    }
}
