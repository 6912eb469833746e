package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.ActorMention;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Mention.CountRole;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Counts;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;

/** Finds groups of people in a sentence: counted ("nine people"), implied ("a woman", "his wife") and bare numbers ("11"). */
final class People {
    private static final Pattern YEAR = Pattern.compile("(1\\d|20)\\d\\d");
    private static final Set<String> TIME_LEADS = Set.of("in", "since", "until", "before", "after", "by");
    private static final Set<String> COMPARING = Set.of("more", "fewer", "less");
    private static final Set<String> COLLECTIVES = Set.of("family", "household", "crew", "party", "team", "squad");
    private static final Set<String> FAMILIES = Set.of("family", "families", "household", "households");
    private static final Pattern PEOPLE =
            Pattern.compile(".+(men|women|ists|ians|ees|goers|holders|mates|workers|keepers)");
    /** "French", "British": words for a nation that are no noun for one of its people. */
    private static final Pattern ONLY_ADJECTIVE = Pattern.compile(".+[cs]h");

    private static final Set<String> BEHIND_NOUN = Tags.like("VB.*|[,.:]|CC|IN|WP|MD|RB|TO");
    private static final Set<String> THE = Set.of("the", "these", "those");

    /** Nouns whose "of the wounded" names the whole and no part. */
    private static final Set<String> COUNTING =
            Set.of("number", "count", "figure", "tally", "toll", "estimate", "total", "list", "name");

    /** "no one", "nobody": what a count of 0 counts. */
    private static final Set<String> NOBODY = Set.of("one", "nobody", "no-one");

    private static final Set<String> AUXILIARY = Set.of("be", "have", "get");

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
            "names",
            "fallen",
            "slain",
            "deceased",
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

    /** What a noun says of people: their class and how many its singular names. */
    record Kind(@Nullable String name, int count) {}

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

    /** The groups found so far. */
    List<Group> found() {
        return groups;
    }

    /** The groups of a sentence, in order. */
    static List<Group> in(Document document, Sentence sentence) {
        People people = new People(document, sentence);
        people.counted();
        new ImpliedPeople(sentence, people).find();
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
                .filter(mention -> mention.role() == CountRole.PLAIN
                        && !isAge(mention)
                        && !isYear(mention)
                        && !compares(mention)
                        && !isTheirFamily(mention))
                .forEach(mention -> {
                    Kind kind = kindOf(mention);
                    if (kind != null) {
                        int to = Math.max(mention.to(), mention.head() + 1);
                        Anchored<Count> told = times(Counts.of(document, sentence, mention), kind.count());
                        Anchored<Count> count = isOfFamilies(mention) ? told.map(People::unknown) : told;
                        int collective = collective(mention);
                        add(
                                collective < 0 ? mention.from() : collective,
                                to,
                                count,
                                kind.name(),
                                true,
                                isOfThem(mention) || isOfTheHurt(mention),
                                false);
                    }
                });
    }

    /** "a pharmacist of 44", "a third, 29, was wounded": a bare number behind "of" and a singular person, or put in behind an ordinal. */
    private boolean isAge(CountMention mention) {
        int of = mention.from() - 1;
        boolean putIn = mention.head() < 0
                && of > 0
                && sentence.tokens().get(of).lower().equals(",")
                && ImpliedPeople.standsForOne(sentence.tokens().get(of - 1));
        return putIn
                || mention.head() < 0
                        && of > 0
                        && sentence.tokens().get(of).lower().equals("of")
                        && !plural(of - 1)
                        && collective(mention) < 0
                        && kindAt(of - 1) != null;
    }

    /** "a family of five": where the phrase begins whose noun counts its members behind "of"; -1 where no such noun stands there. */
    private int collective(CountMention mention) {
        int noun = mention.from() - 2;
        boolean counts = mention.head() < 0
                && noun > 0
                && COLLECTIVES.contains(sentence.tokens().get(noun).lower())
                && sentence.tokens().get(noun + 1).lower().equals("of");
        return !counts ? -1 : sentence.tokens().get(noun - 1).tag().equals("DT") ? noun - 1 : noun;
    }

    /** "six members of one family": a family that only tells who those counted before are. */
    private boolean isTheirFamily(CountMention mention) {
        int of = mention.from() - 1;
        return isOfFamilies(mention)
                && of > 0
                && sentence.tokens().get(of).lower().equals("of")
                && plural(of - 1)
                && kindAt(of - 1) != null;
    }

    /** "in 1842", "since 2019": four digits without a noun behind a preposition of time. */
    private boolean isYear(CountMention mention) {
        return mention.head() < 0
                && mention.from() > 0
                && mention.to() == mention.from() + 1
                && YEAR.matcher(sentence.tokens().get(mention.from()).text()).matches()
                && TIME_LEADS.contains(sentence.tokens().get(mention.from() - 1).lower());
    }

    /** "one more than", "two fewer than": a difference of two figures. */
    private boolean compares(CountMention mention) {
        int end = Math.max(mention.to(), mention.head() + 1);
        return end < sentence.tokens().size()
                && sentence.tokens().get(end).lower().equals("than")
                && COMPARING.contains(sentence.tokens().get(end - 1).lower());
    }

