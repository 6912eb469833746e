package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Counts;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;

/** Finds groups of people in a sentence: counted ("nine people"), implied ("a woman", "his wife") and bare numbers ("11"). */
final class People {
    private static final int MODIFIERS = 5;
    private static final Set<String> ONE = Set.of("a", "an", "another", "one");
    private static final Set<String> OWN = Set.of("his", "her", "their", "its", "my", "our", "your");
    private static final Set<String> OF_THEM = Set.of("them", "whom", "these", "those", "which");
    private static final Set<String> OUTCOME_HEADS = Set.of(
            "dead",
            "wounded",
            "injured",
            "killed",
            "missing",
            "hurt",
            "more",
            "captured",
            "displaced",
            "deaths",
            "death",
            "fatalities",
            "fatality",
            "injuries",
            "injury",
            "hostages",
            "prisoners",
            "captives",
            "hospitalized",
            "hospitalised",
            "times",
            "who");

    private static final CueTable<Kind> NOUNS = CueTable.of(
            KnowledgeTable.load(People.class, "people.tsv", "words", "kind", "count"),
            row -> new Kind(row.optional("kind"), row.optional("count") == null ? 1 : number(row)));
    private static final CueTable<Boolean> PART_OF =
            CueTable.of(KnowledgeTable.load(People.class, "part-of-cues.tsv", "words"), row -> true);

    private final Document document;
    private final Sentence sentence;
    private final List<Group> groups = new ArrayList<>();

    private People(Document document, Sentence sentence) {
        this.document = document;
        this.sentence = sentence;
    }

    private record Kind(@Nullable String name, int count) {}

    /**
     * People that a sentence names together.
     *
     * @param from index of the first token
     * @param to index behind the last token
     * @param count how many
     * @param text the words, with the noun
     * @param kind class of victims; null where the noun does not tell
     * @param stated whether a number is written, not implied by the singular
     * @param partOf whether they are part of a group told before
     * @param definite whether "the" marks them as known already
     * @param person whether a noun says that they are people
     */
    record Group(
            int from,
            int to,
            Anchored<Count> count,
            String text,
            @Nullable String kind,
            boolean stated,
            boolean partOf,
            boolean definite,
            boolean person) {}

    /** The groups of a sentence, in order. */
    static List<Group> in(Document document, Sentence sentence) {
        People people = new People(document, sentence);
        people.counted();
        people.implied();
        people.persons();
        people.named();
        people.alone();
        people.groups.sort(Comparator.comparingInt(Group::from));
        return List.copyOf(people.groups);
    }

    private static int number(KnowledgeTable.Row row) {
        try {
            return Integer.parseInt(row.required("count"));
        } catch (NumberFormatException e) {
            throw row.error("count is '" + row.cell("count") + "', not a whole number");
        }
    }

    private void counted() {
        sentence.mentions(CountMention.class)
                .filter(mention ->
                        mention.role() == CountRole.PLAIN && !isAge(mention) && !isYear(mention) && !compares(mention))
                .forEach(mention -> {
                    Kind kind = kindOf(mention);
                    if (kind != null) {
                        int to = Math.max(mention.to(), mention.head() + 1);
                        Anchored<Count> told = times(Counts.of(document, sentence, mention), kind.count());
                        Anchored<Count> count = isOfFamilies(mention) ? told.map(People::unknown) : told;
                        add(
                                mention.from(),
                                to,
                                count,
                                kind.name(),
                                true,
                                isOfThem(mention) || isOfTheHurt(mention),
                                false);
                    }
                });
    }

    /** "a pharmacist of 44": a bare number behind "of" and a singular person. */
    private boolean isAge(CountMention mention) {
        int of = mention.from() - 1;
        return mention.head() < 0
                && of > 0
                && sentence.tokens().get(of).lower().equals("of")
                && !plural(of - 1)
                && kindAt(of - 1) != null;
    }

    /** "in 1842", "since 2019": four digits without a noun behind a preposition of time. */
    private boolean isYear(CountMention mention) {
        return mention.head() < 0
                && mention.from() > 0
                && mention.to() == mention.from() + 1
                && sentence.tokens().get(mention.from()).text().matches("(1\\d|20)\\d\\d")
                && sentence.tokens().get(mention.from() - 1).lower().matches("in|since|until|before|after|by");
    }

