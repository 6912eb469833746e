package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable.Cue;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Outcome;

/** Attaches the groups of people of one sentence to the words that say what happened to them. */
final class FigureReader {
    private static final int OBJECT_REACH = 6;
    private static final int SUBJECT_REACH = 14;
    private static final int SHORT_CLAUSE = 9;
    private static final Set<String> JOINS = Set.of(",", "and", "as", "well", "plus", "&", "or");

    private final Document document;
    private final Sentence sentence;
    private final Clauses clauses;
    private final List<People.Group> groups;
    private final List<Cue<OutcomeCue>> cues;
    private final List<Anchored<Attribution>> sayings;
    private final List<People.Group> taken = new ArrayList<>();

    FigureReader(Document document, Sentence sentence, Clauses clauses, List<Anchored<Attribution>> sayings) {
        this.document = document;
        this.sentence = sentence;
        this.clauses = clauses;
        this.groups = People.in(document, sentence);
        this.cues = OutcomeCue.TABLE.find(sentence);
        this.sayings = sayings;
    }

    /** The figures of the sentence in the order of the text; none of the groups is used twice. */
    List<TollFigure> read() {
        List<TollFigure> figures = new ArrayList<>();
        for (Cue<OutcomeCue> cue : cues) {
            if (cue.meaning().frame() == OutcomeCue.Frame.TOLL) {
                figures.addAll(toll(cue));
            } else {
                List<People.Group> run = people(cue);
                if (!run.isEmpty()) {
                    taken.addAll(run);
                    figures.add(figure(cue.meaning().outcome(), run));
                    Cue<OutcomeCue> other = sharing(cue, run);
                    if (other != null) {
                        TollFigure whole = figures.remove(figures.size() - 1);
                        figures.add(whole.share(cue.meaning().outcome()));
                        figures.add(whole.share(other.meaning().outcome()));
                    }
                }
            }
        }
        figures.addAll(details(figures));
        figures.addAll(superseded(figures));
        figures.sort(Comparator.comparingInt(TollFigure::token));
        return figures;
    }

    /** "3,800 killed or wounded": the word of another outcome that shares the people; null where none does. */
    private @Nullable Cue<OutcomeCue> sharing(Cue<OutcomeCue> cue, List<People.Group> run) {
        return cues.stream()
                .filter(other -> other.meaning().outcome() != cue.meaning().outcome())
                .filter(other -> other.from() == cue.to() + 1)
                .filter(other -> sentence.tokens().get(cue.to()).tag().equals("CC"))
                .filter(other -> run.get(0).stated() && run.get(run.size() - 1).to() <= cue.from()
                        || run.get(0).from() >= other.to())
                .findFirst()
                .orElse(null);
    }

    private List<People.Group> people(Cue<OutcomeCue> cue) {
        return switch (cue.meaning().frame()) {
            case NOUN -> counting(cue);
            case STATE -> rightBefore(cue);
            case OF -> runFrom(cue.to(), 3);
            case INTRANSITIVE -> subject(cue);
            case TRANSITIVE -> transitive(cue);
            case TOLL -> List.of();
        };
    }

    /** "nine deaths": the number whose head the noun is. */
    private List<People.Group> counting(Cue<OutcomeCue> cue) {
        return groups.stream()
                .filter(group -> !taken.contains(group)
                        && !isPartOfTheHurt(group)
                        && group.from() < cue.from()
                        && (group.to() > cue.from() || group.to() == cue.from() && !(group.person() && actsOn(cue)))
                        && group.to() <= cue.to())
                .reduce((one, other) -> other)
                .stream()
                .toList();
    }

    /** "fourteen of the injured" are some of those counted before. */
    private boolean isPartOfTheHurt(People.Group group) {
        return group.partOf() && group.text().matches("(?s).+ of (the|these|those) .+");
    }

