package org.tocsin.event.casualty;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/** Finds numbers that a sentence names only to put another one in their place: "not nine but seven", "seven people, not nine". */
final class Contrasts {
    private static final Set<String> NEGATIONS = Set.of("not", "n't", "never");
    private static final Set<String> BEFORE_NOT = Set.of(",", "and", "(", "--");

    /** Most tokens between a denied number and the "but" before the right one. */
    private static final int REACH = 5;

    private Contrasts() {}

    /** Whether the number at a token is denied for the sake of another one in the sentence. */
    static boolean denies(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        int not = token - 1;
        if (not < 0 || !NEGATIONS.contains(tokens.get(not).lower()) || !startsNumber(sentence, token)) {
            return false;
        }
        boolean before = not > 0
                && BEFORE_NOT.contains(tokens.get(not - 1).lower())
                && sentence.mentions(CountMention.class).anyMatch(count -> count.to() <= not);
        return before && !isPart(tokens, token) || isFollowedByBut(sentence, token);
    }

    /** Whether a sentence denies numbers and nothing else. */
    static boolean denyOnlyNumbers(Sentence sentence) {
        List<Token> negations = sentence.tokens().stream()
                .filter(token -> NEGATIONS.contains(token.lower()))
                .toList();
        return !negations.isEmpty() && negations.stream().allMatch(token -> denies(sentence, token.index() + 1));
    }

    /** "not one of the crew": some of a group, no other number. */
    private static boolean isPart(List<Token> tokens, int token) {
        return token + 1 < tokens.size() && tokens.get(token + 1).lower().equals("of");
    }

    private static boolean isFollowedByBut(Sentence sentence, int token) {
        List<Token> tokens = sentence.tokens();
        for (int i = token + 1; i < Math.min(tokens.size() - 1, token + REACH); i++) {
            if (tokens.get(i).lower().equals("but")) {
                return startsNumber(sentence, i + 1);
            }
        }
        return false;
    }

    private static boolean startsNumber(Sentence sentence, int token) {
        return sentence.mentions(CountMention.class).anyMatch(count -> count.from() == token);
    }
}
