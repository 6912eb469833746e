package org.tocsin.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.document.Document;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/**
 * The entries of a digest, each opened by a head at the beginning of a paragraph: "ODESA.", "Peshawar, Kohat Road: ...". What is told
 * in one entry is another event than what is told in the next. An article without heads is one section.
 */
public final class Sections {
    private static final Set<String> CLAUSE_TAGS = Tags.like("VB[DZP]|MD|W.*|PRP");

    /** Most tokens of a head before its colon. */
    private static final int LONGEST_HEAD = 7;
    /** Most words of a head in capitals that ends with a full stop. */
    private static final int LONGEST_TITLE = 5;

    private static final Set<String> TOTALS = Set.of("total", "totals", "overall", "summary", "outlook", "background");

    private final List<Integer> numbers = new ArrayList<>();

    /** The sections of a document. */
    public Sections(Document document) {
        int paragraph = -1;
        int section = 0;
        for (Sentence sentence : document.sentences()) {
            boolean starts = sentence.paragraph() != paragraph;
            if (starts && isHead(sentence) && sentence.index() > 0) {
                section++;
            }
            paragraph = sentence.paragraph();
            numbers.add(section);
        }
    }

    /** Whether two sentences of the document stand in one section. */
    public boolean same(Sentence one, Sentence other) {
        return numbers.get(one.index()).equals(numbers.get(other.index()));
    }

    /** Whether the tokens before an index belong to words without a verb that open a sentence before a colon: "Insurgency in Kashmir: a gunman". */
    static boolean isInHead(Sentence sentence, int to) {
        List<Token> tokens = sentence.tokens();
        int end = Math.min(tokens.size(), LONGEST_HEAD);
        for (int i = 0; i < end; i++) {
            if (CLAUSE_TAGS.contains(tokens.get(i).tag())) {
                return false;
            }
            if (tokens.get(i).text().equals(":")) {
                return to <= i;
            }
        }
        return false;
    }

    private static boolean isHead(Sentence sentence) {
        return isTitle(sentence) || isBeforeColon(sentence);
    }

    /** "ODESA.", "MONTH SO FAR.": a sentence of a few words in capitals. */
    private static boolean isTitle(Sentence sentence) {
        List<Token> words = sentence.tokens().stream()
                .filter(token -> Character.isLetter(token.text().charAt(0)))
                .toList();
        return !words.isEmpty()
                && words.size() <= LONGEST_TITLE
                && words.stream()
                        .allMatch(token -> token.text().length() > 1
                                && token.text().equals(token.text().toUpperCase(Locale.ROOT)));
    }

    /** "Peshawar, Badaber: two people", "Totals: the ministry": a colon behind a few names, a place among them. */
    private static boolean isBeforeColon(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        int colon = 0;
        while (colon < Math.min(tokens.size(), LONGEST_HEAD)
                && !tokens.get(colon).lower().equals(":")) {
            if (CLAUSE_TAGS.contains(tokens.get(colon).tag())) {
                return false;
            }
            colon++;
        }
        if (colon == 0
                || colon + 1 >= tokens.size()
                || !tokens.get(colon).lower().equals(":")) {
            return false;
        }
        int end = colon;
        return TOTALS.contains(tokens.get(0).lower())
                || sentence.mentions(PlaceMention.class).anyMatch(place -> place.to() <= end);
    }
}
