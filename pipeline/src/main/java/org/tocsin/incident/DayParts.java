package org.tocsin.incident;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/** Hours of the day that texts name, as words ({@code day-parts.tsv}) or by the clock. */
final class DayParts {
    private static final Pattern CLOCK =
            Pattern.compile("\\b(\\d{1,2})(?:[:.](\\d{2}))?\\s?([ap])\\.?m\\b|\\b([01]?\\d|2[0-3]):([0-5]\\d)\\b");
    private static final int HALF_DAY = 12;
    private static final int DAY = 24;
    private static final List<String> WEEKDAYS = Stream.of(DayOfWeek.values())
            .map(weekday -> weekday.name().toLowerCase(Locale.ROOT))
            .toList();
    private static final Map<String, Hours> NAMED = load();
    private static final Pattern ANY_NAMED = Pattern.compile(
            NAMED.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|", "\\b(?:", ")\\b")));

    private DayParts() {}

    /**
     * A span of hours of local time; above 24 it reaches into the next day.
     */
    record Hours(int from, int to) {
        /** Whether both may mean one time: they touch, also across midnight. */
        boolean meets(Hours other) {
            return touches(other, 0) || touches(other, DAY) || touches(other, -DAY);
        }

        /** Whether they reach into the day behind: "in the night of Friday". */
        boolean passesMidnight() {
            return to > DAY;
        }

        private boolean touches(Hours other, int shift) {
            return from <= other.to + shift && other.from + shift <= to;
        }
    }

    /** The hours of the first time of day that a text names; a clock time before words. Null where it names none. */
    static @Nullable Hours in(@Nullable String text) {
        return text == null ? null : first(text, null);
    }

    /** The hours as {@link #in(String)}, without those of another day of the week ("died on Tuesday night") than the one given. */
    static @Nullable Hours on(LocalDate day, @Nullable String text) {
        return text == null ? null : first(text, day);
    }

    private static @Nullable Hours first(String text, @Nullable LocalDate day) {
        String plain = text.toLowerCase(Locale.ROOT);
        Hours clock = clock(plain);
        return clock != null ? clock : words(plain, day);
    }

    private static @Nullable Hours clock(String text) {
        Matcher found = CLOCK.matcher(text);
        if (!found.find()) {
            return null;
        }
        if (found.group(4) != null) {
            int hour = Integer.parseInt(found.group(4));
            return new Hours(hour, hour + 1);
        }
        int hour = Integer.parseInt(found.group(1)) % HALF_DAY + (found.group(3).equals("p") ? HALF_DAY : 0);
        return new Hours(hour, hour + 1);
    }

    private static @Nullable Hours words(String text, @Nullable LocalDate day) {
        Matcher found = ANY_NAMED.matcher(text);
        // the words of another day may hold others: "Tuesday late night"
        for (int from = 0; from <= text.length() && found.find(from); from = found.start() + 1) {
            if (!isOfOtherDay(text, found.start(), day)) {
                return NAMED.get(found.group());
            }
        }
        return null;
    }

    private static boolean isOfOtherDay(String text, int at, @Nullable LocalDate day) {
        String before = text.substring(0, at).stripTrailing();
        return day != null
                && WEEKDAYS.stream().anyMatch(before::endsWith)
                && !before.endsWith(day.getDayOfWeek().name().toLowerCase(Locale.ROOT));
    }

    /** The hours by their words, in the order of the table: of two that begin at one place the first counts. */
    private static Map<String, Hours> load() {
        Map<String, Hours> named = new LinkedHashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(DayParts.class, "day-parts.tsv", "words", "from", "to")
                .rows()) {
            Hours hours = new Hours(Integer.parseInt(row.required("from")), Integer.parseInt(row.required("to")));
            named.putIfAbsent(row.required("words"), hours);
        }
        return named;
    }
}
