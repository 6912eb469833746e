package org.tocsin.event.casualty;

import java.util.List;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.DatedActs;

/** What acts were aimed at and where their dead are counted: "the attack on a police van", "the dead in the hotel". */
final class ActObjects {
    private static final Set<String> PREPOSITIONS = Set.of("on", "at", "against", "in");
    private static final Set<String> COUNTED = KnowledgeTable.words(ActObjects.class, "counted-victims.tsv");
    private static final Set<String> MODIFIERS = Tags.like("DT|JJ.?|NN|POS|CD|HYPH");

    private ActObjects() {}

    /** Whether a sentence names what its act was aimed at, and none of the others speaks of such a thing. */
    static boolean namesOther(Sentence sentence, List<Sentence> others) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (DatedActs.NOUNS.contains(tokens.get(i).lemma())
                    && PREPOSITIONS.contains(tokens.get(i + 1).lower())) {
                String object = head(tokens, i + 2);
                return !object.isEmpty() && others.stream().noneMatch(other -> names(other, object));
            }
        }
        return false;
    }

    /** The lemma of the common noun that heads the phrase at a token; empty where none does. */
    private static String head(List<Token> tokens, int from) {
        String head = "";
        for (int i = from; i < tokens.size() && MODIFIERS.contains(tokens.get(i).tag()); i++) {
            head = tokens.get(i).tag().equals("NN") ? tokens.get(i).lemma() : head;
        }
        return head;
    }

    /** The common noun for the scene that the people of a reading are counted at ("the dead in the hotel"); empty where none is named. */
    static String site(TollReading reading) {
        List<Token> tokens = reading.sentence().tokens();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (COUNTED.contains(tokens.get(i).lower())
                    && PREPOSITIONS.contains(tokens.get(i + 1).lower())
                    && tokens.get(i + 2).lower().equals("the")) {
                return head(tokens, i + 2);
            }
        }
        return "";
    }

    static boolean names(Sentence sentence, String lemma) {
        return sentence.tokens().stream().anyMatch(token -> token.lemma().equals(lemma));
    }
}
