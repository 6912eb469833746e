package org.tocsin.article;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A 64-bit SimHash of an article's text (Charikar 2002): texts that share most of their runs of words have fingerprints that
 * differ in few bits. The headline is left out, since outlets that carry an agency's text write their own.
 */
public final class Fingerprint {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int BITS = Long.SIZE;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /**
     * The fingerprint of an article: of its distinct pairs of neighbouring words, without regard to case. Single words and
     * repetitions would make all English texts alike, since "the" and "of" outnumber the rest.
     */
    public static long of(NewsArticle article) {
        int[] votes = new int[BITS];
        pairs(article.text()).forEach(pair -> vote(votes, hash(pair)));
        long fingerprint = 0;
        for (int bit = 0; bit < BITS; bit++) {
            if (votes[bit] > 0) {
                fingerprint |= 1L << bit;
            }
        }
        return fingerprint;
    }

    /** How many bits of two fingerprints differ, 0 to 64; about 32 for texts that share nothing. */
    public static int distance(long one, long other) {
        return Long.bitCount(one ^ other);
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        String previous = "";
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            pairs.add(previous + ' ' + words.group());
            previous = words.group();
        }
        return pairs;
    }

    private static void vote(int[] votes, long hash) {
        for (int bit = 0; bit < BITS; bit++) {
            votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
        }
    }

    /** FNV-1a, with the finishing steps of SplitMix64 so that short words reach all bits. */
    private static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
