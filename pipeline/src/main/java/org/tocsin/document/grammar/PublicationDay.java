package org.tocsin.document.grammar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Token;

/**
 * The day that relative dates count from. News speaks of the past: a weekday or a day without a year is the latest one that is
 * not after this day, unless the words before it point ahead ("until 1 June", "will meet on Thursday").
 *
 * @param day the day of publication
 */
record PublicationDay(LocalDate day) {
    private static final Set<String> AHEAD = Set.of(
            "will",
            "until",
            "till",
            "due",
            "deadline",
            "scheduled",
            "planned",
            "planning",
            "expected",
            "next",
            "upcoming",
            "shall",
            "'ll",
            "would",
            "postponed",
            "ahead");
    private static final int AHEAD_WINDOW = 7;
    private static final int FARTHEST_AHEAD_DAYS = 183;

    /** A zone east of UTC may already write tomorrow's date. */
    private static final int ZONE_SLACK_DAYS = 1;

    /** Whether the words of the clause before this token point to the future. */
    static boolean ahead(List<Token> tokens, int at) {
        for (int i = at - 1; i >= Math.max(0, at - AHEAD_WINDOW); i--) {
            String word = tokens.get(i).lower();
            if (word.equals(",") || word.equals(";") || tokens.get(i).tag().equals("VBD")) {
                return false;
            }
            if (AHEAD.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The weekday meant by "on Tuesday": the latest on or before this day, or the next after it. */
    LocalDate weekday(DayOfWeek weekday, boolean ahead) {
        return ahead ? day.with(TemporalAdjusters.next(weekday)) : day.with(TemporalAdjusters.previousOrSame(weekday));
    }

    /** The date of a month and day without a year; null where the month has no such day. */
    @Nullable
    LocalDate dated(int month, int dayOfMonth, boolean ahead) {
        LocalDate same = date(day.getYear(), month, dayOfMonth);
        LocalDate next = date(day.getYear() + 1, month, dayOfMonth);
        long limit = ahead ? FARTHEST_AHEAD_DAYS : ZONE_SLACK_DAYS;
        if (ahead && next != null && !next.isAfter(day.plusDays(limit))) {
            return next;
        }
        if (same == null || !same.isAfter(day.plusDays(limit))) {
            return same;
        }
        return date(day.getYear() - 1, month, dayOfMonth);
    }

    /** The year of a month without one: the latest that has begun; with "last", one that is over. */
    int yearOf(int month, boolean last, boolean ahead) {
        int year = day.getYear();
        if (ahead) {
            return month < day.getMonthValue() ? year + 1 : year;
        }
        boolean begun = last ? month < day.getMonthValue() : month <= day.getMonthValue();
        return begun ? year : year - 1;
    }

    /** A date; null where the calendar has none such. */
    static @Nullable LocalDate date(int year, int month, int dayOfMonth) {
        try {
            return LocalDate.of(year, month, dayOfMonth);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
