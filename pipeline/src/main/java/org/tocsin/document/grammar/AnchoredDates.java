package org.tocsin.document.grammar;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.DateMention;
import org.tocsin.document.Tags;
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
    private static final Set<String> ANOTHER = Set.of("a", "an", "another", "one");
    private static final Set<String> ACTS = KnowledgeTable.words(AnchoredDates.class, "act-nouns.tsv");
    private static final Set<String> MODIFIERS = Tags.like("JJ.?|NN.*|VBG|VBN|HYPH");

    /** Most words between "a" and the noun of the act. */
    private static final int PHRASE = 5;

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
        boolean weeks = unit.equals("week") || unit.equals("weeks");
        boolean days = unit.equals("day") || unit.equals("days");
        if (weeks) {
            return behindAct(tokens, unitAt + 1, told.minusWeeks(one || value == null ? 1 : Math.round(value)));
        }
        if (!days || !one && (value == null || value < 1 || value > MOST_DAYS)) {
            return null;
        }
        long count = one || value == null ? 1 : Math.round(value);
        return switch (RoleRules.lower(tokens, unitAt + 1)) {
            case "earlier" -> day(at, unitAt + 2, told.minusDays(count));
            case "later" -> day(at, unitAt + 2, told.plusDays(count));
            default -> behindAct(tokens, unitAt + 1, told.minusDays(count));
        };
    }

    /**
     * "came three days after a raid on Kutum": the day of the act behind "after", told as another than that of the day told before
     * by its article; the date stands at the words "after a raid".
     */
    private static @Nullable DateMention behindAct(List<Token> tokens, int after, LocalDate day) {
        if (!RoleRules.lower(tokens, after).equals("after") || !ANOTHER.contains(RoleRules.lower(tokens, after + 1))) {
            return null;
        }
        for (int i = after + 2; i < Math.min(tokens.size(), after + 2 + PHRASE); i++) {
            if (ACTS.contains(tokens.get(i).lemma())) {
                return day(after, i + 1, day);
            }
            if (!MODIFIERS.contains(tokens.get(i).tag())) {
                return null;
            }
        }
        return null;
    }

    private static DateMention day(int from, int to, LocalDate day) {
        return new DateMention(from, to, day, day, DatePrecision.DAY, true);
    }
}
