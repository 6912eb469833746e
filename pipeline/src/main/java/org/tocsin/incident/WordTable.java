package org.tocsin.incident;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tocsin.document.KnowledgeTable;

/** Words of texts and what they stand for, from the tables of this package. */
final class WordTable {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}'-]*");
    /** What hospitals, clinics and ambulances stand for in target-words.tsv. */
    private static final String CARE = "hospital";

    private static final Set<String> BARE = Set.of("in", "to", "from", "into");
    private static final Set<String> CARING = KnowledgeTable.words(WordTable.class, "care-words.tsv");
    private static final Set<String> SPEAKING =
            Set.of("said", "says", "told", "reported", "confirmed", "announced", "added", "listed", "counted");

    /** Words before a hospital among which one of care stands, and behind it among which one of saying stands; own choice. */
    private static final int CARE_BEFORE = 6;

    private static final int SPEECH_BEHIND = 2;

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
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            List<String> meaning = meaning(words.get(i));
            if (!meaning.contains(CARE) || !isOfCare(words, i)) {
                found.addAll(meaning);
            }
        }
        return found;
    }

    /** Whether a hospital is only where the hurt are or who speaks: "died in hospital", "treated at the clinic", "the hospital said". */
    private static boolean isOfCare(List<String> words, int at) {
        boolean bare = at > 0 && BARE.contains(words.get(at - 1));
        List<String> before = words.subList(Math.max(0, at - CARE_BEFORE), at);
        List<String> behind = words.subList(at + 1, Math.min(words.size(), at + 1 + SPEECH_BEHIND));
        return bare
                || before.stream().anyMatch(CARING::contains)
                || behind.stream().anyMatch(SPEAKING::contains);
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