    /** "one more than", "two fewer than": a difference of two figures. */
    private boolean compares(CountMention mention) {
        int end = Math.max(mention.to(), mention.head() + 1);
        return end < sentence.tokens().size()
                && sentence.tokens().get(end).lower().equals("than")
                && sentence.tokens().get(end - 1).lower().matches("more|fewer|less");
    }

    /** "1,150 families": nobody knows how many people. */
    private boolean isOfFamilies(CountMention mention) {
        return mention.head() >= 0
                && sentence.tokens().get(mention.head()).lower().matches("famil(y|ies)|households?");
    }

    private static Count unknown(Count count) {
        return new Count(null, count.getLow(), null, Bound.AT_LEAST, count.getText());
    }

    private static Anchored<Count> times(Anchored<Count> count, int factor) {
        Integer best = count.value().getBest();
        return factor == 1 || best == null
                ? count
                : count.map(value ->
                        new Count(best * factor, best * factor, best * factor, value.getBound(), value.getText()));
    }

    /** What the number counts: a kind of people, people of no kind for a bare number; null where it counts something else. */
    private @Nullable Kind kindOf(CountMention mention) {
        if (mention.head() < 0) {
            return new Kind(null, 1);
        }
        Token head = sentence.tokens().get(mention.head());
        if (OUTCOME_HEADS.contains(head.lower()) || OF_THEM.contains(head.lower())) {
            return new Kind(null, 1);
        }
        Kind kind = kindAt(mention.head());
        return kind != null ? kind : looksLikePeople(head) ? new Kind(null, 1) : null;
    }

    private @Nullable Kind kindAt(int noun) {
        if (noun > 0) {
            CueTable.Cue<Kind> two = NOUNS.at(sentence, noun - 1);
            if (two != null && two.to() == noun + 1) {
                return two.meaning();
            }
        }
        CueTable.Cue<Kind> cue = NOUNS.at(sentence, noun);
        return cue == null ? null : cue.meaning();
    }

    private boolean looksLikePeople(Token head) {
        String word = head.lower().toLowerCase(Locale.ROOT);
        boolean nation = sentence.mentions(ActorMention.class)
                .anyMatch(mention -> mention.from() <= head.index() && head.index() < mention.to());
        return nation && head.tag().endsWith("S")
                || word.matches(".+(men|women|ists|ians|ees|goers|holders|mates|workers|keepers)")
                || head.tag().equals("NNPS");
    }

    private boolean isOfThem(CountMention mention) {
        return mention.head() >= 0
                && OF_THEM.contains(sentence.tokens().get(mention.head()).lower());
    }

