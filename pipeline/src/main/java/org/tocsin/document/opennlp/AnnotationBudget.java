package org.tocsin.document.opennlp;

/**
 * How much of one article is read, so that no text takes long: the first {@value #TOKENS} tokens, a text of about 200,000
 * characters or sixty news articles. What comes after is left out.
 */
final class AnnotationBudget {
    /** Tokens of an article that are read. */
    static final int TOKENS = 40_000;

    private int read;

    /** Whether a sentence of this many tokens may still be read. */
    boolean take(int tokens) {
        read += tokens;
        return read <= TOKENS;
    }
}
