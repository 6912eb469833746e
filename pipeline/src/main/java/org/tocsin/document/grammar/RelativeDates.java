package org.tocsin.document.grammar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.schema.DatePrecision;

/**
 * Reads dates that count from the publication day: "on Tuesday", "yesterday", "overnight", "last week", "three days ago". A
 * night that news calls "overnight" or "this night" ends on the publication day and is dated by it; "last night" began the day
 * before. Thread-safe.
 */
final class RelativeDates {
    private static final Set<String> DAY_ENDS = Tags.like("[.,:]|IN|CC|VB.*|MD");

    private static final Set<String> DAY_PARTS =
            Set.of("morning", "afternoon", "evening", "night", "noon", "dawn", "midnight", "midday", "lunchtime");

    private static final Set<String> DAY_LEADERS = Set.of("on", "of", "by", "until", "since", "from", "and");
    private static final Pattern ORDINAL = Pattern.compile("([1-9]|[12]\\d|3[01])(?:st|nd|rd|th)");
    /** Tags that may follow a day of the month but not an ordinal before its noun. */
    private static final Pattern ENDS = Pattern.compile("[.,:]|IN|TO|CC|VB.|MD|W.*");

    /** Longest span counted in "N ... ago", so that no date leaves the calendar. */
    private static final int MOST_UNITS = 1000;

    private final CalendarWords calendar = CalendarWords.shared();
    private final NumeralParser numbers = new NumeralParser();

    /** The date that starts at this token; null where none does. */
    @Nullable
    DateMention at(List<Token> tokens, int at, PublicationDay publication) {
        DateMention weekday = weekday(tokens, at, publication);
        if (weekday != null) {
            return weekday;
        }
        DateMention before = dayBefore(tokens, at, publication);
        if (before != null) {
            return before;
        }
        DateMention named = namedDay(tokens, at, publication.day());
        if (named != null) {
            return named;
        }
        DateMention ordinal = ordinal(tokens, at, publication.day());
        if (ordinal != null) {
            return ordinal;
        }
        DateMention period = period(tokens, at, publication.day());
        return period != null ? period : counted(tokens, at, publication.day());
    }

    /** "Tuesday", "last Wednesday", "Monday evening", "next Friday". */
    private @Nullable DateMention weekday(List<Token> tokens, int at, PublicationDay publication) {
        String lead = tokens.get(at).lower();
        boolean led = lead.equals("last") || lead.equals("next") || lead.equals("this") || lead.equals("past");
        int weekdayAt = led ? at + 1 : at;
        DayOfWeek weekday = calendar.weekday(tokens, weekdayAt);
        if (weekday == null) {
            return null;
        }
        LocalDate day;
        if (lead.equals("last") || lead.equals("past")) {
            day = publication.day().with(TemporalAdjusters.previous(weekday));
        } else {
            day = publication.weekday(weekday, lead.equals("next") || PublicationDay.ahead(tokens, at));
        }
        return day(at, withDayPart(tokens, weekdayAt + 1), day);
    }

    /** "officials said on Wednesday that ... the night before": the day before the weekday told last, else before the publication. */
    private @Nullable DateMention dayBefore(List<Token> tokens, int at, PublicationDay publication) {
        String unit = RoleRules.lower(tokens, at + 1);
        boolean told = tokens.get(at).lower().equals("the")
                && (DAY_PARTS.contains(unit) || unit.equals("day"))
                && RoleRules.lower(tokens, at + 2).equals("before")
                && (at + 3 >= tokens.size()
                        || DAY_ENDS.contains(tokens.get(at + 3).tag()));
        if (!told) {
            return null;
        }
        LocalDate day = publication.day();
        for (int i = at - 1; i >= 0; i--) {
            DayOfWeek weekday = calendar.weekday(tokens, i);
            if (weekday != null) {
                day = publication.weekday(weekday, false);
                break;
            }
        }
        return day(at, at + 3, day.minusDays(1));
    }

    private static int withDayPart(List<Token> tokens, int to) {
        return DAY_PARTS.contains(RoleRules.lower(tokens, to)) ? to + 1 : to;
    }

    private static @Nullable DateMention namedDay(List<Token> tokens, int at, LocalDate today) {
        String next = RoleRules.lower(tokens, at + 1);
        return switch (tokens.get(at).lower()) {
            case "yesterday" -> day(at, withDayPart(tokens, at + 1), today.minusDays(1));
            case "today", "tonight" -> day(at, at + 1, today);
            case "overnight" -> isAdverb(tokens, at) ? day(at, at + 1, today) : null;
            case "tomorrow" -> day(at, withDayPart(tokens, at + 1), today.plusDays(1));
            case "this" -> DAY_PARTS.contains(next) ? day(at, at + 2, today) : null;
            case "last" -> next.equals("night") || next.equals("evening") ? day(at, at + 2, today.minusDays(1)) : null;
            default -> null;
        };
    }

    /** Whether "overnight" dates something, as it does everywhere but before a noun such as "stay". */
    private static boolean isAdverb(List<Token> tokens, int at) {
        return !RoleRules.lower(tokens, at + 1).equals("stay")
                && !RoleRules.lower(tokens, at + 1).equals("success");
    }

