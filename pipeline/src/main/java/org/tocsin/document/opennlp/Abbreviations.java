package org.tocsin.document.opennlp;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;

/**
 * Abbreviations whose full stop does not end a sentence, from abbreviations.tsv; in lower case, without the last full stop.
 *
 * @param words those that stand before any word ("gen")
 * @param beforeDigits those that are abbreviations only before a figure ("no" in "No. 5")
 */
record Abbreviations(Set<String> words, Set<String> beforeDigits) {
    static Abbreviations shared() {
        return Holder.SHARED;
    }

    private static Abbreviations load() {
        Set<String> words = new HashSet<>();
        Set<String> beforeDigits = new HashSet<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(
                        Abbreviations.class, "abbreviations.tsv", "abbreviation", "before")
                .rows()) {
            String word = row.required("abbreviation").toLowerCase(Locale.ROOT);
            switch (row.required("before")) {
                case "ANY" -> words.add(word);
                case "DIGIT" -> beforeDigits.add(word);
                default -> throw row.error("before must be ANY or DIGIT");
            }
        }
        return new Abbreviations(Set.copyOf(words), Set.copyOf(beforeDigits));
    }

    /**
     * Whether a word before a full stop is an abbreviation.
     *
     * @param word the word in lower case, without the full stop
     * @param text the text in which it stands
     * @param behindStop offset behind the full stop
     */
    boolean contains(String word, String text, int behindStop) {
        if (words.contains(word)) {
            return true;
        }
        int next = behindStop;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        return beforeDigits.contains(word) && next < text.length() && Character.isDigit(text.charAt(next));
    }

    private static final class Holder {
        static final Abbreviations SHARED = load();
    }
}