    /** "1,150 families": nobody knows how many people. */
    private boolean isOfFamilies(CountMention mention) {
        return mention.head() >= 0
                && FAMILIES.contains(sentence.tokens().get(mention.head()).lower());
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
        if (NOBODY.contains(head.lower()) && isZero(mention)) {
            return actsOtherwise(mention.head() + 1) ? null : new Kind(null, 1);
        }
        if (OUTCOME_HEADS.contains(head.lower()) || OF_THEM.contains(head.lower())) {
            return new Kind(null, 1);
        }
        Kind kind = kindAt(mention.head());
        boolean one = Long.valueOf(1).equals(mention.best()) && isNational(mention.head());
        return kind != null ? kind : one || looksLikePeople(head) ? new Kind(null, 1) : null;
    }

    /** "one Palestinian", "a Colombian": the word for people of a nation as the noun of its phrase, not before another noun. */
    boolean isNational(int token) {
        boolean nation = sentence.mentions(ActorMention.class)
                .anyMatch(mention -> mention.demonym() && mention.from() == token && mention.to() == token + 1);
        boolean ends = token + 1 >= sentence.tokens().size()
                || BEHIND_NOUN.contains(sentence.tokens().get(token + 1).tag());
        return nation
                && ends
                && !ONLY_ADJECTIVE.matcher(sentence.tokens().get(token).lower()).matches();
    }

    private static boolean isZero(CountMention mention) {
        return mention.best() != null && mention.best() == 0;
    }

    /** "nobody knows how many were hurt": whether a verb that tells no outcome follows. */
    private boolean actsOtherwise(int token) {
        return token < sentence.tokens().size()
                && sentence.tokens().get(token).tag().startsWith("VB")
                && !AUXILIARY.contains(sentence.tokens().get(token).lemma())
                && OutcomeCue.TABLE.at(sentence, token) == null;
    }

    @Nullable
    Kind kindAt(int noun) {
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
        return nation && (head.tag().endsWith("S") || word.endsWith("ese"))
                || PEOPLE.matcher(word).matches()
                || head.tag().equals("NNPS");
    }

    private boolean isOfThem(CountMention mention) {
        List<Token> tokens = sentence.tokens();
        boolean behind =
                sentence.tokens().subList(mention.from() + 1, Math.min(tokens.size(), mention.from() + 4)).stream()
                        .anyMatch(token -> OF_THEM.contains(token.lower())
                                && tokens.get(token.index() - 1).lower().equals("of"));
        return behind
                || mention.head() >= 0
                        && OF_THEM.contains(tokens.get(mention.head()).lower());
    }

    /** "fourteen of the injured": a part of those whose number another sentence gives. */
    private boolean isOfTheHurt(CountMention mention) {
        List<Token> tokens = sentence.tokens();
        int of = mention.to();
        return of + 2 < tokens.size()
                && tokens.get(of).lower().equals("of")
                && THE.contains(tokens.get(of + 1).lower())
                && tokens.subList(of + 2, Math.min(tokens.size(), of + 4)).stream()
                        .anyMatch(token -> OUTCOME_HEADS.contains(token.lower()));
    }

    boolean plural(int noun) {
        Token token = sentence.tokens().get(noun);
        return token.tag().equals("NNS") || token.tag().equals("NNPS");
    }

    boolean free(int from, int to) {
        return groups.stream().noneMatch(group -> group.from() < to && group.to() > from);
    }

    /** Whether a noun for people is written at a token. */
    boolean isNoun(int token) {
        return NOUNS.at(sentence, token) != null || kindAt(token) != null || isNational(token);
    }

    /** Adds people told without a number. */
    void imply(int from, int to, int number, @Nullable String kind, Standing standing) {
        String words = document.text(sentence.startOf(from), sentence.endOf(to));
        Count count = new Count(number, number, number, Bound.EXACT, words);
        Anchored<Count> read = Anchored.at(sentence, from, to, count);
        add(from, to, read, kind, false, false, standing == Standing.KNOWN);
    }

    /** Whether people are told as known already ("the driver") or as new ("a driver"). */
    enum Standing {
        KNOWN,
        NEW
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
                || COLLECTIVES.contains(
                        sentence.tokens().get(from + 1 < to ? from + 1 : from).lower())
                || looksLikePeople(sentence.tokens().get(to - 1));
        groups.add(new Group(from, to, count, words, kind, stated, ofThem || followsPartOf(from), definite, person));
    }

    private boolean followsPartOf(int from) {
        return PART_OF.find(sentence).stream()
                .anyMatch(cue -> cue.to() <= from
                        && from - cue.to() <= 3
                        && !(cue.from() > 0
                                && COUNTING.contains(
                                        sentence.tokens().get(cue.from() - 1).lemma()))
                        && sentence.tokens().subList(cue.to(), from).stream()
                                .noneMatch(token -> token.tag().startsWith("VB")
                                                && !token.lemma().equals("be")
                                        || token.tag().equals(".")));
    }
}
