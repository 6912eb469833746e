package org.tocsin.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.document.KnowledgeTable;

/** Words of texts and what they stand for, from the tables of this package. */
final class WordTable {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'-]*");
    private static final WordTable THINGS = load("target-words.tsv", "things");

    /** A number that is denied: "is 28 and not 40", "six, not seven". */
    private static final Pattern NOT_NUMBER = Pattern.compile(
            "(?:,|and) not (?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w+teen|\\w+ty)\\b");

    private static final Pattern CORRECTION = anyOf("correction-words.tsv");

    private final Map<String, List<String>> meanings;

    private WordTable(Map<String, List<String>> meanings) {
        this.meanings = meanings;
    }

    /** The kinds of things that may be targets which a text names. */
    static Set<String> things(String text) {
        return THINGS.in(text);
    }

    /** Whether a text speaks of a correction. */
    static boolean tellsCorrection(String text) {
        String plain = text.toLowerCase(Locale.ROOT);
        return CORRECTION.matcher(plain).find() || NOT_NUMBER.matcher(plain).find();
    }

    private Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (words.find()) {
            found.addAll(meaning(words.group()));
        }
        return found;
    }

    private List<String> meaning(String word) {
        List<String> direct = meanings.get(word);
        if (direct != null) {
            return direct;
        }
        if (word.endsWith("'s")) {
            return meanings.getOrDefault(word.substring(0, word.length() - 2), List.of());
        }
        return word.endsWith("s") ? meanings.getOrDefault(word.substring(0, word.length() - 1), List.of()) : List.of();
    }

    private static Pattern anyOf(String resource) {
        return Pattern.compile(KnowledgeTable.load(WordTable.class, resource, "word").rows().stream()
                .map(row -> Pattern.quote(row.required("word")))
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
    }

    private static WordTable load(String resource, String meaning) {
        Map<String, List<String>> meanings = new HashMap<>();
        for (KnowledgeTable.Row row :
                KnowledgeTable.load(WordTable.class, resource, "word", meaning).rows()) {
            if (meanings.put(row.required("word"), row.several(meaning)) != null) {
                throw row.error("the word stands twice");
            }
        }
        return new WordTable(meanings);
    }
}
