package org.tocsin.document.grammar;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Token;
import org.tocsin.document.grammar.Numeral.Form;

/** Reads two figures as one range: "nine to eleven", "between 5 and 7", "2 or 3". Thread-safe. */
final class RangeRules {
    private static final Set<String> TOLL_WORDS = Set.of("of", "toll", "count", "number", "figure");

    private static final double NEAR = 2;
    private static final int CHANGE_REACH = 9;
    private static final Set<String> CHANGES =
            Set.of("raise", "lower", "revise", "update", "increase", "correct", "reduce", "cut", "amend", "change");
    private final NumeralParser parser;

    RangeRules(NumeralParser parser) {
        this.parser = parser;
    }

    /** The range "between 5 and 7" that starts at this token; null where none does. */
    @Nullable
    Numeral between(List<Token> tokens, int at) {
        if (!tokens.get(at).lower().equals("between") || at + 3 >= tokens.size()) {
            return null;
        }
        Numeral first = parser.parse(tokens, at + 1);
        if (first == null
                || !isFigure(first)
                || !RoleRules.lower(tokens, first.to()).equals("and")) {
            return null;
        }
        Numeral second = next(tokens, first.to() + 1);
        return second == null || second.value() == null || isYears(tokens, first)
                ? null
                : range(at, scaledAlike(tokens, first, second), second);
    }

    /** Years keep their own role: "between 2014 and 2022" is no range of a count. */
    private static boolean isYears(List<Token> tokens, Numeral first) {
        String text = tokens.get(first.from()).text();
        return text.length() == 4 && (text.startsWith("19") || text.startsWith("20")) && first.to() == first.from() + 1;
    }

    /** The range that a number begins where "to" or "or" and a higher number follow; the number itself otherwise. */
    Numeral extend(List<Token> tokens, Numeral first) {
        if (!isFigure(first) || !first.suffix().isEmpty() || isYears(tokens, first)) {
            return first;
        }
        String join = RoleRules.lower(tokens, first.to());
        boolean to = join.equals("to") || join.equals("-");
        boolean fromLeads = RoleRules.lower(tokens, first.from() - 1).equals("from");
        if (!join.equals("or") && !to || fromLeads || to && isChanged(tokens, first.from())) {
            return first;
        }
        Numeral second = next(tokens, first.to() + 1);
        if (second == null || second.value() == null) {
            return first;
        }
        Numeral low = scaledAlike(tokens, first, second);
        boolean near = low.value() != null && second.value() <= low.value() * 1.5 + NEAR;
        Numeral range = join.equals("or") && !near ? null : range(first.from(), low, second);
        return range == null ? first : range;
    }

    /** "raised its toll of six to eight": two ends of a change are no range. */
    private static boolean isChanged(List<Token> tokens, int at) {
        boolean led = TOLL_WORDS.contains(RoleRules.lower(tokens, at - 1));
        return led
                && tokens.subList(Math.max(0, at - CHANGE_REACH), at).stream()
                        .anyMatch(token -> CHANGES.contains(token.lemma()));
    }

    private @Nullable Numeral next(List<Token> tokens, int at) {
        Numeral second = at < tokens.size() ? parser.parse(tokens, at) : null;
        return second != null && isFigure(second) ? second : null;
    }

    private static boolean isFigure(Numeral numeral) {
        return numeral.form() == Form.FIGURES || numeral.form() == Form.WORDS;
    }

    /** "two to three million": the scale word of the second figure holds for the first, too. */
    private static Numeral scaledAlike(List<Token> tokens, Numeral first, Numeral second) {
        NumberWords.Word scale =
                NumberWords.shared().get(tokens.get(second.to() - 1).lower(), NumberWords.Kind.SCALE);
        boolean alone = first.to() == first.from() + 1 && second.to() > second.from() + 1;
        Double value = first.value();
        return scale != null && alone && value != null && value < scale.figure()
                ? first.times(scale.figure(), first.to())
                : first;
    }

    private static @Nullable Numeral range(int from, Numeral low, Numeral high) {
        Double lowest = low.value();
        Double highest = high.value();
        if (lowest == null || highest == null || lowest >= highest) {
            return null;
        }
        return new Numeral(from, high.to(), lowest, lowest, highest, Form.RANGE, high.suffix());
    }
}
