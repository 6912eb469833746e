package org.tocsin.document.opennlp;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.document.KnowledgeTable;

/**
 * Abbreviations whose full stop does not end a sentence.
 *
 * @param words in lower case, without the last full stop ("gen", "u.s")
 */
record Abbreviations(Set<String> words) {
    static Abbreviations shared() {
        return Holder.SHARED;
    }

    private static Abbreviations load() {
        return new Abbreviations(
                KnowledgeTable.load(Abbreviations.class, "abbreviations.tsv", "abbreviation").rows().stream()
                        .map(row -> row.required("abbreviation").toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static final class Holder {
        static final Abbreviations SHARED = load();
    }
}
