package org.tocsin.document.opennlp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.tokenize.WhitespaceTokenizer;
import opennlp.tools.util.Span;

/**
 * The tokens that the model proposes. It cuts what stands between two spaces by nothing but its own characters, and news repeats
 * its words: what a word was cut into is kept. Not thread-safe.
 */
final class ProposedTokens {
    /** Words kept; when there are more, all are forgotten. */
    static final int KEPT_WORDS = 20_000;

    /** Longest word kept, in characters. */
    static final int LONGEST_KEPT = 24;

    private final TokenizerME tokenizer;
    private final Map<String, Span[]> kept = new HashMap<>();

    ProposedTokens(TokenizerModel model) {
        this.tokenizer = new TokenizerME(model);
    }

    /** The proposed tokens of a text, as intervals of its characters. */
    List<Span> of(String text) {
        List<Span> tokens = new ArrayList<>();
        for (Span between : WhitespaceTokenizer.INSTANCE.tokenizePos(text)) {
            for (Span token : cut(text.substring(between.getStart(), between.getEnd()))) {
                tokens.add(new Span(between.getStart() + token.getStart(), between.getStart() + token.getEnd()));
            }
        }
        return tokens;
    }

    private Span[] cut(String word) {
        if (word.length() > LONGEST_KEPT) {
            return tokenizer.tokenizePos(word);
        }
        if (kept.size() >= KEPT_WORDS) {
            kept.clear();
        }
        return kept.computeIfAbsent(word, tokenizer::tokenizePos);
    }
}
