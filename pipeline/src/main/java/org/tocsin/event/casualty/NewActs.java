package org.tocsin.event.casualty;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.WeaponMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.DatedActs;

/**
 * Tells sentences that bring in an act which was not told before from those that take one up: "An attack on a convoy", "when shells hit
 * a school", "another raid" against "the attack".
 */
final class NewActs {
    private static final Set<String> INDEFINITE = Set.of("a", "an", "another", "two", "three", "several", "multiple");
    private static final Set<String> OTHER = Set.of(
            "another",
            "second",
            "third",
            "fourth",
            "further",
            "additional",
            "separate",
            "different",
            "similar",
            "subsequent");

    private static final Set<String> MODIFIERS = Tags.like("JJ.?|NN.*|VBG|VBN|POS|HYPH|CD");
    private static final Set<String> WHEN = Set.of("when", "after", "as", "where");
    private static final Set<String> HITS = KnowledgeTable.words(NewActs.class, "act-verbs.tsv");

    private static final Set<String> PAST = Tags.like("VBD|VBN|VBZ");

    /** Tokens within which a subject begins, behind a word for the time. */
    private static final int BEGINNING = 4;

    /** Most words of a subject, and most between an article and the noun of an act. */
    private static final int REACH = 5;

    private NewActs() {}

    /** Whether a sentence tells an act as new, by an indefinite noun for it or by an indefinite subject that does it. */
    static boolean introduces(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (INDEFINITE.contains(tokens.get(i).lower()) && isActWithin(tokens, i + 1)) {
                return true;
            }
            boolean clause = i == 0 || WHEN.contains(tokens.get(i - 1).lower());
            if (clause && hits(tokens, i)) {
                return true;
            }
        }
        return false;
    }

    /** "Today, several attacks have": whether a new act is the subject with which a sentence begins. */
    static boolean begins(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        return IntStream.range(0, Math.min(tokens.size(), BEGINNING))
                .anyMatch(i -> INDEFINITE.contains(tokens.get(i).lower()) && isActWithin(tokens, i + 1));
    }

    /** Whether a sentence sets its act apart from those before: "another raid", "a third drone attack". */
    static boolean opensAnother(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (OTHER.contains(tokens.get(i).lower()) && isActWithin(tokens, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** "hurt when the army shelled a village": whether a clause of time tells one act with its verb. */
    static boolean tellsWhen(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).lower().equals("when") && verbHits(tokens, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the first finite verb from a token on is one of an act, with a singular object or none right behind it. */
    private static boolean verbHits(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + REACH + REACH); i++) {
            if (PAST.contains(tokens.get(i).tag())) {
                boolean many = i + 1 < tokens.size() && tokens.get(i + 1).tag().equals("NNS");
                return HITS.contains(tokens.get(i).lemma()) && !many;
            }
        }
        return false;
    }

    /** Whether a sentence names an act at all. */
    static boolean names(Sentence sentence) {
        return sentence.mentions(WeaponMention.class).findAny().isPresent()
                || sentence.tokens().stream()
                        .anyMatch(token -> DatedActs.NOUNS.contains(token.lemma()) || HITS.contains(token.lemma()));
    }

    private static boolean isActWithin(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + REACH); i++) {
            boolean noun =
                    tokens.get(i).tag().startsWith("NN") || tokens.get(i).tag().equals("VBG");
            boolean ends = i + 1 == tokens.size() || !tokens.get(i + 1).tag().startsWith("NN");
            if (noun && ends && DatedActs.NOUNS.contains(tokens.get(i).lemma())) {
                return true;
            }
            if (!MODIFIERS.contains(tokens.get(i).tag())) {
                return false;
            }
        }
        return false;
    }

    /** "a drone hit", "gunmen opened fire", "shells fell": an indefinite subject and what it did. */
    private static boolean hits(List<Token> tokens, int from) {
        boolean article = INDEFINITE.contains(tokens.get(from).lower());
        boolean plural = false;
        for (int i = article ? from + 1 : from; i < Math.min(tokens.size(), from + REACH); i++) {
            Token token = tokens.get(i);
            if (PAST.contains(token.tag()) && HITS.contains(token.lemma())) {
                return article && i > from + 1 || plural;
            }
            if (!MODIFIERS.contains(token.tag())) {
                return false;
            }
            plural = token.tag().equals("NNS");
        }
        return false;
    }
}
