package org.tocsin.document.opennlp;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.document.KnowledgeTable;

/** Gives dictionary forms by the endings of regular English verbs and nouns, with a table of the irregular ones. Thread-safe. */
final class Lemmatizer {
    private final Map<String, String> verbs;
    private final Map<String, String> nouns;

    private Lemmatizer(Map<String, String> verbs, Map<String, String> nouns) {
        this.verbs = Map.copyOf(verbs);
        this.nouns = Map.copyOf(nouns);
    }

    static Lemmatizer shared() {
        return Holder.SHARED;
    }

    private static Lemmatizer load() {
        Map<String, String> verbs = new HashMap<>();
        Map<String, String> nouns = new HashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(Lemmatizer.class, "lemmas.tsv", "form", "lemma", "class")
                .rows()) {
            Map<String, String> target = switch (row.required("class")) {
                case "verb" -> verbs;
                case "noun" -> nouns;
                default -> throw row.error("class must be verb or noun");
            };
            if (target.put(row.required("form"), row.required("lemma")) != null) {
                throw row.error("form is given twice for its class");
            }
        }
        return new Lemmatizer(verbs, nouns);
    }

    /**
     * The dictionary form of a word. A participle that the tagger took for an adjective ("were downed") gives its verb, too.
     *
     * @param lower the word in lower case
     * @param tag its Penn Treebank tag; empty where unknown
     */
    String lemma(String lower, String tag) {
        if (tag.startsWith("VB") || tag.equals("MD")) {
            return verb(lower, tag);
        }
        if (tag.equals("NNS") || tag.equals("NNPS")) {
            String irregular = nouns.get(lower);
            return irregular != null ? irregular : singular(lower);
        }
        boolean participle = tag.equals("JJ") && lower.length() > 4 && lower.endsWith("ed");
        return participle && lower.indexOf('-') < 0 ? verb(lower, "VBN") : lower;
    }

    private String verb(String lower, String tag) {
        String irregular = verbs.get(lower);
        if (irregular != null) {
            return irregular;
        }
        return switch (tag) {
            case "VBZ" -> singular(lower);
            case "VBG" -> lower.endsWith("ing") && lower.length() > 5 ? stem(lower, 3) : lower;
            case "VBD", "VBN" -> lower.endsWith("s") ? singular(lower) : past(lower);
            default -> lower;
        };
    }

    private static String past(String lower) {
        if (lower.endsWith("ied") && lower.length() > 4) {
            return lower.substring(0, lower.length() - 3) + "y";
        }
        if (lower.endsWith("eed")) {
            return lower.substring(0, lower.length() - 1);
        }
        return lower.endsWith("ed") && lower.length() > 4 ? stem(lower, 2) : lower;
    }

    private static String singular(String lower) {
        if (lower.endsWith("ies") && lower.length() > 4) {
            return lower.substring(0, lower.length() - 3) + "y";
        }
        if (lower.endsWith("sses") || lower.endsWith("xes") || lower.endsWith("ches") || lower.endsWith("shes")) {
            return lower.substring(0, lower.length() - 2);
        }
        boolean plural = lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us") && !lower.endsWith("is");
        return plural && lower.length() > 2 ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** The base form behind a word less its ending: a doubled consonant goes ("stopped"), a lost e comes back ("fired"). */
    private static String stem(String lower, int ending) {
        String stem = lower.substring(0, lower.length() - ending);
        int n = stem.length();
        char last = stem.charAt(n - 1);
        if (n > 2 && last == stem.charAt(n - 2)) {
            return "lsfzeo".indexOf(last) >= 0 ? stem : stem.substring(0, n - 1);
        }
        return losesE(stem) ? stem + "e" : stem;
    }

    private static boolean losesE(String stem) {
        int n = stem.length();
        if (n < 2) {
            return false;
        }
        char last = stem.charAt(n - 1);
        char before = stem.charAt(n - 2);
        boolean vowelBefore = isVowel(before);
        boolean twoVowels = n > 2 && vowelBefore && isVowel(stem.charAt(n - 3));
        return switch (last) {
            case 'c', 'v', 'u', 'z' -> true;
            case 's' -> vowelBefore || before == 'n' || before == 'r' || before == 'p';
            case 'g' -> before == 'a' || before == 'r' || before == 'd' || before == 'n' && stem.endsWith("eng");
            case 'l' -> "bpdtfgkz".indexOf(before) >= 0;
            case 'r' -> vowelBefore && before != 'e' && !stem.endsWith("or") && !stem.endsWith("ear");
            case 't' -> before == 'a' && !stem.endsWith("eat") || before == 'u' && n > 4;
            case 'd' -> (before == 'u' || before == 'i' || before == 'a') && !twoVowels && n > 3;
            case 'k', 'm', 'p', 'n' -> vowelBefore && !twoVowels && n < 5 && before != 'e';
            default -> false;
        };
    }

    private static boolean isVowel(char c) {
        return "aeiou".indexOf(c) >= 0;
    }

    private static final class Holder {
        static final Lemmatizer SHARED = load();
    }
}
