package org.tocsin.document.grammar;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Token;

/** Finds the token that names what a number counts: "people" in "nine people", "dead" in "23 dead", "them" in "11 of them". Thread-safe. */
final class HeadRules {
    private static final int WINDOW = 8;
    private static final Set<String> ALONE = Set.of(
            "others",
            "dead",
            "wounded",
            "injured",
            "killed",
            "missing",
            "hurt",
            "more",
            "captured",
            "displaced",
            "hospitalized",
            "hospitalised");
    private final CalendarWords calendar = CalendarWords.shared();
    private final Units units = Units.shared();

    /** Index of the head of a number that ends before this token; -1 where none is found. */
    int head(List<Token> tokens, int to) {
        if (RoleRules.lower(tokens, to).equals("of")) {
            return ofHead(tokens, to + 1);
        }
        return nounHead(tokens, to);
    }

    private int ofHead(List<Token> tokens, int from) {
        int at = from;
        if (at < tokens.size()
                && tokens.get(at).tag().startsWith("PRP")
                && !tokens.get(at).tag().equals("PRP$")) {
            return at;
        }
        while (at < tokens.size() && isDeterminer(tokens.get(at))) {
            at++;
        }
        int noun = nounHead(tokens, at);
        return noun >= 0 || at == from ? noun : at - 1;
    }

    private static boolean isDeterminer(Token token) {
        return switch (token.tag()) {
            case "DT", "PRP$", "CD", "WDT", "PDT" -> true;
            case "WP" -> true;
            default -> false;
        };
    }

    private int nounHead(List<Token> tokens, int from) {
        int head = -1;
        for (int at = from; at < Math.min(tokens.size(), from + WINDOW); at++) {
            Token token = tokens.get(at);
            if (isHeadWord(token) && !calendar.isCalendarWord(token.lower())) {
                head = at;
                if (endsPhrase(tokens, at)) {
                    return head;
                }
            } else if (!isModifier(tokens, at) || calendar.isCalendarWord(token.lower())) {
                return head >= 0 ? head : alone(tokens, from);
            }
        }
        return head >= 0 ? head : alone(tokens, from);
    }

    private boolean isHeadWord(Token token) {
        return token.tag().startsWith("NN") || units.isPerson(token.lower());
    }

    /** Whether a noun ends its phrase: a plural does, unless another noun follows at once ("arms depots"). */
    private boolean endsPhrase(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        boolean plural = token.tag().equals("NNS")
                || units.isPerson(token.lower()) && token.lower().endsWith("s");
        boolean nounFollows = at + 1 < tokens.size() && tokens.get(at + 1).tag().startsWith("NN");
        return plural && !nounFollows || plural && units.isPerson(token.lower());
    }

    private static boolean isModifier(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return switch (token.tag()) {
            case "JJ", "JJR", "JJS", "VBN", "VBG", "POS", "\"", "``", "''" -> true;
            case "RB" -> at + 1 < tokens.size() && tokens.get(at + 1).tag().startsWith("JJ");
            case "CC" ->
                at > 0
                        && at + 1 < tokens.size()
                        && tokens.get(at - 1).tag().startsWith("JJ")
                        && tokens.get(at + 1).tag().startsWith("JJ");
            case "CD" -> token.lower().indexOf('-') > 0;
            default ->
                token.lower().indexOf('-') > 0
                        && Character.isDigit(token.lower().charAt(0));
        };
    }

    /** A word that stands for people by itself: "two others", "23 dead", "12 more". */
    private static int alone(List<Token> tokens, int from) {
        int at = from;
        while (RoleRules.lower(tokens, at).equals("more") && ALONE.contains(RoleRules.lower(tokens, at + 1))) {
            at++;
        }
        return ALONE.contains(RoleRules.lower(tokens, at)) ? at : -1;
    }
}
