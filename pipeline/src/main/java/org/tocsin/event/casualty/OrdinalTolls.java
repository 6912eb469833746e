package org.tocsin.event.casualty;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;

/** Tolls told by the place of the last death in their row: "the sixth person to die", "the third fatality", "the 19th victim of". */
final class OrdinalTolls {
    private static final Set<String> VICTIMS = Set.of("victim", "casualty");
    private static final Set<String> VICTIM_OF = Set.of("of", "in");

    private static final Set<String> DEATHS = Set.of("death", "fatality");
    private static final Set<String> DYING = Set.of("die", "perish", "succumb");
    private static final Set<String> KILLED = Set.of("killed", "martyred");
    private static final Set<String> LIVES =
            Set.of("his life", "his lives", "her life", "her lives", "their life", "their lives");

    /** Most words between the ordinal and "to die". */
    private static final int REACH = 4;

    private OrdinalTolls() {}

    /** The people counted so, each group standing for the whole toll. The first of a row counts nobody before it and is left out. */
    static List<People.Group> in(Sentence sentence) {
        return sentence.mentions().stream()
                .filter(CountMention.class::isInstance)
                .map(CountMention.class::cast)
                .filter(count -> count.role() == CountRole.ORDINAL && count.best() != null && count.best() > 1)
                .filter(count -> dies(sentence.tokens(), count.to()))
                .map(count -> group(sentence, count))
                .toList();
    }

    private static boolean dies(List<Token> tokens, int behind) {
        if (behind < tokens.size() && DEATHS.contains(tokens.get(behind).lemma())) {
            return true;
        }
        if (behind + 1 < tokens.size()
                && VICTIMS.contains(tokens.get(behind).lemma())
                && VICTIM_OF.contains(tokens.get(behind + 1).lower())) {
            return true;
        }
        for (int i = behind; i + 1 < tokens.size() && i < behind + REACH; i++) {
            if (tokens.get(i).lower().equals("to")) {
                return isDeath(tokens, i + 1);
            }
        }
        return false;
    }

    private static boolean isDeath(List<Token> tokens, int at) {
        String verb = tokens.get(at).lemma();
        String next = at + 1 < tokens.size() ? tokens.get(at + 1).lower() : "";
        String last = at + 2 < tokens.size() ? tokens.get(at + 2).lower() : "";
        return DYING.contains(verb)
                || verb.equals("be") && KILLED.contains(next)
                || verb.equals("have") && next.equals("died")
                || verb.equals("lose") && LIVES.contains((next + " " + last));
    }

    private static People.Group group(Sentence sentence, CountMention count) {
        int number = Math.toIntExact(Objects.requireNonNull(count.best()));
        String text = sentence.text()
                .substring(
                        sentence.startOf(count.from()) - sentence.start(),
                        sentence.endOf(count.to()) - sentence.start());
        Anchored<Count> anchored =
                Anchored.at(sentence, count.from(), count.to(), new Count(number, number, number, Bound.EXACT, text));
        return new People.Group(count.from(), count.to(), anchored, text, null, true, false, false, true);
    }
}
