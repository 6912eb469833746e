package org.tocsin.document.grammar;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Token;

/** Names of months and weekdays with their abbreviations, from calendar-words.tsv. Thread-safe. */
final class CalendarWords {
    private final Map<String, Integer> months;
    private final Map<String, DayOfWeek> weekdays;

    private CalendarWords(Map<String, Integer> months, Map<String, DayOfWeek> weekdays) {
        this.months = Map.copyOf(months);
        this.weekdays = Map.copyOf(weekdays);
    }

    static CalendarWords shared() {
        return Holder.SHARED;
    }

    private static CalendarWords load() {
        Map<String, Integer> months = new HashMap<>();
        Map<String, DayOfWeek> weekdays = new HashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(
                        CalendarWords.class, "calendar-words.tsv", "word", "kind", "number")
                .rows()) {
            String word = row.required("word").toLowerCase(Locale.ROOT);
            int number = number(row);
            switch (row.required("kind")) {
                case "MONTH" -> months.put(word, number);
                case "WEEKDAY" -> weekdays.put(word, DayOfWeek.of(number));
                default -> throw row.error("kind must be MONTH or WEEKDAY");
            }
        }
        return new CalendarWords(months, weekdays);
    }

    private static int number(KnowledgeTable.Row row) {
        try {
            int number = Integer.parseInt(row.required("number"));
            int highest = row.required("kind").equals("MONTH") ? 12 : 7;
            if (number >= 1 && number <= highest) {
                return number;
            }
            throw row.error("number must be 1 to " + highest);
        } catch (NumberFormatException e) {
            throw row.error("number is '" + row.cell("number") + "', not a number");
        }
    }

    /** Whether a month is named at this token, with a capital letter ("May", not "may"). */
    boolean isMonth(List<Token> tokens, int at) {
        return month(tokens, at) > 0;
    }

    /** The month named at this token, 1 to 12; 0 where none is. */
    int month(List<Token> tokens, int at) {
        if (at < 0
                || at >= tokens.size()
                || !Character.isUpperCase(tokens.get(at).text().charAt(0))) {
            return 0;
        }
        boolean modal = tokens.get(at).tag().equals("MD");
        return modal ? 0 : months.getOrDefault(bare(tokens.get(at).lower()), 0);
    }

    /** The month named behind a prefix of this token ("mid-July"); 0 where none is. */
    int monthBehind(Token token, String prefix) {
        return token.lower().startsWith(prefix)
                ? months.getOrDefault(token.lower().substring(prefix.length()), 0)
                : 0;
    }

    /** The weekday named at this token, with a capital letter; null where none is. */
    @Nullable
    DayOfWeek weekday(List<Token> tokens, int at) {
        if (at < 0
                || at >= tokens.size()
                || !Character.isUpperCase(tokens.get(at).text().charAt(0))) {
            return null;
        }
        return weekdays.get(bare(tokens.get(at).lower()));
    }

    /** Whether a word in lower case names a month or a weekday. */
    boolean isCalendarWord(String lower) {
        return weekdays.containsKey(bare(lower)) || months.containsKey(bare(lower)) && !lower.equals("may");
    }

    private static String bare(String lower) {
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static final class Holder {
        static final CalendarWords SHARED = load();
    }
}
