package org.tocsin.document.casing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.opennlp.LowerCaseWords;

/** Knows which words are no names, regular forms of known words included. Thread-safe. */
final class CommonWords {
    private static final int SHORTEST_STEM = 3;
    private static final List<String> ENDINGS = List.of(
            "s", "es", "ed", "d", "ing", "er", "ers", "ist", "ists", "ly", "ness", "ment", "ments", "al", "able", "ism",
            "ization", "ations");
    private static final List<String> BEGINNINGS = List.of("un", "re", "non", "anti", "counter", "para", "mis", "over");

    /** How words end that English builds and names hardly do. */
    private static final Pattern BUILT = Pattern.compile(
            "\\p{L}{3,}(?:[ai]ted?|ates|ating|i[sz]e[ds]?|i[sz]ing|if(?:y|ied|ies)|ous|ously|ive|ives|ively|[st]ions?|[st]ional|ness|ity|ities|ism"
                    + "|ful|fully|less|[ai]ble|[ai]bly|ering|ered|ened|ished|ishing|ental|ment|ments|ance|ances|ence|ences)");

    private final Set<String> listed = new HashSet<>();

    private CommonWords() {
        KnowledgeTable.load(CommonWords.class, "common-words.tsv", "word")
                .rows()
                .forEach(row -> listed.add(row.required("word")));
    }

    static CommonWords shared() {
        return Holder.SHARED;
    }

    /** Whether a word in lower case is no name. */
    boolean contains(String lower) {
        return knows(lower) || isForm(lower) || isPrefixed(lower);
    }

    /** Whether a word that nobody knows looks like one that English builds ("destabilizing"), not like a name. */
    boolean looksBuilt(String lower) {
        return BUILT.matcher(lower).matches();
    }

    private boolean knows(String lower) {
        return listed.contains(lower) || LowerCaseWords.contains(lower);
    }

    private boolean isForm(String lower) {
        for (String ending : ENDINGS) {
            int stem = lower.length() - ending.length();
            if (stem >= SHORTEST_STEM && lower.endsWith(ending)) {
                String base = lower.substring(0, stem);
                boolean doubled = base.charAt(stem - 1) == base.charAt(stem - 2);
                if (knows(base) || knows(base + "e") || doubled && knows(base.substring(0, stem - 1))) {
                    return stem > SHORTEST_STEM || ending.length() == 1;
                }
            }
        }
        return lower.endsWith("ies") && knows(lower.substring(0, lower.length() - 3) + "y")
                || lower.endsWith("ied") && knows(lower.substring(0, lower.length() - 3) + "y");
    }

    private boolean isPrefixed(String lower) {
        return BEGINNINGS.stream()
                .anyMatch(beginning -> lower.startsWith(beginning)
                        && lower.length() > beginning.length() + SHORTEST_STEM
                        && knows(lower.substring(beginning.length())));
    }

    private static final class Holder {
        static final CommonWords SHARED = new CommonWords();
    }
}
