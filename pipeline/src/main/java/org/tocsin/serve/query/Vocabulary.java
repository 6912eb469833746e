package org.tocsin.serve.query;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Numbers words, so that a text is kept as the numbers of its words, four bytes each, and is searched without being read. A word
 * once seen stays. Thread-safe.
 */
final class Vocabulary {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

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

    /** The words of a text: runs of letters and digits in lower case, without marks on letters, so that Erdogan finds Erdoğan. */
    static String[] words(String text) {
        String plain = isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