    /** "on the 9th": the latest such day. */
    private static @Nullable DateMention ordinal(List<Token> tokens, int at, LocalDate today) {
        String before = RoleRules.lower(tokens, at - 1);
        boolean led = tokens.get(at).lower().equals("the") && DAY_LEADERS.contains(before);
        Matcher number = led ? ORDINAL.matcher(RoleRules.lower(tokens, at + 1)) : null;
        if (number == null
                || !number.matches()
                || at + 2 < tokens.size()
                        && !ENDS.matcher(tokens.get(at + 2).tag()).matches()) {
            return null;
        }
        int wanted = Integer.parseInt(number.group(1));
        LocalDate same = PublicationDay.date(today.getYear(), today.getMonthValue(), wanted);
        LocalDate month = today.minusMonths(1);
        LocalDate day = same != null && !same.isAfter(today)
                ? same
                : PublicationDay.date(month.getYear(), month.getMonthValue(), wanted);
        return day == null ? null : day(at, at + 2, day);
    }

    /** "last week", "this month", "the weekend", "last year". */
    private static @Nullable DateMention period(List<Token> tokens, int at, LocalDate today) {
        String lead = tokens.get(at).lower();
        String unit = RoleRules.lower(tokens, at + 1);
        boolean last = lead.equals("last") || lead.equals("previous");
        if (unit.equals("weekend") && (last || lead.equals("this") || lead.equals("the"))) {
            LocalDate sunday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
            return new DateMention(at, at + 2, sunday.minusDays(1), sunday, DatePrecision.DAY, true);
        }
        if (!last && !lead.equals("this")) {
            return null;
        }
        return switch (unit) {
            case "week" -> week(at, today, last);
            case "month" -> month(at, YearMonth.from(today).minusMonths(last ? 1 : 0));
            case "year" -> year(at, today.getYear() - (last ? 1 : 0));
            default -> null;
        };
    }

    private static DateMention week(int at, LocalDate today, boolean last) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return last
                ? new DateMention(at, at + 2, monday.minusDays(7), monday.minusDays(1), DatePrecision.WEEK, true)
                : new DateMention(at, at + 2, monday, today, DatePrecision.WEEK, true);
    }

    private static DateMention month(int at, YearMonth month) {
        return new DateMention(at, at + 2, month.atDay(1), month.atEndOfMonth(), DatePrecision.MONTH, true);
    }

    private static DateMention year(int at, int year) {
        return new DateMention(
                at, at + 2, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), DatePrecision.YEAR, true);
    }

    /** "three days ago", "a week ago", "the past 24 hours", "the last three days". */
    private @Nullable DateMention counted(List<Token> tokens, int at, LocalDate today) {
        String lead = tokens.get(at).lower();
        boolean span = (lead.equals("past") || lead.equals("last") || lead.equals("preceding")) && at > 0;
        int numberAt = span ? at + 1 : at;
        if (numberAt >= tokens.size()) {
            return null;
        }
        String first = tokens.get(numberAt).lower();
        Numeral numeral = first.equals("a") || first.equals("an") ? null : numbers.parse(tokens, numberAt);
        boolean one = first.equals("a") || first.equals("an");
        Double value = numeral == null ? null : numeral.value();
        if (span && numeral == null && (first.equals("day") || first.equals("week"))) {
            return since(at, numberAt + 1, start(today, first, 1), today);
        }
        if (!one && (numeral == null || value == null || value > MOST_UNITS || value < 1)) {
            return null;
        }
        int unitAt = numeral == null ? numberAt + 1 : numeral.to();
        long amount = value == null ? 1 : Math.round(value);
        LocalDate start = start(today, RoleRules.lower(tokens, unitAt), amount);
        if (start == null) {
            return null;
        }
        if (span) {
            return since(at, unitAt + 1, start, today);
        }
        return RoleRules.lower(tokens, unitAt + 1).equals("ago")
                ? ago(at, unitAt + 2, start, RoleRules.lower(tokens, unitAt))
                : null;
    }

    private static @Nullable LocalDate start(LocalDate today, String unit, long amount) {
        return switch (unit) {
            case "minute", "minutes" -> today;
            case "hour", "hours" -> today.minusDays((amount + 12) / 24);
            case "day", "days", "night", "nights" -> today.minusDays(amount);
            case "week", "weeks" -> today.minusWeeks(amount);
            case "month", "months" -> today.minusMonths(amount);
            case "year", "years" -> today.minusYears(amount);
            default -> null;
        };
    }

    private static DateMention ago(int from, int to, LocalDate start, String unit) {
        if (unit.startsWith("year")) {
            LocalDate first = LocalDate.of(start.getYear(), 1, 1);
            return new DateMention(from, to, first, LocalDate.of(start.getYear(), 12, 31), DatePrecision.YEAR, true);
        }
        if (unit.startsWith("month")) {
            YearMonth month = YearMonth.from(start);
            return new DateMention(from, to, month.atDay(1), month.atEndOfMonth(), DatePrecision.MONTH, true);
        }
        return day(from, to, start);
    }

    private static @Nullable DateMention since(int from, int to, @Nullable LocalDate start, LocalDate today) {
        return start == null ? null : new DateMention(from, to, start, today, DatePrecision.DAY, true);
    }

    private static DateMention day(int from, int to, LocalDate day) {
        return new DateMention(from, to, day, day, DatePrecision.DAY, true);
    }
}
