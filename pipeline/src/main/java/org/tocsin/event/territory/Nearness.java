package org.tocsin.event.territory;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** Tells from the words right beside a verb of territory how a place stands to it: near, left, fallen to somebody, or its object. */
final class Nearness {
    private static final Set<String> APPROACHING =
            Set.of("be", "come", "move", "advance", "stand", "reach", "push", "get", "now", "already");
    private static final Set<String> UNITS = Set.of("km", "kilometer", "kilometre", "mile", "meter", "metre", "m");
    private static final Set<String> FROM = Set.of("of", "from");
    private static final Set<String> BEARINGS = Set.of(
            "north", "south", "east", "west", "northward", "southward", "eastward", "westward", "away", "straight");
    /** What may follow the name of a place that was taken, not a thing or a person. */
    private static final Set<String> AFTER_OBJECT = Set.of(
            ",", ".", ";", "in", "near", "on", "after", "without", "from", "and", "last", "this", "early", "late");

    private static final int TO_REACH = 4;

    private Nearness() {}

    /** "were within 9 km of the town": a verb of standing or moving before, a distance behind. */
    static boolean isTold(Sentence sentence, int within) {
        List<Token> tokens = sentence.tokens();
        boolean stands =
                within > 0 && APPROACHING.contains(tokens.get(within - 1).lemma());
        return stands
                && within + 3 < tokens.size()
                && tokens.get(within + 1).tag().equals("CD")
                && UNITS.contains(tokens.get(within + 2).lemma())
                && FROM.contains(tokens.get(within + 3).lower());
    }

    /** "drove west out of the city": whether a verb of driving out has nobody behind it, so that its subject leaves. */
    static boolean isLeft(Sentence sentence, int to, boolean passive) {
        List<Token> tokens = sentence.tokens();
        int out = to;
        while (out < tokens.size() && BEARINGS.contains(tokens.get(out).lower())) {
            out++;
        }
        boolean moved = tokens.get(to - 1).lemma().equals("drive");
        return moved
                && !passive
                && out + 1 < tokens.size()
                && tokens.get(out).lower().equals("out")
                && tokens.get(out + 1).lower().equals("of");
    }

    /** "fell on Thursday to the rebels": whether "to" follows soon behind a verb. */
    static boolean isTo(Sentence sentence, int from) {
        List<Token> tokens = sentence.tokens();
        return tokens.subList(from, Math.min(tokens.size(), from + TO_REACH)).stream()
                .takeWhile(token -> !Tags.FINITE.contains(token.tag()))
                .anyMatch(token -> token.lower().equals("to"));
    }

    /** "took Shewa Robit, 220 km from the capital": whether a name that no gazetteer knows is the whole object right behind the verb. */
    static boolean isObject(Sentence sentence, int from, Spot spot) {
        List<Token> tokens = sentence.tokens();
        return spot.from() == from
                && (spot.to() == tokens.size()
                        || AFTER_OBJECT.contains(tokens.get(spot.to()).lower()));
    }
}
