package org.tocsin.event.statement;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** Verbs that tell on what occasion somebody speaks, so that the infinitive behind them was said: "used his address to urge". */
final class Occasions {
    private static final Set<String> VERBS = Set.of(
            "use",
            "go",
            "take",
            "write",
            "call",
            "phone",
            "telephone",
            "convene",
            "appear",
            "gather",
            "assemble",
            "issue",
            "tweet");
    private static final Set<String> BETWEEN = Tags.like("DT|JJ.?|NN.*|PRP.*|IN|POS|RP|CD|RB");
    private static final Set<String> FINITE = Tags.like("VB[DZP]");
    private static final Set<String> ASKING = Set.of("on", "upon", "for");
    private static final int REACH = 9;

    private Occasions() {}

    /** Index of the verb of the occasion on which an infinitive was said; -1 where there is none. */
    static int before(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        if (verb < 2
                || !tokens.get(verb).tag().equals("VB")
                || !tokens.get(verb - 1).tag().equals("TO")) {
            return -1;
        }
        for (int i = verb - 2; i >= Math.max(0, verb - REACH); i--) {
            Token token = tokens.get(i);
            if (FINITE.contains(token.tag())) {
                return VERBS.contains(token.lemma()) && i < verb - 2 && !asks(tokens, i) ? i : -1;
            }
            if (!BETWEEN.contains(token.tag())) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether the verb asks somebody else for what the infinitive tells: "called on the minister to sign". */
    private static boolean asks(List<Token> tokens, int verb) {
        return tokens.get(verb).lemma().equals("call")
                && ASKING.contains(tokens.get(verb + 1).lower());
    }
}