    /** "A bomber killed five": a past tense with its object right behind. */
    private boolean actsOn(Cue<OutcomeCue> cue) {
        return sentence.tokens().get(cue.from()).tag().equals("VBD")
                && cue.to() < sentence.tokens().size()
                && sentence.tokens().get(cue.to()).tag().matches("CD|DT|JJ.?|NN.*|RB|PRP.*|IN")
                && !runFrom(cue.to(), OBJECT_REACH).isEmpty();
    }

    /** "nine people dead", "11 were injured": the people that end at most a few words before. */
    private List<People.Group> rightBefore(Cue<OutcomeCue> cue) {
        List<People.Group> head = counting(cue);
        if (!head.isEmpty()) {
            return head;
        }
        boolean predicate =
                cue.from() > 0 && sentence.tokens().get(cue.from() - 1).lemma().equals("be");
        List<People.Group> before = predicate ? subject(cue) : runBefore(cue.from(), 5);
        if (!before.isEmpty()) {
            return before;
        }
        boolean listed = cue.to() < sentence.tokens().size()
                && sentence.tokens().get(cue.to()).lemma().equals("be");
        if (listed) {
            return runFrom(cue.to() + 1, 2);
        }
        // "killed six and injured 14": taggers take the second verb for an adjective
        return runFrom(cue.to(), 1).stream().filter(People.Group::stated).toList();
    }

    /** The subject in the clause of the verb; where a clause was put in between, the people before it. */
    private List<People.Group> subject(Cue<OutcomeCue> cue) {
        List<People.Group> near = runBefore(cue.from(), SUBJECT_REACH);
        if (!near.isEmpty() || cue.from() - clauses.from(cue.from()) > SHORT_CLAUSE) {
            return near;
        }
        return groups.stream()
                .filter(group ->
                        !taken.contains(group) && group.stated() && !group.partOf() && group.to() <= cue.from())
                .filter(group -> !cueBetween(group.to(), cue.from()))
                .filter(group -> TollTimes.of(sentence, clauses, group.from()) != TollFigure.Time.EARLIER)
                .limit(1)
                .toList();
    }

    private List<People.Group> transitive(Cue<OutcomeCue> cue) {
        List<People.Group> head = counting(cue);
        if (!head.isEmpty()) {
            return head;
        }
        if (isPassive(cue)) {
            return subject(cue).stream()
                    .filter(group -> cue.meaning().outcome() != Outcome.CAPTURED || group.person())
                    .toList();
        }
        List<People.Group> object = runFrom(cue.to(), OBJECT_REACH).stream()
                .filter(group -> cue.meaning().outcome() != Outcome.CAPTURED || group.person())
                .toList();
        if (!object.isEmpty()) {
            return object;
        }
        boolean participle = sentence.tokens().get(cue.from()).tag().matches("VBN|VBD");
        return participle ? runBefore(cue.from(), 3) : List.of();
    }

    private boolean isPassive(Cue<OutcomeCue> cue) {
        if (!sentence.tokens().get(cue.from()).tag().matches("VBN|VBD")) {
            return false;
        }
        for (int i = cue.from() - 1; i >= Math.max(0, cue.from() - 4); i--) {
            Token token = sentence.tokens().get(i);
            if (token.lemma().equals("be") || token.lemma().equals("get")) {
                return true;
            }
            if (!token.tag().matches("RB.?|VB.?|CC")) {
                return false;
            }
        }
        return false;
    }

    /** The groups joined in a list that ends nearest before a token, within reach, in its clause. */
    private List<People.Group> runBefore(int token, int reach) {
        People.Group last = groups.stream()
                .filter(group -> !taken.contains(group) && !group.partOf() && !isWhole(group))
                .filter(group -> group.to() <= token && token - group.to() <= reach && !tells(group))
                .filter(group -> clauses.between(group.from(), token) == 0 || relative(group, token))
                .filter(group -> !cueBetween(group.to(), token))
                .reduce((one, other) -> other)
                .orElse(null);
        if (last == null) {
            return List.of();
        }
        List<People.Group> run = new ArrayList<>(List.of(last));
        for (int i = groups.indexOf(last) - 1; i >= 0 && joined(groups.get(i), run.get(0)); i--) {
            run.add(0, groups.get(i));
        }
        return run;
    }

