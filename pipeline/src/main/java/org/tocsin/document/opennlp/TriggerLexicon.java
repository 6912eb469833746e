package org.tocsin.document.opennlp;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;

/**
 * The words that tell of violence or of its outcome, from triggers.tsv: only sentences with one of them get base phrases, which
 * cost more than all other annotations together. Columns: {@code word} in lower case, a whole word or phrase, or with a star at
 * its end the beginning of a word ("kill*"); {@code event_type} the event type that it may tell of, for the reader;
 * {@code source}. Thread-safe.
 */
final class TriggerLexicon {
    private static final String RESOURCE = "triggers.tsv";
    private final AhoCorasickDoubleArrayTrie<Pattern> patterns;

    /** A trigger of the table. */
    private record Pattern(boolean wholeWord) {}

    private TriggerLexicon(AhoCorasickDoubleArrayTrie<Pattern> patterns) {
        this.patterns = patterns;
    }

    static TriggerLexicon shared() {
        return Holder.SHARED;
    }

    private static TriggerLexicon load() {
        Map<String, Pattern> words = new TreeMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(Document.class, RESOURCE, "word", "event_type")
                .rows()) {
            String word = row.required("word");
            boolean prefix = word.endsWith("*");
            String characters = prefix ? word.substring(0, word.length() - 1) : word;
            if (characters.isEmpty() || !characters.equals(characters.toLowerCase(Locale.ROOT))) {
                throw row.error("word '" + word + "' must be in lower case and not empty");
            }
            words.merge(characters, new Pattern(!prefix), (a, b) -> new Pattern(a.wholeWord() && b.wholeWord()));
        }
        AhoCorasickDoubleArrayTrie<Pattern> trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(words);
        return new TriggerLexicon(trie);
    }

    /** Whether a sentence in lower case holds a trigger. */
    boolean matches(String lower) {
        AtomicBoolean found = new AtomicBoolean();
        patterns.parseText(lower, (int begin, int end, Pattern pattern) -> {
            boolean starts = begin == 0 || !Character.isLetterOrDigit(lower.charAt(begin - 1));
            boolean ends =
                    !pattern.wholeWord() || end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
            found.set(starts && ends);
            return !found.get();
        });
        return found.get();
    }

    private static final class Holder {
        static final TriggerLexicon SHARED = load();
    }
}
