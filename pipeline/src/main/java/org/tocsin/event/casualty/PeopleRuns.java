package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.PersonMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.document.Token;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable;
import org.tocsin.event.CueTable.Cue;
import org.tocsin.schema.Outcome;

/** The groups of people of one sentence as lists ("four women, two men and a child"), each used for one figure only. */
final class PeopleRuns {
    private static final Set<String> ALONG = Set.of("along", "together", "as", "alongside");
    private static final Set<String> ALONG_WITH = Set.of("with", "well");
    private static final Set<String> TELLING = Set.of("say", "tell", "add", "write", "report");
    private static final Set<String> STOPS = Tags.like("[.:;,]|MD|TO|WRB");
    private static final Set<String> BEFORE_NUMBER = Set.of("of", "at", "than", "about", "around", "over");
    private static final Set<String> LIST_TAGS = Tags.like("CD|JJ|PRP\\$");
    private static final Set<String> APPOSITION_ENDS = Set.of(",", ".", ";", ")", "of", "from");
    private static final Set<String> LIST_JOINS = Set.of(",", "and");
    private static final Set<String> CLAUSE_BEGINS =
            Set.of("that", ",", "when", "after", "where", "as", "while", "and", "but", ";", ":", "--");
    private static final Set<String> SAYING = Set.of("say", "report", "announce", "confirm", "add");

    /** What may stand between people and "and their driver", opened by one of these: where and to whom they belong. */
    private static final Set<String> BELONGING = Set.of("of", "from", "in", "at");

    private static final Set<String> BELONGS = Tags.like("IN|DT|NN.*|JJ|POS");
    /** Frames of everyday words, which tell an outcome of captives or soldiers only. */
    private static final Set<OutcomeCue.Frame> WEAK = EnumSet.of(OutcomeCue.Frame.CAPTIVES, OutcomeCue.Frame.FALLING);

    private static final CueTable<Boolean> SUMS =
            CueTable.of(KnowledgeTable.load(PeopleRuns.class, "sum-words.tsv", "words"), row -> true);

    private static final int PLAIN_GAP = 6;
    private static final int LIST_GAP = 8;
    private static final Set<String> SPEAKING =
            Set.of("say", "tell", "add", "write", "report", "announce", "confirm", "post");
    /** What stands between a speaker and the verb: titles, offices and bodies put in behind commas. */
    private static final Set<String> SPEAKER = Tags.like("NN.*|DT|JJ|IN|,|PRP\\$|POS|RB");

    private static final int LONGEST_TITLE = 16;
    private static final Set<String> JOINS =
            Set.of(",", "and", "as", "well", "plus", "&", "or", "along", "together", "with", "alongside");

    private final Sentence sentence;
    private final Clauses clauses;
    private final List<People.Group> groups;
    private final List<Cue<OutcomeCue>> cues;
    private final List<People.Group> taken = new ArrayList<>();

    PeopleRuns(Sentence sentence, Clauses clauses, List<People.Group> groups, List<Cue<OutcomeCue>> cues) {
        this.sentence = sentence;
        this.clauses = clauses;
        this.groups = groups;
        this.cues = cues;
    }

    /** Marks groups as used. */
    void take(List<People.Group> run) {
        taken.addAll(run);
    }

    /** The words of the sentence that tell an outcome. */
    List<Cue<OutcomeCue>> cues() {
        return cues;
    }

    /** The groups that no figure uses yet. */
    List<People.Group> free() {
        return groups.stream().filter(group -> !taken.contains(group)).toList();
    }

    /** Whether people that a figure uses already end right before a token, which then says no more of them: "a toll of four dead". */
    boolean isTakenUpTo(int token) {
        return taken.stream().anyMatch(group -> group.stated() && group.to() >= token && group.from() < token);
    }

    boolean isFree(People.Group group) {
        return !taken.contains(group);
    }