    /** Whether a group is the whole that another one is part of: "the 23 wounded" in "three of the 23 wounded". */
    private boolean isWhole(People.Group group) {
        return groups.stream().anyMatch(part -> part.from() < group.from() && part.to() >= group.to());
    }

    /** Whether an implied person is who tells of others: "a doctor told reporters that". */
    private boolean tells(People.Group group) {
        return !group.stated()
                && group.to() < sentence.tokens().size()
                && sentence.tokens().get(group.to()).lemma().matches("say|tell|add|write|report");
    }

    /** Whether only "who" stands between the group and the clause of the token: "two men who died". */
    private boolean relative(People.Group group, int token) {
        int start = clauses.from(token);
        String first = sentence.tokens().get(start).lower();
        return (first.equals("who") || first.equals("whom")) && group.to() >= start - 1;
    }

    private boolean cueBetween(int from, int to) {
        return cues.stream().anyMatch(cue -> cue.from() >= from && cue.to() <= to && cue.to() < to);
    }

    /** The groups joined in a list that begins nearest behind a token, within reach. */
    private List<People.Group> runFrom(int token, int reach) {
        People.Group first = groups.stream()
                .filter(group -> !taken.contains(group) && group.from() >= token && group.from() - token <= reach)
                .filter(group -> !stopped(token, group.from()))
                .findFirst()
                .orElse(null);
        if (first == null || first.partOf()) {
            return List.of();
        }
        List<People.Group> run = new ArrayList<>(List.of(first));
        for (int i = groups.indexOf(first) + 1;
                i < groups.size() && joined(run.get(run.size() - 1), groups.get(i));
                i++) {
            run.add(groups.get(i));
        }
        return run;
    }

    /** Whether a verb, a preposition other than "of" or punctuation stands between. */
    private boolean stopped(int from, int to) {
        return sentence.tokens().subList(from, to).stream()
                .anyMatch(token -> token.tag().startsWith("VB")
                        || token.tag().matches("[.:;,]|MD|TO")
                        || token.tag().equals("IN") && !token.lower().matches("of|at|than|about|around|over"));
    }

    /** Whether only commas, "and" and ages stand between two groups, and no outcome is told of the second alone. */
    private boolean joined(People.Group one, People.Group other) {
        if (taken.contains(one) || taken.contains(other) || other.partOf() || other.from() - one.to() > 6) {
            return false;
        }
        boolean onlyJoins = other.from() > one.to()
                && cues.stream().noneMatch(cue -> cue.from() >= one.to() && cue.from() < other.from())
                && sentence.tokens().subList(one.to(), other.from()).stream()
                        .allMatch(token ->
                                JOINS.contains(token.lower()) || token.tag().matches("CD|JJ|PRP\\$"));
        return onlyJoins && clauses.between(one.from(), other.from()) == 0 && !hasOwnOutcome(other, one);
    }

    /** "nine dead and 11 injured": the second number belongs to its own word. */
    private boolean hasOwnOutcome(People.Group group, People.Group before) {
        boolean first = cues.stream().anyMatch(cue -> cue.from() >= before.from() && cue.from() <= before.to());
        boolean second = cues.stream().anyMatch(cue -> cue.from() >= group.from() && cue.from() <= group.to() + 2);
        return first && second;
    }