    /** "fourteen of the injured": a part of those whose number another sentence gives. */
    private boolean isOfTheHurt(CountMention mention) {
        List<Token> tokens = sentence.tokens();
        int of = mention.to();
        return of + 2 < tokens.size()
                && tokens.get(of).lower().equals("of")
                && tokens.get(of + 1).lower().matches("the|these|those")
                && tokens.subList(of + 2, Math.min(tokens.size(), of + 4)).stream()
                        .anyMatch(token -> OUTCOME_HEADS.contains(token.lower()));
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
            if (noun >= 0 && plural(noun) == both && free(from, noun + 1) && !isBody(i, noun)) {
                Kind kind = kindAt(noun);
                int number = kind == null ? 1 : both ? 2 : kind.count();
                int to = behindName(noun + 1);
                String words = document.text(sentence.startOf(from), sentence.endOf(to));
                Count count = new Count(number, number, number, Bound.EXACT, words);
                add(
                        from,
                        to,
                        Anchored.at(sentence, from, to, count),
                        kind == null ? null : kind.name(),
                        false,
                        false,
                        definite);
            }
        }
    }

    /** The noun for people that ends the phrase that begins at a token; -1 where it ends with something else. */
    private int noun(int from) {
        int noun = -1;
        for (int i = from; i < Math.min(sentence.tokens().size(), from + MODIFIERS); i++) {
            Token token = sentence.tokens().get(i);
            if (!token.tag().matches("JJ.?|NN.*|VBN|VBG|POS|CD|HYPH")) {
                break;
            }
            boolean name = token.tag().equals("NNP") && noun >= 0 && !lowerCase(i);
            if (token.tag().startsWith("NN") && !name) {
                noun = NOUNS.at(sentence, i) != null || kindAt(i) != null ? i : -1;
            }
        }
        return noun;
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
                && groups.stream().anyMatch(group -> group.to() == and && !group.stated())
                && and + 1 < sentence.tokens().size()
                && sentence.tokens().get(and + 1).tag().equals("NN");
    }

    /** "the UN aviation body", "his family", "the National Guard": a body of people, no person. */
    private boolean isBody(int the, int noun) {
        String word = sentence.tokens().get(noun).lower();
        boolean named = !lowerCase(noun) && noun - 1 > the && !lowerCase(noun - 1);
        return word.matches("body|bodies|family|household")
                || named
                        && sentence.tokens().get(the).lower().equals("the")
                        && word.matches("guard|police|staff|crew|general|marine");
    }

    /** "another was wounded": a word that stands for a person right before what happened. */
    private void alone() {
        List<Token> tokens = sentence.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean ordinal = i > 0
                    && ONE.contains(tokens.get(i - 1).lower())
                    && tokens.get(i).lower().matches("second|third|fourth|fifth");
            int from = ordinal ? i - 1 : i;
            boolean told = tokens.get(i + 1).tag().matches("VBD|VBN|VBZ")
                    && (tokens.get(i + 1).lemma().equals("be") || OutcomeCue.TABLE.at(sentence, i + 1) != null);
            if (told && (ordinal || tokens.get(i).lower().equals("another")) && free(from, i + 1)) {
                String words = document.text(sentence.startOf(from), sentence.endOf(i + 1));
                Count count = new Count(1, 1, 1, Bound.EXACT, words);
                add(from, i + 1, Anchored.at(sentence, from, i + 1, count), null, false, false, false);
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
            if (to - i >= 2 && to - i <= MODIFIERS && !(i > 0 && isLed(i - 1)) && free(i, to)) {
                String words = document.text(sentence.startOf(i), sentence.endOf(to));
                Count one = new Count(1, 1, 1, Bound.EXACT, words);
                add(i, to, Anchored.at(sentence, i, to, one), null, false, false, true);
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
        return token.tag().matches("DT|NNPS?|POS")
                || token.tag().matches("IN|TO") && !token.lower().equals("of");
    }

    private boolean plural(int noun) {
        Token token = sentence.tokens().get(noun);
        return token.tag().equals("NNS") || token.tag().equals("NNPS");
    }

    /** Persons by name are one each; the office before the name belongs to it. */
    private void persons() {
        sentence.mentions(PersonMention.class)
                .filter(person -> free(person.from(), person.to()))
                .forEach(person -> {
                    String words = document.text(sentence.startOf(person.from()), sentence.endOf(person.to()));
                    Count one = new Count(1, 1, 1, Bound.EXACT, words);
                    add(person.from(), person.to(), Anchored.at(sentence, person, one), null, false, false, true);
                });
    }

    private boolean free(int from, int to) {
        return groups.stream().noneMatch(group -> group.from() < to && group.to() > from);
    }

    private void add(
            int from,
            int to,
            Anchored<Count> count,
            @Nullable String kind,
            boolean stated,
            boolean ofThem,
            boolean definite) {
        String words = document.text(sentence.startOf(from), sentence.endOf(to));
        boolean person = !stated
                || kind != null
                || NOUNS.at(sentence, to - 1) != null
                || looksLikePeople(sentence.tokens().get(to - 1));
        groups.add(new Group(from, to, count, words, kind, stated, ofThem || followsPartOf(from), definite, person));
    }

    private boolean followsPartOf(int from) {
        return PART_OF.find(sentence).stream()
                .anyMatch(cue -> cue.to() <= from
                        && from - cue.to() <= 3
                        && sentence.tokens().subList(cue.to(), from).stream()
                                .noneMatch(token -> token.tag().startsWith("VB")
                                                && !token.lemma().equals("be")
                                        || token.tag().equals(".")));
    }
}
