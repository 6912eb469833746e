package org.tocsin.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventTime;

/**
 * The days on which an event may have taken place according to one account.
 *
 * @param from first day
 * @param to last day, inclusive
 * @param firm whether the account names the day
 */
record Window(LocalDate from, LocalDate to, boolean firm) {
    /** Reports name no day mostly where the event is of the same day or the night before. Own choice. */
    private static final int UNDATED_REACH = 1;

    /** Beyond this gap no evidence makes two accounts one event. Own choice: wrong first dates are off by less. */
    static final int WIDEST_GAP = 7;

    /** The window of a date; null is a date not told, for which the day of the report stands. */
    static Window of(@Nullable EventTime date, Instant reportedAt) {
        if (date == null) {
            LocalDate day = reportedAt.atZone(ZoneOffset.UTC).toLocalDate();
            return new Window(day.minusDays(UNDATED_REACH), day, false);
        }
        boolean day = date.getStart().equals(date.getEnd());
        boolean told = date.getText() != null && date.getPrecision() != DatePrecision.UNKNOWN;
        LocalDate from = day && !told ? date.getStart().minusDays(UNDATED_REACH) : date.getStart();
        return new Window(from, date.getEnd(), day && told);
    }

    /** Days between the windows; 0 where they overlap. */
    long gap(Window other) {
        if (to.isBefore(other.from)) {
            return ChronoUnit.DAYS.between(to, other.from);
        }
        return other.to.isBefore(from) ? ChronoUnit.DAYS.between(other.to, from) : 0;
    }

    /** How many days it is long. */
    long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** What the distance of two windows says. */
    Clue clue(Window other) {
        long gap = gap(other);
        if (gap == 0) {
            return firm && other.firm ? Clue.SAME_DAY : Clue.DAYS_OVERLAP;
        }
        if (gap > WIDEST_GAP || isOpen() || other.isOpen()) {
            return Clue.CONTRADICTION;
        }
        return gap == 1 ? Clue.ONE_DAY_APART : gap == 2 ? Clue.TWO_DAYS_APART : Clue.DAYS_APART;
    }

    /** Months and years cannot be off by days. */
    private boolean isOpen() {
        return days() > WIDEST_GAP + 1;
    }
}