    /** "from four to five", "updating the toll to nine": the last number stands, those before it were earlier. */
    private List<TollFigure> toll(Cue<OutcomeCue> cue) {
        List<People.Group> numbers = groups.stream()
                .filter(group -> !taken.contains(group) && group.stated() && !group.partOf())
                .filter(group -> group.from() >= cue.to() && clauses.between(group.from(), cue.from()) == 0)
                .filter(group ->
                        (group.from() - cue.to() <= 12 || isGoal(group)) && !cueBetween(cue.to(), group.from()))
                .limit(2)
                .toList();
        List<TollFigure> figures = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i++) {
            People.Group number = numbers.get(i);
            boolean corrected = numbers.size() == 2 && !preceded(numbers.get(1), "from");
            boolean earlier = corrected ? i == 0 : numbers.size() == 2 && i == 1;
            boolean stands = numbers.size() == 1 || corrected || preceded(numbers.get(1), "from");
            if (stands) {
                taken.add(number);
                boolean old = earlier || numbers.size() == 1 && isSuperseded(number);
                figures.add(figure(cue.meaning().outcome(), List.of(number))
                        .at(old ? TollFigure.Time.EARLIER : TollFigure.Time.LATER));
            }
        }
        return figures;
    }

    /** "has risen to 14": the figure that the verb leads to may stand far behind. */
    private boolean isGoal(People.Group number) {
        return preceded(number, "to")
                && number.from() > 1
                && sentence.tokens().get(number.from() - 2).tag().startsWith("VB");
    }

    /** "an earlier toll of three": told as an old figure and not as the one that it was changed to. */
    private boolean isSuperseded(People.Group number) {
        return !preceded(number, "to")
                && !preceded(number, "at")
                && TollTimes.of(sentence, clauses, number.from()) == TollFigure.Time.EARLIER;
    }

    private boolean preceded(People.Group group, String word) {
        return group.from() > 0
                && sentence.tokens().get(group.from() - 1).lower().equals(word);
    }

    /** "nine people died, up from four": a bare number told as the old figure has the outcome of the figure before it. */
    private List<TollFigure> superseded(List<TollFigure> figures) {
        List<TollFigure> superseded = new ArrayList<>();
        for (People.Group group : groups) {
            if (!taken.contains(group)
                    && group.stated()
                    && !group.partOf()
                    && TollTimes.replaced(sentence, group.from())) {
                figures.stream()
                        .filter(figure -> figure.token() < group.from() && !figure.partOf())
                        .max(Comparator.comparingInt(TollFigure::token))
                        .ifPresent(figure -> superseded.add(
                                figure(figure.outcome(), List.of(group)).at(TollFigure.Time.EARLIER)));
            }
        }
        return superseded;
    }

    /** Part-of groups take the outcome of the figure nearest before them, else of the one behind. */
    private List<TollFigure> details(List<TollFigure> figures) {
        List<TollFigure> details = new ArrayList<>();
        for (People.Group group : groups) {
            if (group.partOf() && !taken.contains(group) && !figures.isEmpty()) {
                TollFigure whole = figures.stream()
                        .filter(figure -> figure.token() < group.from())
                        .max(Comparator.comparingInt(TollFigure::token))
                        .orElse(figures.get(0));
                details.add(new TollFigure(
                        whole.outcome(),
                        group.count(),
                        List.of(group),
                        group.from(),
                        TollFigure.Time.PLAIN,
                        true,
                        group.stated(),
                        whole.saidBy()));
            }
        }
        return details;
    }

    private TollFigure figure(Outcome outcome, List<People.Group> run) {
        int token = run.get(0).from();
        boolean stated = run.stream().anyMatch(People.Group::stated);
        return new TollFigure(
                outcome,
                PeopleSum.of(document, sentence, run),
                run,
                token,
                TollTimes.of(sentence, clauses, token),
                false,
                stated,
                saidBy(token));
    }

    /** Who gives the figure: the saying in its clause, else the nearest before it, else the nearest behind. */
    private @Nullable Anchored<Attribution> saidBy(int token) {
        int at = sentence.startOf(token);
        int from = sentence.startOf(clauses.from(token));
        int to = sentence.endOf(clauses.to(token));
        return sayings.stream()
                .min(Comparator.comparingInt(
                                (Anchored<Attribution> said) -> said.start() >= from && said.start() < to ? 0 : 1)
                        .thenComparingInt(said -> said.start() <= at ? 0 : 1)
                        .thenComparingInt(said -> Math.abs(said.start() - at)))
                .orElse(null);
    }
}
