package org.tocsin.document.grammar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Token;
import org.tocsin.schema.DatePrecision;

/**
 * Reads dates that count from a day told before: "the previous day", "three days later", "the same day", "that evening". Stateless
 * and thread-safe.
 */
final class AnchoredDates {
    private static final Set<String> DAY_PARTS = Set.of("morning", "afternoon", "evening", "night");
    private static final Set<String> BEFORE = Set.of("previous", "preceding");
    private static final Set<String> AFTER = Set.of("next", "following");
    /** Farthest that news counts from another day. */
    private static final int MOST_DAYS = 60;

    private final NumeralParser numbers = new NumeralParser();

    /** The date that starts at this token, counted from the day told before; null where none does. */
    @Nullable
    DateMention at(List<Token> tokens, int at, LocalDate told) {
        DateMention pointed = pointed(tokens, at, told);
        return pointed != null ? pointed : counted(tokens, at, told);
    }

    private static @Nullable DateMention pointed(List<Token> tokens, int at, LocalDate told) {
        String first = tokens.get(at).lower();
        String second = RoleRules.lower(tokens, at + 1);
        String third = RoleRules.lower(tokens, at + 2);
        if (first.equals("that") && (second.equals("day") || DAY_PARTS.contains(second))) {
            return day(at, at + 2, told);
        }
        if (!first.equals("the") || !(third.equals("day") || DAY_PARTS.contains(third))) {
            return null;
        }
        if (second.equals("same")) {
            return day(at, at + 3, told);
        }
        if (BEFORE.contains(second)) {
            return day(at, at + 3, told.minusDays(1));
        }
        return AFTER.contains(second) ? day(at, at + 3, told.plusDays(1)) : null;
    }

    /** "a day earlier", "three days later", "two days before". */
    private @Nullable DateMention counted(List<Token> tokens, int at, LocalDate told) {
        String first = tokens.get(at).lower();
        boolean one = first.equals("a") || first.equals("one");
        Numeral numeral = one ? null : numbers.parse(tokens, at);
        Double value = numeral == null ? null : numeral.value();
        int unitAt = one ? at + 1 : numeral == null ? at : numeral.to();
        String unit = RoleRules.lower(tokens, unitAt);
        boolean days = unit.equals("day") || unit.equals("days");
        if (!days || !one && (value == null || value < 1 || value > MOST_DAYS)) {
            return null;
        }
        long count = one || value == null ? 1 : Math.round(value);
        return switch (RoleRules.lower(tokens, unitAt + 1)) {
            case "earlier" -> day(at, unitAt + 2, told.minusDays(count));
            case "later" -> day(at, unitAt + 2, told.plusDays(count));
            default -> null;
        };
    }

    private static DateMention day(int from, int to, LocalDate day) {
        return new DateMention(from, to, day, day, DatePrecision.DAY, true);
    }
}
