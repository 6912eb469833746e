package org.tocsin.event.casualty;

import java.util.List;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.DatedActs;

/** Tolls told in passing of an act that only places or dates another: "back from the evening's blast, which claimed five lives". */
final class RecalledActs {
    private static final Set<String> RELATIVES = Set.of("which", "that");
    private static final Set<String> LEADS = KnowledgeTable.words(RecalledActs.class, "recalling-words.tsv");
    private static final Set<String> PHRASE = Tags.like("DT|JJ.?|NN.*|VBG|VBN|POS|HYPH|CD|IN|PRP.");

    /** Most words between the act and its relative clause ("a strike on a petrol station in the city that"); own choice. */
    private static final int ACT_REACH = 12;

    /** Most words between the word that recalls an act and its noun. */
    private static final int LEAD_REACH = 6;

    private RecalledActs() {}

    /** Whether a figure stands in a clause that tells more of an act led by a word of time or way: "days after a raid that killed 23". */
    static boolean tells(Sentence sentence, TollFigure figure) {
        List<Token> tokens = sentence.tokens();
        for (int i = figure.token() - 1; i > 0 && figure.token() - i <= LEAD_REACH; i--) {
            if (RELATIVES.contains(tokens.get(i).lower())) {
                int act = actBefore(tokens, i);
                return act > 0 && isRecalled(tokens, act);
            }
        }
        return false;
    }

    /** The noun of an act that the phrase before a relative clause is headed by; -1 where none is. */
    private static int actBefore(List<Token> tokens, int relative) {
        for (int i = relative - 1; i >= Math.max(0, relative - ACT_REACH); i--) {
            Token token = tokens.get(i);
            if (DatedActs.NOUNS.contains(token.lemma()) || DatedActs.NOUNS.contains(token.lower())) {
                return i;
            }
            boolean comma = i == relative - 1 && token.text().equals(",");
            if (!comma && !PHRASE.contains(token.tag())) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isRecalled(List<Token> tokens, int act) {
        for (int i = act - 1; i >= Math.max(0, act - LEAD_REACH); i--) {
            if (LEADS.contains(tokens.get(i).lower())) {
                return true;
            }
            if (!PHRASE.contains(tokens.get(i).tag())) {
                return false;
            }
        }
        return false;
    }
}
