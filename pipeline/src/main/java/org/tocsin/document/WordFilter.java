package org.tocsin.document;

import java.util.BitSet;
import java.util.Collection;

/**
 * Tells by one bit of its hash code that a word is not among those of a table, so that most look-ups are spared: for 100 words it lets
 * a few per cent of the others pass. Thread-safe once it is filled.
 */
public final class WordFilter {
    private static final int BITS = 4096;

    private final BitSet bits = new BitSet(BITS);

    /** A filter that lets nothing pass yet. */
    public WordFilter() {}

    /** A filter of these words. */
    public WordFilter(Collection<String> words) {
        words.forEach(this::add);
    }

    /** Lets a word pass from now on. */
    public void add(String word) {
        bits.set(bit(word));
    }

    /** Whether a word may be one of those added; false only where it is none of them. */
    public boolean passes(String word) {
        return bits.get(bit(word));
    }

    private static int bit(String word) {
        int hash = word.hashCode();
        return (hash ^ hash >>> 12) & BITS - 1;
    }
}
