package org.tocsin.document;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part-of-speech tags that the tag model gives, and sets of them by which rules look at tokens. */
public final class Tags {
    /** The Penn Treebank tags with those of punctuation; empty for a token that was not tagged. */
    static final List<String> ALL = List.of(
            "", "#", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS",
            "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO",
            "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``");

    /** Any form of a verb. */
    public static final Set<String> VERB = like("VB[DGNPZ]?");

    /** Past tense and present tense, without participles and base forms; taggers also take some participles for a past tense. */
    public static final Set<String> TENSED = like("VB[DZP]");

    /** {@link #TENSED} and modal verbs. */
    public static final Set<String> FINITE = like("VB[DZP]|MD");

    /** Past tense and past participle, which taggers mistake for each other. */
    public static final Set<String> PAST = like("VBN|VBD");

    /** Past and present participles. */
    public static final Set<String> PARTICIPLE = like("VBN|VBG");

    /** Adjectives and past participles before a noun. */
    public static final Set<String> DESCRIBING = like("JJ|VBN");

    /** Nouns, names and adjectives. */
    public static final Set<String> NOMINAL = like("NN.*|JJ");

    /** Nouns that are no names. */
    public static final Set<String> COMMON_NOUN = like("NNS?");

    /** Prepositions and "to". */
    public static final Set<String> PREPOSITION = like("IN|TO");

    private Tags() {}

    /**
     * The tags that a regular expression describes, for example {@code NN.*|JJ}. Meant for constants: a look-up in the set costs a
     * small part of a match.
     *
     * @throws IllegalArgumentException if no tag is like this
     */
    public static Set<String> like(String expression) {
        Pattern pattern = Pattern.compile(expression);
        Set<String> tags =
                ALL.stream().filter(tag -> pattern.matcher(tag).matches()).collect(Collectors.toUnmodifiableSet());
        if (tags.isEmpty()) {
            throw new IllegalArgumentException("no part-of-speech tag is like " + expression);
        }
        return tags;
    }
}
