package org.tocsin.event;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** Words between commas that only describe who stands before them: "the group, which has ties with others, claimed it". */
public final class Asides {
    private static final Set<String> OPENING = Tags.like("WDT|WP|WP\\$|DT|VBN|JJ|IN|RB");
    private static final Set<String> RELATIVE = Tags.like("WDT|WP|WP\\$");
    private static final int REACH = 24;

    private Asides() {}

    /** Index of the comma that opens the aside which a comma right before a verb closes; -1 where none stands there. */
    public static int before(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        int close = VerbForms.groupStart(sentence, verb) - 1;
        if (close < 2 || !tokens.get(close).text().equals(",")) {
            return -1;
        }
        int nearest = -1;
        for (int i = close - 2; i > 0 && close - i <= REACH; i--) {
            if (tokens.get(i).text().equals(",")) {
                String tag = tokens.get(i + 1).tag();
                if (RELATIVE.contains(tag)) {
                    return i;
                }
                nearest = nearest < 0 && OPENING.contains(tag) ? i : nearest;
            }
        }
        return nearest;
    }
}
