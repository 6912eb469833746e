package org.tocsin.document.opennlp;

/**
 * How much of one article still gets the costly annotations, so that no text takes long. The first {@value #TAGGED_TOKENS}
 * tokens (a text of about 300,000 characters) are tagged, the first {@value #CHUNKED_TOKENS} tokens of sentences with a trigger
 * get base phrases; what comes after is split into sentences and tokens only. What comes after the first
 * {@value #TOKENS} tokens is left out, which ordinary text reaches at over a million characters.
 */
final class AnnotationBudget {
    /** Tokens of an article that are kept. */
    static final int TOKENS = 250_000;

    /** Tokens of an article that are tagged. */
    static final int TAGGED_TOKENS = 60_000;

    /** Tokens of an article that get base phrases. */
    static final int CHUNKED_TOKENS = 12_000;

    private int kept;
    private int tagged;
    private int chunked;

    /** Whether a sentence of this many tokens may still be kept. */
    boolean take(int tokens) {
        kept += tokens;
        return kept <= TOKENS;
    }

    /** Whether a sentence of this many tokens may still be tagged. */
    boolean takeTags(int tokens) {
        tagged += tokens;
        return tagged <= TAGGED_TOKENS;
    }

    /** Whether a sentence of this many tokens may still get base phrases. */
    boolean takeChunks(int tokens) {
        chunked += tokens;
        return chunked <= CHUNKED_TOKENS && tagged <= TAGGED_TOKENS;
    }
}
