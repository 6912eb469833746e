package org.tocsin.document.casing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.gazetteer.Gazetteer;
import org.tocsin.document.lexicon.Lexicons;

/** Names of the lexicons and the gazetteer, with the capitals that they are written with. Thread-safe. */
final class KnownNames {
    /** Words inside names that stay small. */
    private static final List<String> SMALL =
            List.of("of", "the", "and", "de", "la", "las", "los", "del", "al-", "for", "in", "on");

    private final Map<String, String> written = new HashMap<>();

    private KnownNames() {
        add("actors.tsv", List.of("name", "variants"));
        add("persons.tsv", List.of("name", "variants"));
        add("states.tsv", List.of("name", "variants", "adjectives", "people", "capitals"));
        add("bodies.tsv", List.of("words", "variants"));
        add("weapons.tsv", List.of("words", "system", "variants"));
    }

    static KnownNames shared() {
        return Holder.SHARED;
    }

    private void add(String table, List<String> columns) {
        KnowledgeTable rows = KnowledgeTable.load(Lexicons.class, table, columns.toArray(String[]::new));
        for (KnowledgeTable.Row row : rows.rows()) {
            for (String column : columns) {
                row.several(column).forEach(name -> written.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
            }
        }
    }

    /** A name of the lexicons as it is written; null where the words are none. */
    @Nullable
    String ofLexicons(String lower) {
        return written.get(lower);
    }

    /** Whether words name a place. */
    boolean isPlace(String lower) {
        return !Gazetteer.shared().readings(lower).isEmpty();
    }

    /** A name of several words with a capital for each, small words but the first left out. */
    static String capitalised(String lower) {
        StringBuilder name = new StringBuilder(lower);
        int start = 0;
        while (start < lower.length()) {
            int end = lower.indexOf(' ', start);
            end = end < 0 ? lower.length() : end;
            if (start == 0 || !SMALL.contains(lower.substring(start, end))) {
                for (int i = start; i < end; i++) {
                    boolean begins = i == start || lower.charAt(i - 1) == '-';
                    name.setCharAt(i, begins ? Character.toUpperCase(lower.charAt(i)) : lower.charAt(i));
                }
            }
            start = end + 1;
        }
        return name.toString();
    }

    private static final class Holder {
        static final KnownNames SHARED = new KnownNames();
    }
}
