package org.tocsin.event.strike;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;

/** Finds words that set an attack apart from the one told before: "in a separate strike", "hours after a bus was blown up". */
final class SetApart {
    private static final Set<String> ARTICLES = Set.of("a", "the");
    private static final Set<String> OTHER = Set.of("second", "third", "other");
    private static final Set<String> SHIFTS = Set.of("earlier", "later");
    private static final Set<String> ORDER = Set.of("after", "before");
    private static final Set<String> FURTHER = Set.of("second", "third", "another");

    /** Told of no attack apart. */
    static final int NOT = Integer.MAX_VALUE;

    private static final Set<String> WORDS = Set.of("another", "separate", "separately", "elsewhere");
    private static final Set<String> TIMES = Set.of("minute", "hour", "day", "week", "month", "year");
    private static final int REACH = 4;
    private static final int CLAUSE = 12;

    private SetApart() {}

    /**
     * Where the words begin that set apart the attack that a token names.
     *
     * @return an offset into the text; what is told before it is another attack; {@link #NOT} where nothing sets the attack apart
     */
    static int from(Sentence sentence, int trigger) {
        int after = afterTime(sentence.tokens(), trigger);
        if (after >= 0) {
            return sentence.startOf(after);
        }
        boolean apart = named(sentence.tokens(), Math.max(0, trigger - REACH), trigger)
                || named(sentence.tokens(), 0, Math.min(REACH, trigger))
                || isSecond(sentence.tokens(), trigger)
                || isEarlier(sentence.tokens(), trigger);
        return apart ? sentence.start() : NOT;
    }

    private static boolean named(List<Token> tokens, int from, int to) {
        return tokens.subList(from, to).stream().anyMatch(token -> WORDS.contains(token.lower()));
    }

    /** "In the second, a drone crashed", "In a second strike": an ordinal that opens the sentence. */
    private static boolean isSecond(List<Token> tokens, int trigger) {
        return trigger > 2
                && tokens.get(0).lower().equals("in")
                && ARTICLES.contains(tokens.get(1).lower())
                && OTHER.contains(tokens.get(2).lower());
    }

    /** "Earlier on Wednesday, a strike hit", "Some twelve hours earlier a bomber had killed", "Same day rebels attacked". */
    private static boolean isEarlier(List<Token> tokens, int trigger) {
        for (int i = 0; i < Math.min(trigger, REACH + 1); i++) {
            if (tokens.get(i).lower().equals("same")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).lower().equals("day")) {
                return true;
            }
            boolean counted = i > 0 && TIMES.contains(tokens.get(i - 1).lemma());
            if (SHIFTS.contains(tokens.get(i).lower()) && (i == 0 || counted)) {
                return true;
            }
        }
        return false;
    }

    /** "The attack came hours after a bus was blown up": index of the "after" or "before" that leads to the words; -1 where none does. */
    private static int afterTime(List<Token> tokens, int trigger) {
        for (int i = trigger - 1; i > 0 && i >= trigger - CLAUSE; i--) {
            boolean counted = TIMES.contains(tokens.get(i - 1).lemma());
            boolean second =
                    i > 1 && i + 1 < trigger && tokens.get(i - 1).lower().equals(",") && isSecondBefore(tokens, i);
            if (ORDER.contains(tokens.get(i).lower()) && (counted || second)) {
                return i;
            }
        }
        return -1;
    }

    /** "It was the second attack on the city, after a drone hit". */
    private static boolean isSecondBefore(List<Token> tokens, int end) {
        return tokens.subList(0, end).stream().anyMatch(token -> FURTHER.contains(token.lower()));
    }
}
