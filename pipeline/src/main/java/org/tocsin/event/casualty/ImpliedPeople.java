package org.tocsin.event.casualty;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Mention.PlaceMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;

/** Finds people told without a number: "a woman", "his wife", "both drivers", persons by name. */
final class ImpliedPeople {
    private static final Set<String> PHRASE_TAGS = Tags.like("JJ.?|NN.*|VBN|VBG|POS|CD|HYPH");
    private static final Set<String> PHRASE_ENDS = Tags.like("VB.*|[,.]|CC|WP|IN|MD");
    private static final Set<String> BODIES = Set.of("body", "bodies", "family", "household");
    private static final Set<String> UNIFORMED = Set.of("guard", "police", "staff", "crew", "general", "marine");
    private static final Set<String> ORDINALS = Set.of("second", "third", "fourth", "fifth");
    private static final Set<String> AGE = Tags.like("CD|NNS|JJ");
    private static final Set<String> TOLD = Tags.like("VBD|VBN|VBZ|VBP");
    private static final Set<String> AUXILIARY = Set.of("be", "have");
    private static final Set<String> NAME_LEADS = Tags.like("DT|NNPS?|POS");

    /** Taggers take the verbs of headlines for plurals. */
    private static final Set<String> PRESENT = Tags.like("VBZ|NNS");

