package org.tocsin.event.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;

/** Finds people told without a number: "a woman", "his wife", "both drivers", persons by name. */
final class ImpliedPeople {
    private static final Set<String> PHRASE_TAGS = Tags.like("JJ.?|NN.*|VBN|VBG|POS|CD|HYPH");
    private static final Set<String> PHRASE_ENDS = Tags.like("VB.*|[,.]|CC|WP|IN|MD");
    private static final Set<String> BODIES = Set.of("body", "bodies", "family", "household");
    private static final Set<String> UNIFORMED = Set.of("guard", "police", "staff", "crew", "general", "marine");
    private static final Set<String> ORDINALS = Set.of("second", "third", "fourth", "fifth");
    private static final Set<String> TOLD = Tags.like("VBD|VBN|VBZ|VBP");
    private static final Set<String> AUXILIARY = Set.of("be", "have");
    private static final Set<String> NAME_LEADS = Tags.like("DT|NNPS?|POS");

    private static final int MODIFIERS = 5;
    private static final Set<String> ONE = Set.of("a", "an", "another", "one");
    private static final Set<String> OWN = Set.of("his", "her", "their", "its", "my", "our", "your");

    private final Sentence sentence;
    private final People people;

    ImpliedPeople(Sentence sentence, People people) {
        this.sentence = sentence;
        this.people = people;
    }

    /** Adds what the sentence tells to the groups. */
    void find() {
        implied();
        persons();
        named();
        alone();
    }

    /** "a woman", "another man", "his wife", "both drivers", "the driver". */
    private void implied() {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            String word = tokens.get(i).lower();
            boolean one = ONE.contains(word) || OWN.contains(word);
            boolean both = word.equals("both");
            boolean definite = word.equals("the");
            boolean coordinate = word.equals("and") && follows(i);
            int noun = one || both || definite || coordinate ? noun(i + 1) : -1;
            int from = coordinate ? i + 1 : i;
            if (noun >= 0 && people.plural(noun) == both && people.free(from, noun + 1) && !isBody(i, noun)) {
                People.Kind kind = people.kindAt(noun);
                int number = kind == null ? 1 : both ? 2 : kind.count();
                people.imply(
                        from,
                        behindName(noun + 1),
                        number,
                        kind == null ? null : kind.name(),
                        definite ? People.Standing.KNOWN : People.Standing.NEW);
            }
        }
    }

    /** The noun for people that ends the phrase that begins at a token; -1 where it ends with something else. */
    private int noun(int from) {
        int noun = -1;
        for (int i = from; i < Math.min(sentence.tokens().size(), from + MODIFIERS); i++) {
            Token token = sentence.tokens().get(i);
            if (!PHRASE_TAGS.contains(token.tag())) {
                break;
            }
            boolean name = token.tag().equals("NNP") && noun >= 0 && !lowerCase(i);
            boolean adjective = token.tag().startsWith("JJ") && people.isNoun(i) && endsPhrase(i);
            if (token.tag().startsWith("NN") && !name || adjective) {
                noun = people.isNoun(i) ? i : -1;
            }
        }
        return noun;
    }

    /** Whether no noun or adjective follows: taggers take "minor" and "private" for adjectives. */
    private boolean endsPhrase(int token) {
        return token + 1 >= sentence.tokens().size()
                || PHRASE_ENDS.contains(sentence.tokens().get(token + 1).tag());
    }

    private boolean lowerCase(int token) {
        return Character.isLowerCase(sentence.tokens().get(token).text().charAt(0));
    }

    /** Index behind the name that follows a noun: "a teacher Olha Kravets". */
    private int behindName(int from) {
        int to = from;
        while (to < sentence.tokens().size()
                && to - from < MODIFIERS
                && sentence.tokens().get(to).tag().equals("NNP")
                && !lowerCase(to)) {
            to++;
        }
        return to;
    }

    /** "a husband and wife": a bare noun joined to a person. */
    private boolean follows(int and) {
        return and > 0
                && people.found().stream().anyMatch(group -> group.to() == and && !group.stated())
                && and + 1 < sentence.tokens().size()
                && sentence.tokens().get(and + 1).tag().equals("NN");
    }

    /** "the UN aviation body", "his family", "the National Guard": a body of people, no person. */
    private boolean isBody(int the, int noun) {
        String word = sentence.tokens().get(noun).lower();
        boolean named = !lowerCase(noun) && noun - 1 > the && !lowerCase(noun - 1);
        return BODIES.contains(word)
                || named && sentence.tokens().get(the).lower().equals("the") && UNIFORMED.contains(word);
    }

    /** "another was wounded": a word that stands for a person right before what happened. */
    private void alone() {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean ordinal = i > 0
                    && ONE.contains(tokens.get(i - 1).lower())
                    && ORDINALS.contains(tokens.get(i).lower());
            int from = ordinal ? i - 1 : i;
            boolean told = TOLD.contains(tokens.get(i + 1).tag())
                    && (AUXILIARY.contains(tokens.get(i + 1).lemma()) || OutcomeCue.TABLE.at(sentence, i + 1) != null);
            boolean both = tokens.get(i).lower().equals("both");
            if (told && (ordinal || both || tokens.get(i).lower().equals("another")) && people.free(from, i + 1)) {
                people.imply(from, i + 1, both ? 2 : 1, null, People.Standing.NEW);
            }
        }
    }

    /** Persons that no list knows, by two or more words with capitals that are no place and no organisation. */
    private void named() {
        List<Token> tokens = sentence.tokens();
        int i = 0;
        while (i < tokens.size()) {
            int to = i;
            while (to < tokens.size() && isName(to)) {
                to++;
            }
            if (to - i >= 2 && to - i <= MODIFIERS && !(i > 0 && isLed(i - 1)) && people.free(i, to)) {
                people.imply(i, to, 1, null, People.Standing.KNOWN);
            }
            i = Math.max(to, i + 1);
        }
    }

    private boolean isName(int token) {
        Token word = sentence.tokens().get(token);
        boolean capital =
                word.tag().equals("NNP") && Character.isUpperCase(word.text().charAt(0));
        boolean shout =
                word.text().length() > 1 && word.text().equals(word.text().toUpperCase(Locale.ROOT));
        return capital
                && !shout
                && sentence.mentions().stream()
                        .noneMatch(mention ->
                                mention.from() <= token && token < mention.to() && !(mention instanceof PersonMention));
    }

    /** Whether a preposition or an article stands before a name: "in Khan Younis", "the Red Crescent". */
    private boolean isLed(int before) {
        Token token = sentence.tokens().get(before);
        return NAME_LEADS.contains(token.tag())
                || Tags.PREPOSITION.contains(token.tag()) && !token.lower().equals("of");
    }

    /** Persons by name are one each; the office before the name belongs to it. */
    private void persons() {
        sentence.mentions(PersonMention.class)
                .filter(person -> people.free(person.from(), person.to()))
                .forEach(person -> people.imply(person.from(), person.to(), 1, null, People.Standing.KNOWN));
    }
}
