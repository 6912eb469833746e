package org.tocsin.event;

import java.util.List;
import java.util.Set;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** The forms of verbs that decide which side of a verb acts and which one suffers. */
public final class VerbForms {
    private static final Set<String> GROUP = Tags.like("VB.?|MD|RB|TO");

    private static final Set<String> OBJECT = Tags.like("DT|CD|JJ|NN.*|PRP.?");

    private VerbForms() {}

    /** Whether a form of be or get stands right before the participle at a token, adverbs and auxiliaries between them. */
    public static boolean isPassive(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        if (!tokens.get(verb).tag().equals("VBN")) {
            return isJoined(sentence, verb);
        }
        for (int i = verb - 1; i >= Math.max(0, verb - 3); i--) {
            Token token = tokens.get(i);
            if (token.lemma().equals("be") || token.lemma().equals("get")) {
                return true;
            }
            boolean joins = token.tag().equals("CC")
                    && i > 0
                    && Tags.PAST.contains(tokens.get(i - 1).tag());
            if (!joins && !token.tag().startsWith("RB") && !token.tag().startsWith("VB")) {
                return false;
            }
        }
        return false;
    }

    /** "were intercepted and destroyed over the city": a past tense without object, joined to a passive participle. */
    private static boolean isJoined(Sentence sentence, int verb) {
        List<Token> tokens = sentence.tokens();
        boolean object =
                verb + 1 < tokens.size() && OBJECT.contains(tokens.get(verb + 1).tag());
        return tokens.get(verb).tag().equals("VBD")
                && !object
                && verb > 1
                && tokens.get(verb - 1).tag().equals("CC")
                && tokens.get(verb - 2).tag().equals("VBN")
                && isPassive(sentence, verb - 2);
    }

    /** Index of the first token of the verb group that ends with the token: its auxiliaries, adverbs and "to". */
    public static int groupStart(Sentence sentence, int verb) {
        int start = verb;
        while (start > 0
                && verb - start < 5
                && GROUP.contains(sentence.tokens().get(start - 1).tag())) {
            start--;
        }
        return start;
    }
}
