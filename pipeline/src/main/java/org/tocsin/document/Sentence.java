package org.tocsin.document;

import java.util.List;
import java.util.stream.Stream;

/**
 * One sentence.
 *
 * @param index position in the document, from 0
 * @param paragraph position of its paragraph in the document, from 0
 * @param start offset of the first character in the original text
 * @param end offset behind the last character in the original text
 * @param text the sentence verbatim, as in the original text
 * @param tokens the tokens in order
 * @param mentions what the lexicons, the gazetteer and the grammars found, in order of first token, never overlapping within
 *     one kind
 */
public record Sentence(
        int index, int paragraph, int start, int end, String text, List<Token> tokens, List<Mention> mentions) {
    public Sentence {
        tokens = List.copyOf(tokens);
        mentions = List.copyOf(mentions);
    }

    /** The mentions of one kind, in order. */
    public <M extends Mention> Stream<M> mentions(Class<M> kind) {
        return mentions.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Offset in the original text of the first character of the token at this index. */
    public int startOf(int token) {
        return tokens.get(token).start();
    }

    /** Offset in the original text behind the last character of the token before this index. */
    public int endOf(int toToken) {
        return tokens.get(toToken - 1).end();
    }
}
