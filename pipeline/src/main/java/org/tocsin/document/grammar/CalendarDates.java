package org.tocsin.document.grammar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Token;
import org.tocsin.schema.DatePrecision;

/**
 * Reads dates by month and day: "18 November 2024", "Nov. 18", "the 3rd of May", "8-10 January", "in March", "2024-11-20". A
 * year that is not written is guessed from the publication day; without one such a date is left out. Thread-safe.
 */
final class CalendarDates {
    private static final Pattern ISO = Pattern.compile("((?:19|20)\\d{2})-(\\d{2})-(\\d{2})");
    private static final Pattern DOTTED = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d{2})");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,2})-(\\d{1,2})");
    private static final Pattern FAR_YEAR = Pattern.compile("1[0-8]\\d{2}|2[1-9]\\d{2}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final Set<String> MONTH_LEADERS = Set.of(
            "in",
            "since",
            "last",
            "early",
            "late",
            "mid",
            "this",
            "next",
            "of",
            "by",
            "until",
            "till",
            "from",
            "during",
            "before",
            "after",
            "and",
            "to",
            "between",
            "through",
            "its",
            "their",
            "his",
            "the",
            "previous",
            "around",
            "throughout");

    private final CalendarWords calendar = CalendarWords.shared();
    private final Units units = Units.shared();

    /**
     * A run of days of one month as read.
     *
     * @param first first day of the month
     * @param last last day of the month
     * @param to index behind the last token
     */
    private record Days(int first, int last, int to) {}

    /** The date that starts at this token; null where none does. */
    @Nullable
    DateMention at(List<Token> tokens, int at, @Nullable PublicationDay publication) {
        DateMention numeric = numeric(tokens, at);
        if (numeric != null) {
            return numeric;
        }
        DateMention dayFirst = dayFirst(tokens, at, publication);
        return dayFirst != null ? dayFirst : monthFirst(tokens, at, publication);
    }

    private static @Nullable DateMention numeric(List<Token> tokens, int at) {
        String text = tokens.get(at).text();
        if (text.length() < 8 || text.length() > 10 || !Character.isDigit(text.charAt(0))) {
            return null;
        }
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(at, at + 1, PublicationDay.date(number(iso, 1), number(iso, 2), number(iso, 3)), false);
        }
        Matcher dotted = DOTTED.matcher(text);
        return dotted.matches()
                ? day(at, at + 1, PublicationDay.date(number(dotted, 3), number(dotted, 2), number(dotted, 1)), false)
                : null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** "18 November 2024", "18th of November", "25 to 26 August", "8-10 January". */
    private @Nullable DateMention dayFirst(List<Token> tokens, int at, @Nullable PublicationDay publication) {
        Days days = days(tokens, at);
        if (days == null) {
            return null;
        }
        int monthAt = RoleRules.lower(tokens, days.to()).equals("of") ? days.to() + 1 : days.to();
        int month = calendar.month(tokens, monthAt);
        return month == 0 ? null : dated(tokens, at, days, month, monthAt + 1, publication);
    }

    /** "November 18, 2024", "Nov. 18", "October 10 to 12", "March 2021", "in March". */
    private @Nullable DateMention monthFirst(List<Token> tokens, int at, @Nullable PublicationDay publication) {
        int month = calendar.month(tokens, at);
        if (month == 0) {
            return month(tokens, at, publication);
        }
        Days days = days(tokens, at + 1);
        boolean counted = RoleRules.lower(tokens, at - 1).equals("in")
                && days != null
                && units.isPerson(RoleRules.lower(tokens, days.to()));
        if (days != null && !counted) {
            return dated(tokens, at, days, month, days.to(), publication);
        }
        return month(tokens, at, publication);
    }

    /** One day or a run of days of a month: "18", "18th", "8-10", "25 to 26", "26 and 30". */
    private static @Nullable Days days(List<Token> tokens, int at) {
        if (at >= tokens.size()
                || tokens.get(at).text().length() > 6
                || !beginsWithDigit(tokens.get(at).lower())) {
            return null;
        }
        Matcher run = DAYS.matcher(tokens.get(at).lower());
        if (run.matches()) {
            return days(number(run, 1), number(run, 2), at + 1);
        }
        int first = dayOfMonth(tokens, at);
        if (first == 0) {
            return null;
        }
        String join = RoleRules.lower(tokens, at + 1);
        int second = join.equals("to") || join.equals("and") || join.equals("-") ? dayOfMonth(tokens, at + 2) : 0;
        return second > first ? days(first, second, at + 3) : days(first, first, at + 1);
    }

    private static @Nullable Days days(int first, int last, int to) {
        return first >= 1 && first <= last && last <= 31 ? new Days(first, last, to) : null;
    }

    private static int dayOfMonth(List<Token> tokens, int at) {
        String lower = RoleRules.lower(tokens, at);
        Matcher matcher = beginsWithDigit(lower) ? DAY.matcher(lower) : null;
        int value = matcher != null && matcher.matches() ? number(matcher, 1) : 0;
        return value <= 31 ? value : 0;
    }

    private static boolean beginsWithDigit(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private @Nullable DateMention dated(
            List<Token> tokens, int from, Days days, int month, int to, @Nullable PublicationDay publication) {
        int yearAt = RoleRules.lower(tokens, to).equals(",") ? to + 1 : to;
        if (isYear(tokens, yearAt)) {
            int year = Integer.parseInt(tokens.get(yearAt).text());
            return interval(
                    from,
                    yearAt + 1,
                    PublicationDay.date(year, month, days.first()),
                    PublicationDay.date(year, month, days.last()),
                    false);
        }
        if (publication == null || isFarYear(tokens, yearAt)) {
            return null;
        }
        boolean ahead = PublicationDay.ahead(tokens, from);
        LocalDate last = publication.dated(month, days.last(), ahead);
        LocalDate first = last == null ? null : PublicationDay.date(last.getYear(), month, days.first());
        return interval(from, to, first, last, true);
    }

    /** A month: "November 2022", "in March", "last July", "mid-June". */
    private @Nullable DateMention month(List<Token> tokens, int at, @Nullable PublicationDay publication) {
        int month = calendar.month(tokens, at);
        boolean mid = month == 0;
        if (mid) {
            month = calendar.monthBehind(tokens.get(at), "mid-");
        }
        if (month == 0) {
            return null;
        }
        int yearAt = at + 1;
        String next = RoleRules.lower(tokens, yearAt);
        if (next.equals("of") || next.equals(",")) {
            yearAt++;
        }
        if (isYear(tokens, yearAt)) {
            return month(at, yearAt + 1, Integer.parseInt(tokens.get(yearAt).text()), month, false);
        }
        String leader = RoleRules.lower(tokens, at - 1);
        if (publication == null || isFarYear(tokens, yearAt) || !mid && !MONTH_LEADERS.contains(leader)) {
            return null;
        }
        boolean last = leader.equals("last");
        int year = publication.yearOf(month, last, PublicationDay.ahead(tokens, at));
        return month(last ? at - 1 : at, at + 1, year, month, true);
    }

    private static boolean isYear(List<Token> tokens, int at) {
        return at < tokens.size() && YEAR.matcher(tokens.get(at).text()).matches();
    }

    /** Whether a year of another century follows: such a date is none of ours, with or without it. */
    private static boolean isFarYear(List<Token> tokens, int at) {
        return FAR_YEAR.matcher(RoleRules.lower(tokens, at)).matches();
    }

    private static DateMention month(int from, int to, int year, int month, boolean relative) {
        YearMonth of = YearMonth.of(year, month);
        return new DateMention(from, to, of.atDay(1), of.atEndOfMonth(), DatePrecision.MONTH, relative);
    }

    private static @Nullable DateMention day(int from, int to, @Nullable LocalDate day, boolean relative) {
        return interval(from, to, day, day, relative);
    }

    private static @Nullable DateMention interval(
            int from, int to, @Nullable LocalDate first, @Nullable LocalDate last, boolean relative) {
        return first == null || last == null
                ? null
                : new DateMention(from, to, first, last, DatePrecision.DAY, relative);
    }
}
