package org.tocsin.document.grammar;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Token;
import org.tocsin.document.grammar.Numeral.Form;

/** Tells number words that are none where they stand: "the one", "one another", "how many", "few", "he scores", "a second". Thread-safe. */
final class PronounRules {
    private static final Set<String> NO_NUMBER_AFTER_ONE = Set.of("another", "'s", "day", "time", "'d");
    private static final Set<String> NO_COUNT_BEFORE_ONE =
            Set.of("the", "this", "that", "which", "another", "any", "each", "every", "no", "some");
    private static final Set<String> QUESTION = Set.of("how", "as", "so", "too", "not", "very");
    private static final Set<String> BEHIND_SCORES =
            Set.of("of", "more", "were", "are", "killed", "dead", "injured", "wounded", "have");

    /** Whether the number read is no number here. */
    boolean isNoNumber(List<Token> tokens, Numeral numeral) {
        String word = tokens.get(numeral.from()).lower();
        String before = RoleRules.lower(tokens, numeral.from() - 1);
        String after = RoleRules.lower(tokens, numeral.to());
        return switch (word) {
            case "one" ->
                numeral.to() == numeral.from() + 1
                        && (NO_COUNT_BEFORE_ONE.contains(before) || NO_NUMBER_AFTER_ONE.contains(after));
            case "many" -> QUESTION.contains(before) || after.equals("a");
            case "few", "couple", "handful" -> numeral.to() == numeral.from() + 1;
            case "scores" -> !BEHIND_SCORES.contains(after);
            case "tens" -> numeral.to() == numeral.from() + 1;
            case "second" -> numeral.form() == Form.ORDINAL && after.isEmpty();
            default -> false;
        };
    }
}