    /** The groups joined in a list that ends nearest before a token, within reach, in its clause. */
    List<People.Group> before(int token, int reach) {
        People.Group last = free().stream()
                .filter(group -> !group.partOf() && !isWhole(group) && !Contrasts.denies(sentence, group.from()))
                .filter(group -> group.to() <= token && token - group.to() <= reach && !tells(group))
                .filter(group -> clauses.between(group.from(), token) == 0 || relative(group, token))
                .filter(group -> !cueBetween(group.to(), token))
                .reduce((one, other) -> other)
                .orElse(null);
        if (last == null) {
            return List.of();
        }
        List<People.Group> run = new ArrayList<>(List.of(last));
        for (int i = groups.indexOf(last) - 1;
                i >= 0 && (joined(groups.get(i), run.get(0)) || opens(groups.get(i), run.get(0)));
                i--) {
            run.add(0, groups.get(i));
        }
        return run;
    }

    /** The groups joined in a list that begins nearest behind a token, within reach. */
    List<People.Group> from(int token, int reach) {
        People.Group first = free().stream()
                .filter(group -> group.from() >= token && group.from() - token <= reach)
                .filter(group -> !Contrasts.denies(sentence, group.from()))
                .filter(group -> !stopped(token, group.from()))
                .findFirst()
                .orElse(null);
        return first == null || first.partOf() ? List.of() : continued(first);
    }

    /** "was killed along with his driver": the people put behind the verb in the list of its subject. */
    List<People.Group> alongside(int token) {
        List<Token> tokens = sentence.tokens();
        boolean with = token + 1 < tokens.size()
                && ALONG.contains(tokens.get(token).lower())
                && (tokens.get(token).lower().equals("alongside")
                        || ALONG_WITH.contains(tokens.get(token + 1).lower()));
        if (!with) {
            return List.of();
        }
        return free().stream()
                .filter(group -> group.from() > token && group.from() - token <= 3 && !group.partOf())
                .findFirst()
                .map(this::continued)
                .orElse(List.of());
    }

    private List<People.Group> continued(People.Group first) {
        List<People.Group> run = new ArrayList<>(List.of(first));
        for (int i = groups.indexOf(first) + 1;
                i < groups.size() && joined(run.get(run.size() - 1), groups.get(i));
                i++) {
            run.add(groups.get(i));
        }
        return run;
    }

    /** Whether another cue stands between two tokens. */
    boolean cueBetween(int from, int to) {
        return cues.stream()
                .filter(cue -> !WEAK.contains(cue.meaning().frame()))
                .anyMatch(cue -> cue.from() >= from && cue.to() <= to && cue.to() < to);
    }

    /** Whether a word right behind a group tells another outcome than the cue: "a toll of one person wounded". */
    boolean hasOtherOutcome(People.Group group, Cue<OutcomeCue> toll) {
        return cues.stream()
                .anyMatch(cue -> cue.meaning().outcome() != toll.meaning().outcome()
                        && cue.from() >= group.from()
                        && cue.from() <= group.to());
    }

    /** Whether a group is the whole that another one is part of: "the 23 wounded" in "three of the 23 wounded". */
    private boolean isWhole(People.Group group) {
        return groups.stream().anyMatch(part -> part.from() < group.from() && part.to() >= group.to());
    }

    /** Whether an implied person is who tells of others: "a doctor told reporters that". */
    private boolean tells(People.Group group) {
        return !group.stated()
                && group.to() < sentence.tokens().size()
                && TELLING.contains(sentence.tokens().get(group.to()).lemma());
    }

    /** Whether only "who" stands between the group and the clause of the token: "two men who died". */
    private boolean relative(People.Group group, int token) {
        int start = clauses.from(token);
        String first = sentence.tokens().get(start).lower();
        return (first.equals("who") || first.equals("whom")) && group.to() >= start - 1;
    }

    /** Whether a verb, a preposition other than "of" or punctuation stands between. */
    private boolean stopped(int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .anyMatch(token -> token.tag().startsWith("VB")
                        || STOPS.contains(token.tag())
                        || token.tag().equals("IN") && !BEFORE_NUMBER.contains(token.lower()));
    }

