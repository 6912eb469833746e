package org.tocsin.serve.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Numbers words, so that a text is kept as the numbers of its words, four bytes each, and is searched without being read. A word
 * once seen stays. Thread-safe.
 */
final class Vocabulary {
    private final ConcurrentSkipListMap<String, Integer> numbers = new ConcurrentSkipListMap<>();
    private final AtomicInteger next = new AtomicInteger();

    /** Numbers of the words of texts, each once. */
    int[] numbers(Collection<String> texts) {
        return texts.stream()
                .flatMapToInt(text -> Arrays.stream(words(text))
                        .filter(word -> !word.isEmpty())
                        .mapToInt(word -> numbers.computeIfAbsent(word, unseen -> next.getAndIncrement())))
                .distinct()
                .toArray();
    }

    /** Numbers of all words that begin with the letters of a word. */
    BitSet beginningWith(String beginning) {
        BitSet found = new BitSet();
        numbers.subMap(beginning, beginning + Character.MAX_VALUE).values().forEach(found::set);
        return found;
    }

    /** The words of a text: runs of letters and digits in lower case. */
    static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+");
    }
}
