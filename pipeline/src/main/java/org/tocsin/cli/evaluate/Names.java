package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.KnowledgeTable;

/** Compares names as written by an annotator and by the coder: spellings folded, titles dropped, words cut to their stems. */
final class Names {
    private static final int STEM = 5;
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");
    private static final Pattern POSSESSIVE = Pattern.compile("'s\\b");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9. ]+");
    private static final Set<String> TITLES = titles();
    private static final Map<String, String> ALIASES = aliases();
    private static final Map<String, String> COUNTRIES = countries();

    private Names() {}

    /** Whether two values carry a name in common; either may be a string, an actor, a place or a list of those. */
    static boolean agree(List<JsonNode> gold, List<JsonNode> predicted) {
        List<String> right = of(predicted);
        return of(gold).stream().anyMatch(name -> right.stream().anyMatch(other -> agree(name, other)));
    }

    static boolean agree(String one, String other) {
        return !Collections.disjoint(keys(one), keys(other));
    }

    /** Every name string that a value carries. */
    static List<String> of(JsonNode value) {
        if (value.isTextual()) {
            return List.of(value.textValue());
        }
        if (value.isArray()) {
            List<String> names = new ArrayList<>();
            value.forEach(item -> names.addAll(of(item)));
            return names;
        }
        return value.isObject() ? ofRecord(value) : List.of();
    }

    static List<String> of(List<JsonNode> values) {
        return values.stream().flatMap(value -> of(value).stream()).toList();
    }

    private static List<String> ofRecord(JsonNode value) {
        List<String> names = new ArrayList<>();
        for (String field : List.of("name", "text", "organization", "admin1")) {
            String name = value.path(field).asText("");
            if (!name.isEmpty() && !value.path(field).isNull()) {
                names.add(name);
            }
        }
        if (value.path("country").isTextual()
                && !value.path("country").textValue().isEmpty()) {
            String code = value.path("country").textValue();
            names.add(COUNTRIES.getOrDefault(code, code));
        }
        return names;
    }

    /** The words of a text in plain lower-case letters and digits. */
    static Set<String> words(String text) {
        Set<String> words = new HashSet<>(Arrays.asList(fold(text).split("[^a-z0-9]+")));
        words.remove("");
        return words;
    }

    /** The comparable words of a name. */
    static Set<String> keys(String name) {
        String folded = " " + fold(name) + " ";
        for (Map.Entry<String, String> alias : ALIASES.entrySet()) {
            folded = folded.replace(alias.getKey(), alias.getValue());
        }
        List<String> words = Arrays.stream(folded.split(" "))
                .map(word -> word.replaceAll("^\\.+|\\.+$", ""))
                .toList();
        List<String> telling = words.stream()
                .filter(word -> !word.isEmpty() && !TITLES.contains(word))
                .toList();
        Set<String> keys = new LinkedHashSet<>();
        for (String word : telling.isEmpty() ? words : telling) {
            if (!word.isEmpty()) {
                keys.add(word.contains("_") || word.length() <= STEM ? word : word.substring(0, STEM));
            }
        }
        return keys;
    }

    private static String fold(String text) {
        String plain = NOT_ASCII
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        plain = POSSESSIVE.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        return OTHER.matcher(plain).replaceAll(" ").strip();
    }

    private static Set<String> titles() {
        Set<String> titles = new HashSet<>();
        KnowledgeTable.load(Names.class, "title-words.tsv", "word")
                .rows()
                .forEach(row -> titles.add(row.required("word")));
        return titles;
    }

    /** What is replaced by what, in this order: long names first, so that "south sudan" is not taken for "sudan". */
    private static Map<String, String> aliases() {
        List<KnowledgeTable.Row> rows =
                new ArrayList<>(KnowledgeTable.load(Names.class, "name-aliases.tsv", "name", "spellings")
                        .rows());
        rows.sort(Comparator.comparingInt(row -> -row.required("name").length()));
        Map<String, String> aliases = new LinkedHashMap<>();
        for (KnowledgeTable.Row row : rows) {
            String name = row.required("name");
            List<String> spellings = new ArrayList<>(row.several("spellings"));
            spellings.add(name);
            spellings.sort(Comparator.comparingInt(spelling -> -spelling.length()));
            spellings.forEach(
                    spelling -> aliases.putIfAbsent(" " + fold(spelling) + " ", " " + name.replace(' ', '_') + " "));
        }
        return aliases;
    }

    private static Map<String, String> countries() {
        Map<String, String> countries = new LinkedHashMap<>();
        KnowledgeTable.load(Names.class, "country-names.tsv", "code", "name")
                .rows()
                .forEach(row -> countries.put(row.required("code"), row.required("name")));
        return countries;
    }
}