    /** Whether only commas, "and" and ages stand between two groups, and no outcome is told of the second alone. */
    private boolean joined(People.Group one, People.Group other) {
        if (!isFree(one) || !isFree(other) || other.partOf() || other.from() - one.to() > LIST_GAP) {
            return false;
        }
        if (isTheirs(one, other)) {
            return true;
        }
        if (isSum(other) || tellsWho(one, other) || tellsApart(one, other)) {
            return false;
        }
        boolean onlyJoins = other.from() > one.to()
                && other.from() - one.to() <= PLAIN_GAP
                && cues.stream().noneMatch(cue -> cue.from() >= one.to() && cue.from() < other.from())
                && sentence.tokens().subList(one.to(), other.from()).stream()
                        .allMatch(token -> JOINS.contains(token.lower()) || LIST_TAGS.contains(token.tag()));
        return onlyJoins
                && clauses.between(one.from(), other.from()) == 0
                && !hasOwnOutcome(other, one)
                && !explains(one, other)
                && !speaks(one, other);
    }

    /** "two residents, a retired couple", "two people, a mother and her son": words between commas that name those counted. */
    private boolean tellsWho(People.Group one, People.Group other) {
        boolean behindComma = one.stated()
                && !other.stated()
                && other.from() == one.to() + 1
                && sentence.tokens().get(one.to()).text().equals(",");
        Integer number = one.count().value().getBest();
        if (!behindComma || number == null || number < 2) {
            return false;
        }
        int named = 0;
        int last = groups.indexOf(other) - 1;
        int end = one.to();
        for (int i = groups.indexOf(other); i < groups.size() && isNextOfList(groups.get(i), end); i++) {
            Integer more = groups.get(i).count().value().getBest();
            named += more == null || groups.get(i).stated() ? number + 1 : more;
            end = groups.get(i).to();
            last = i;
        }
        return last >= groups.indexOf(other) && named == number && endsApposition(end);
    }

    private boolean isNextOfList(People.Group group, int end) {
        List<Token> tokens = sentence.tokens();
        return group.from() - end == 1 && LIST_JOINS.contains(tokens.get(end).lower())
                || group.from() - end == 2
                        && tokens.get(end).text().equals(",")
                        && tokens.get(end + 1).lower().equals("and");
    }

    private boolean endsApposition(int end) {
        return end >= sentence.tokens().size()
                || APPOSITION_ENDS.contains(sentence.tokens().get(end).lower());
    }

    /** "four nurses and a guard, five people in all": whether a group sums up those before it. */
    private boolean isSum(People.Group group) {
        return SUMS.find(sentence).stream().anyMatch(cue -> cue.from() == group.to());
    }

    /** "the head of a hospital in Beryslav and his driver": somebody of theirs joined behind what tells more of them. */
    private boolean isTheirs(People.Group one, People.Group other) {
        List<Token> tokens = sentence.tokens();
        int and = other.from() - 1;
        int as = other.from() - 3;
        boolean asWell = as > one.to()
                && tokens.get(as).lower().equals("as")
                && tokens.get(as + 1).lower().equals("well")
                && tokens.get(and).lower().equals("as");
        if (asWell && BELONGING.contains(tokens.get(one.to()).lower())) {
            int end = tokens.get(as - 1).text().equals(",") ? as - 1 : as;
            return tokens.subList(one.to(), end).stream().allMatch(token -> BELONGS.contains(token.tag()))
                    && !cueBetween(one.to(), other.from());
        }
        return and > one.to()
                && tokens.get(and).lower().equals("and")
                && tokens.get(other.from()).tag().equals("PRP$")
                && BELONGING.contains(tokens.get(one.to()).lower())
                && tokens.subList(one.to(), and).stream().allMatch(token -> BELONGS.contains(token.tag()))
                && !cueBetween(one.to(), other.from());
    }

    /** "injuring nine, a local official said": whether the second, behind a comma, is who tells of the first. */
    private boolean speaks(People.Group one, People.Group other) {
        List<Token> tokens = sentence.tokens();
        if (other.stated() || !tokens.get(one.to()).lower().equals(",")) {
            return false;
        }
        int at = other.to();
        while (at < tokens.size()
                && at - other.to() < LONGEST_TITLE
                && SPEAKER.contains(tokens.get(at).tag())) {
            at++;
        }
        return at < tokens.size() && SPEAKING.contains(tokens.get(at).lemma());
    }

