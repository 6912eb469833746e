package org.tocsin.document.lexicon;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/**
 * Tells where the name of a capital stands for a government: as the subject of a verb that cities do not do, or as the one addressed
 * by a verb of speech (metonym-cues.tsv).
 */
final class Metonyms {
    private static final Set<String> BEFORE_CAPITAL = Tags.like("IN|TO|JJ|NN|NNP");
    private static final Set<String> BEFORE_VERB = Tags.like("RB|MD|,|WDT|WP");
    private static final Set<String> ACTING = Tags.like("VBD|VBZ|VBP|VBG|VB");

    private static final Set<String> ADDRESSING = words("addressing");
    private static final Set<String> ADDRESSING_PREPOSITION = words("preposition");
    private static final Set<String> OF_A_CITY = words("city");
    private static final Set<String> OF_GOVERNMENT = words("possessed");
    /** Words that open a clause whose subject follows. */
    private static final Set<String> CLAUSE = Set.of(
            "that",
            "if",
            "unless",
            "whether",
            "because",
            "while",
            "although",
            "though",
            "until",
            "as",
            "after",
            "before",
            "since",
            "once");

    private static final Set<String> ORDER = Set.of("next", "same", "following");
    private static final Set<String> MONTHS =
            Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final int MONTH = 3;
    private static final int REACH = 6;

    private Metonyms() {}

    private static Set<String> words(String sense) {
        return KnowledgeTable.load(Metonyms.class, "metonym-cues.tsv", "word", "sense").rows().stream()
                .filter(row -> row.required("sense").equals(sense))
                .map(row -> row.required("word"))
                .collect(Collectors.toUnmodifiableSet());
    }

    static boolean standsForGovernment(Sentence sentence, int from, int to) {
        return isSubject(sentence.tokens(), from, to)
                || isAddressed(sentence.tokens(), from)
                || possesses(sentence.tokens(), to);
    }

    private static boolean isSubject(List<Token> tokens, int from, int to) {
        if (from > 0
                && BEFORE_CAPITAL.contains(tokens.get(from - 1).tag())
                && !CLAUSE.contains(tokens.get(from - 1).lower())) {
            return false;
        }
        int verb = behindTime(tokens, to);
        while (verb < tokens.size() && BEFORE_VERB.contains(tokens.get(verb).tag()) && verb - to < 5) {
            verb++;
        }
        if (verb + 1 < tokens.size()
                && tokens.get(verb).lemma().equals("be")
                && tokens.get(verb + 1).tag().equals("VBG")) {
            verb++;
        }
        boolean headline = from == 0
                && verb + 1 < tokens.size()
                && tokens.get(verb).tag().equals("NNS")
                && ADDRESSING.contains(stem(tokens.get(verb).lower()));
        return headline
                || verb < tokens.size()
                        && ACTING.contains(tokens.get(verb).tag())
                        && !OF_A_CITY.contains(tokens.get(verb).lemma());
    }

    /** Behind the day that stands between a capital and its verb: "Kigali on Monday denied", "Asmara next day rejected". */
    private static int behindTime(List<Token> tokens, int from) {
        if (from + 2 >= tokens.size()) {
            return from;
        }
        String first = tokens.get(from).lower();
        String second = tokens.get(from + 1).lower();
        boolean day = first.equals("on") && second.endsWith("day") || ORDER.contains(first) && second.equals("day");
        boolean date = tokens.get(from).tag().equals("CD")
                && second.length() > 2
                && MONTHS.contains(second.substring(0, MONTH));
        return day || date ? from + 2 : from;
    }

    private static String stem(String verb) {
        return verb.endsWith("s") ? verb.substring(0, verb.length() - 1) : verb;
    }

    /** Whether something that only governments have follows a possessive: "Beijing's rejection". */
    private static boolean possesses(List<Token> tokens, int to) {
        int noun = to + 1;
        while (noun < tokens.size()
                && noun - to < 3
                && Tags.DESCRIBING.contains(tokens.get(noun).tag())) {
            noun++;
        }
        return to < tokens.size()
                && tokens.get(to).tag().equals("POS")
                && noun < tokens.size()
                && OF_GOVERNMENT.contains(tokens.get(noun).lemma());
    }

    /** Whether a verb of speech or a verb with its preposition stands right before: "accuses Kigali", "appealed to Moscow". */
    private static boolean isAddressed(List<Token> tokens, int from) {
        if (from == 0) {
            return false;
        }
        Token before = tokens.get(from - 1);
        if (before.tag().startsWith("VB")) {
            return ADDRESSING.contains(before.lemma());
        }
        if (!ADDRESSING_PREPOSITION.contains(before.lower())) {
            return false;
        }
        for (int i = from - 2; i >= Math.max(0, from - REACH); i--) {
            if (ADDRESSING.contains(tokens.get(i).lemma())) {
                return true;
            }
        }
        return false;
    }
}
