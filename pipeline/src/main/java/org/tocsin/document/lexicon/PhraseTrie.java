package org.tocsin.document.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Token;
import org.tocsin.document.WordFilter;

/**
 * Phrases with meanings, matched token by token without regard to case, except that a word written with capital letters in
 * the lexicon must bear one in the text ("Turkey", not "turkey"), and one in capitals alone must be written so ("US", not "us").
 *
 * @param <T> the meaning of a phrase
 */
final class PhraseTrie<T> {
    private static final Pattern BOUNDARY = Pattern.compile("\\s+|(?=,)|(?<=,)|(?='s?(?:\\s|$))");

    private final Node<T> root = new Node<>();
    private final WordFilter firstWords = new WordFilter();

    /** A phrase found at a token: the index behind its last token and its meaning. */
    record Match<T>(int to, T meaning) {}

    private record Entry<T>(List<String> words, T meaning) {
        boolean fits(List<Token> tokens, int from) {
            for (int i = 0; i < words.size(); i++) {
                if (!caseFits(words.get(i), tokens.get(from + i).text())) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private final List<Entry<T>> entries = new ArrayList<>();
    }

    /** Adds a phrase. Of several meanings of one phrase the first that was added counts. */
    void add(String phrase, T meaning) {
        List<String> words = Arrays.stream(BOUNDARY.split(phrase.strip()))
                .filter(word -> !word.isBlank())
                .toList();
        firstWords.add(words.get(0).toLowerCase(Locale.ROOT));
        Node<T> node = root;
        for (String word : words) {
            node = node.next.computeIfAbsent(word.toLowerCase(Locale.ROOT), key -> new Node<>());
        }
        node.entries.add(new Entry<>(words, meaning));
    }

    /** The longest phrase that begins at a token; null where none does. */
    @Nullable
    Match<T> longest(List<Token> tokens, int from) {
        if (!firstWords.passes(tokens.get(from).lower())) {
            return null;
        }
        Match<T> best = null;
        Node<T> node = root;
        for (int at = from; at < tokens.size(); at++) {
            Node<T> next = node.next.get(tokens.get(at).lower());
            if (next == null) {
                break;
            }
            node = next;
            for (Entry<T> entry : node.entries) {
                if ((best == null || best.to() <= at) && entry.fits(tokens, from)) {
                    best = new Match<>(at + 1, entry.meaning());
                }
            }
        }
        return best;
    }

    private static boolean caseFits(String known, String written) {
        if (known.equals(known.toLowerCase(Locale.ROOT))) {
            return true;
        }
        boolean capitals = known.length() > 1 && known.equals(known.toUpperCase(Locale.ROOT));
        return capitals ? written.equals(known) : !written.equals(written.toLowerCase(Locale.ROOT));
    }
}