    /** "the driver, a local farmer, was": the second tells who the first is. */
    private boolean explains(People.Group one, People.Group other) {
        List<Token> tokens = sentence.tokens();
        boolean comma =
                other.from() == one.to() + 1 && tokens.get(one.to()).lower().equals(",");
        boolean ends = other.to() >= tokens.size()
                || APPOSITION_ENDS.contains(tokens.get(other.to()).lower())
                || isName(one) && tokens.get(other.to()).tag().equals("IN");
        int next = groups.indexOf(other) + 1;
        boolean listGoesOn = next < groups.size()
                && groups.get(next).from() - other.to() <= 2
                && tokens.subList(other.to(), groups.get(next).from()).stream()
                        .allMatch(token -> LIST_JOINS.contains(token.lower()));
        boolean single =
                !one.stated() || Integer.valueOf(1).equals(one.count().value().getBest());
        boolean told = ends && (!listGoesOn || names(one, other)) || isName(one) && endsUnjoined(other);
        return comma && told && single && !other.stated();
    }

    /** "Abu Omar, a leader of the group in Hawija was killed": no "and" before the verb, as the end of a list has one. */
    private boolean endsUnjoined(People.Group last) {
        List<Token> tokens = sentence.tokens();
        for (int i = last.to(); i < tokens.size(); i++) {
            if (Tags.TENSED.contains(tokens.get(i).tag())) {
                return true;
            }
            if (tokens.get(i).tag().equals("CC")) {
                return false;
            }
        }
        return false;
    }

    /** "The mayor, Abdi Warsame, and nine others": whether one of two is the name of the other. */
    private boolean names(People.Group one, People.Group other) {
        return isName(one) != isName(other);
    }

    private boolean isName(People.Group group) {
        return sentence.tokens().subList(group.from(), group.to()).stream()
                        .allMatch(token -> token.tag().equals("NNP"))
                || sentence.mentions(PersonMention.class)
                        .anyMatch(person -> person.from() <= group.from() && person.to() >= group.to());
    }

    /** "said 21 hostages and four troops were killed": the list stands before its verb, so its first group has none of its own. */
    private boolean opens(People.Group one, People.Group other) {
        List<Token> tokens = sentence.tokens();
        boolean adjacent =
                other.from() == one.to() + 1 && tokens.get(one.to()).lower().equals("and");
        boolean begins = one.from() == 0
                || CLAUSE_BEGINS.contains(tokens.get(one.from() - 1).lower())
                || SAYING.contains(tokens.get(one.from() - 1).lemma());
        return adjacent && begins && isFree(one) && !one.partOf() && one.person();
    }

    /** "19 people, three in serious condition", "five bodies and three wounded men": the second has a word of its own. */
    private boolean tellsApart(People.Group one, People.Group other) {
        boolean bare = other.stated()
                && !other.person()
                && sentence.tokens().get(one.to()).lower().equals(",")
                && cues.stream().anyMatch(cue -> cue.from() == other.to());
        boolean attribute = cues.stream()
                .filter(cue -> cue.meaning().outcome() != Outcome.KILLED)
                .anyMatch(cue -> cue.from() >= other.from() && cue.to() < other.to());
        boolean part =
                one.partOf() && cues.stream().anyMatch(cue -> cue.from() >= other.to() && cue.from() <= other.to() + 1);
        return bare || attribute || part;
    }

    /** "nine dead and 11 injured": the second number belongs to its own word. */
    private boolean hasOwnOutcome(People.Group group, People.Group before) {
        boolean first = cues.stream().anyMatch(cue -> cue.from() >= before.from() && cue.from() <= before.to());
        boolean second = cues.stream().anyMatch(cue -> cue.from() >= group.from() && cue.from() <= group.to() + 2);
        return first && second;
    }
}