    private static final Set<String> CLAUSE_ENDS = Set.of(";", ":", ",");

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
        theirs();
        persons();
        named();
        alone();
        lost();
        headlined();
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
            if (noun >= 0
                    && people.plural(noun) == both
                    && people.free(from, noun + 1)
                    && !isBody(i, noun)
                    && !isTheirWhole(i)) {
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

    /** "two members of the judge's escort": what those counted belong to. */
    private boolean isTheirWhole(int determiner) {
        return determiner > 0
                && sentence.tokens().get(determiner - 1).lower().equals("of")
                && people.found().stream().anyMatch(group -> group.stated() && group.to() == determiner - 1);
    }

    /** "wounded Castillo's son": somebody of a person told by name. */
    private void theirs() {
        List<Token> tokens = sentence.tokens();
        for (int at = 1; at < tokens.size(); at++) {
            int i = at;
            boolean of = tokens.get(i).tag().equals("POS")
                    && tokens.get(i - 1).tag().equals("NNP")
                    && sentence.mentions(PlaceMention.class).noneMatch(place -> place.from() < i && place.to() >= i)
                    && sentence.mentions(ActorMention.class).noneMatch(actor -> actor.from() < i && actor.to() >= i);
            int noun = of ? noun(i + 1) : -1;
            People.Kind kind = noun < 0 || people.plural(noun) ? null : people.kindAt(noun);
            if (kind != null && people.free(i + 1, noun + 1) && !isBody(i, noun)) {
                people.imply(i + 1, noun + 1, kind.count(), kind.name(), People.Standing.NEW);
            }
        }
    }

    /** The noun for people that ends the phrase that begins at a token; -1 where it ends with something else. */
    private int noun(int from) {
        int noun = -1;
        int doing = -1;
        for (int i = from; i < Math.min(sentence.tokens().size(), from + MODIFIERS); i++) {
            Token token = sentence.tokens().get(i);
            if (noun == i - 1 && noun >= 0 && token.tag().equals("VBG")) {
                doing = noun;
            }
            if (!PHRASE_TAGS.contains(token.tag()) || noun >= 0 && tellsOutcome(i)) {
                break;
            }
            boolean name = token.tag().equals("NNP") && noun >= 0 && !lowerCase(i);
            boolean adjective = token.tag().startsWith("JJ") && people.isNoun(i) && endsPhrase(i);
            if (token.tag().startsWith("NN") && !name || adjective) {
                noun = people.isNoun(i) ? i : -1;
            }
        }
        // "a boy selling fuel": the nouns behind what somebody does are its object
        return noun < 0 ? doing : noun;
    }

    /** Whether no noun or adjective follows: taggers take "minor" and "private" for adjectives. */
    private boolean endsPhrase(int token) {
        return token + 1 >= sentence.tokens().size()
                || tellsOutcome(token + 1)
                || PHRASE_ENDS.contains(sentence.tokens().get(token + 1).tag());
    }

    /** "a civilian hurt in the raid": taggers take the participle behind a person for a noun. */
    private boolean tellsOutcome(int token) {
        return OutcomeCue.TABLE.at(sentence, token) != null;
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
                && people.found().stream().anyMatch(group -> isUpTo(group.to(), and) && !group.stated())
                && and + 1 < sentence.tokens().size()
                && sentence.tokens().get(and + 1).tag().equals("NN");
    }

    /** Whether people end right before a token, or before their age: "a girl, 8, and". */
    private boolean isUpTo(int to, int token) {
        List<Token> tokens = sentence.tokens();
        return to == token
                || to + 3 == token
                        && tokens.get(to).lower().equals(",")
                        && tokens.get(to + 1).tag().equals("CD")
                        && tokens.get(to + 2).lower().equals(",");
    }

    /** "the UN aviation body", "his family", "the National Guard": a body of people, no person. */
    private boolean isBody(int the, int noun) {
        String word = sentence.tokens().get(noun).lower();
        boolean named = !lowerCase(noun) && noun - 1 > the && !lowerCase(noun - 1);
        return BODIES.contains(word)
                || named && sentence.tokens().get(the).lower().equals("the") && UNIFORMED.contains(word);
    }

    /** "a third, 29, was wounded": the token behind an age that is put in between commas; the token itself where none is. */
    private int behindAge(int token) {
        List<Token> tokens = sentence.tokens();
        int end = token + 1;
        if (!tokens.get(token).lower().equals(",")) {
            return token;
        }
        while (end < tokens.size() && AGE.contains(tokens.get(end).tag())) {
            end++;
        }
        boolean putIn = end > token + 1
                && end + 1 < tokens.size()
                && tokens.get(end).lower().equals(",");
        return putIn ? end + 1 : token;
    }

    /** Whether a word stands for a person told before: "a third", "another". */
    static boolean standsForOne(Token token) {
        return ORDINALS.contains(token.lower()) || token.lower().equals("another");
    }

    /** "claimed the life of a money changer": who loses a life is a person, also where no list knows the noun. */
    private void lost() {
        List<Token> tokens = sentence.tokens();
        for (int of = 1; of + 2 < tokens.size(); of++) {
            boolean life = tokens.get(of).lower().equals("of")
                    && tokens.get(of - 1).lower().equals("life")
                    && ONE.contains(tokens.get(of + 1).lower());
            int end = of + 2;
            while (life
                    && end < tokens.size()
                    && PHRASE_TAGS.contains(tokens.get(end).tag())) {
                end++;
            }
            if (life && tokens.get(end - 1).tag().equals("NN") && people.free(of + 1, end)) {
                people.imply(of + 1, end, 1, null, People.Standing.NEW);
            }
        }
    }

    /** "Soldier killed in ambush", "Drone kills man": headlines leave the article away. */
    private void headlined() {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            boolean listed = i > 0 && tokens.get(i - 1).lower().equals("and") && follows(i - 1);
            boolean object = i > 0 && (isHeadlineVerb(i - 1) || listed);
            boolean begins = i == 0 || CLAUSE_ENDS.contains(tokens.get(i - 1).lower());
            int noun = object || begins ? noun(i) : -1;
            boolean told = noun >= 0
                    && (object || noun + 1 < tokens.size() && OutcomeCue.TABLE.at(sentence, noun + 1) != null);
            People.Kind kind = told && !people.plural(noun) ? people.kindAt(noun) : null;
            if (kind != null && people.free(i, noun + 1) && !isBody(i, noun)) {
                people.imply(i, noun + 1, kind.count(), kind.name(), People.Standing.NEW);
            }
        }
    }

    /** "kills", "wounds": the present tense of what happened, which only headlines use. */
    private boolean isHeadlineVerb(int token) {
        CueTable.Cue<OutcomeCue> cue = OutcomeCue.TABLE.at(sentence, token);
        return cue != null
                && cue.to() == token + 1
                && cue.meaning().frame() == OutcomeCue.Frame.TRANSITIVE
                && PRESENT.contains(sentence.tokens().get(token).tag());
    }

    /** "another was wounded": a word that stands for a person right before what happened. */
    private void alone() {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean ordinal = i > 0
                    && ONE.contains(tokens.get(i - 1).lower())
                    && ORDINALS.contains(tokens.get(i).lower());
            int from = ordinal ? i - 1 : i;
            int verb = behindAge(i + 1);
            boolean cue = OutcomeCue.TABLE.at(sentence, verb) != null;
            boolean told = cue && tokens.get(i).lower().equals("another")
                    || TOLD.contains(tokens.get(verb).tag())
                            && (cue || AUXILIARY.contains(tokens.get(verb).lemma()));
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
