package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Document;
import org.tocsin.document.Sentence;
import org.tocsin.document.Tags;
import org.tocsin.event.Anchored;
import org.tocsin.event.Clauses;
import org.tocsin.event.CueTable.Cue;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Outcome;

/** Attaches the groups of people of one sentence to the words that say what happened to them. */
final class FigureReader {
    private static final Set<String> LIST_JOINS = Set.of(",", "and", ";");
    private static final Set<String> DETAIL_ENDS = Set.of(",", ";");
    private static final Pattern ADDED = Pattern.compile(
            "(?is)(an|yet an)?other( \\D.*)?|a (second|third|fourth|fifth|further)\\b.*|.+ more( \\D.*)?");
    /** "Rescuers later found two more bodies": people told later who are no newer figure of all. */
    private static final Pattern FURTHER = Pattern.compile("(?is).+ more( \\D.*)?");

    private static final Pattern OF_THEM = Pattern.compile("(?is).+ of (them|these|those)");
    private static final Set<String> VERB_GROUP = Tags.like("VB.?|RB|MD");
    private static final Pattern OF_WHOM = Pattern.compile("(?is).+ of whom");
    private static final Pattern MORE_THAN = Pattern.compile("(?is)more than.*");

    /** Tokens before a verb within which "also" belongs to it. */
    private static final int ALSO_REACH = 2;

    private final Document document;
    private final Sentence sentence;
    private final Clauses clauses;
    private final List<People.Group> groups;
    private final List<Cue<OutcomeCue>> cues;
    private final PeopleRuns runs;
    private final Attachment attachment;
    private final List<Anchored<Attribution>> sayings;
    private final Set<Outcome> told;

    /**
     * @param sayings who speaks in the sentence
     * @param told the outcomes that the sentences right before give figures of
     */
    FigureReader(
            Document document,
            Sentence sentence,
            Clauses clauses,
            List<Anchored<Attribution>> sayings,
            Set<Outcome> told) {
        this.document = document;
        this.sentence = sentence;
        this.clauses = clauses;
        this.groups = People.in(document, sentence);
        this.cues = OutcomeCue.TABLE.find(sentence);
        this.runs = new PeopleRuns(sentence, clauses, groups, cues);
        this.attachment = new Attachment(sentence, clauses, runs);
        this.sayings = sayings;
        this.told = told;
    }

    /**
     * Whether a sentence holds any words that a figure could come from: those of an outcome, or of a death counted by its place in a
     * row, or a number that it gives for what was told before.
     */
    static boolean mayTell(Sentence sentence) {
        return !OutcomeCue.TABLE.find(sentence).isEmpty()
                || !OrdinalTolls.in(sentence).isEmpty()
                || BareFigures.isSaidAlone(sentence);
    }

    /** The figures of the sentence in the order of the text; none of the groups is used twice. */
    List<TollFigure> read() {
        List<TollFigure> figures = new ArrayList<>();
        TollPhrases phrases = new TollPhrases(sentence, clauses, runs);
        for (Cue<OutcomeCue> cue : cues) {
            switch (cue.meaning().frame()) {
                case TOLL -> figures.addAll(tolls(phrases, cue, cue.meaning().outcome()));
                case AGAIN -> again(figures).ifPresent(outcome -> figures.addAll(tolls(phrases, cue, outcome)));
                default -> {
                    List<TollFigure> here = attached(cue);
                    figures.addAll(here);
                    if (here.isEmpty()) {
                        figures.addAll(diedOf(cue, figures));
                    }
                }
            }
        }
        for (People.Group group : OrdinalTolls.in(sentence)) {
            figures.removeIf(figure -> isSamePerson(figure, group));
            figures.add(figure(Outcome.KILLED, List.of(group)).at(TollFigure.Time.LATER));
        }
        figures.replaceAll(figure ->
                isDetailOfPlace(figure, figures) ? part(figure, figure.groups().get(0)) : figure);
        figures.addAll(elsewhere(figures));
        figures.addAll(details(figures));
        for (BareFigures.Bare bare : new BareFigures(sentence, runs, figures).find(again(figures))) {
            figures.add(figure(bare.outcome(), List.of(bare.group())).at(bare.time()));
        }
        figures.sort(Comparator.comparingInt(TollFigure::token));
        return figures;
    }

    /** Whether a figure counts nobody but the last of those dead: "the third man" of "the third man to die". */
    private static boolean isSamePerson(TollFigure figure, People.Group last) {
        return figure.outcome() == Outcome.KILLED
                && figure.groups().stream()
                        .allMatch(group -> !group.stated() && group.from() <= last.to() && group.to() >= last.from());
    }

    /** "12 died in Lashio, where two bodies were found on Monday": of those counted for a place, what "where" tells more of. */
    private boolean isDetailOfPlace(TollFigure figure, List<TollFigure> figures) {
        int start = clauses.from(figure.token());
        return !figure.groups().isEmpty()
                && sentence.tokens().get(start).lower().equals("where")
                && sentence.tokens().subList(start, figure.token()).stream()
                        .noneMatch(token -> DETAIL_ENDS.contains(token.text()))
                && figures.stream()
                        .filter(other -> other.token() < start && other.outcome() == Outcome.KILLED && other.stated())
                        .anyMatch(other ->
                                TollPlaces.between(sentence, last(other).to(), start));
    }

    /** The wounded of the sentence whom a verb behind them tells dead, all or some of them. */
    private List<TollFigure> diedOf(Cue<OutcomeCue> cue, List<TollFigure> figures) {
        People.Group some = LaterDeaths.someOf(sentence, cue, runs.free(), figures);
        if (some != null) {
            runs.take(List.of(some));
            return List.of(figure(Outcome.KILLED, List.of(some)).at(TollFigure.Time.DIED));
        }
        figures.replaceAll(figure -> LaterDeaths.of(sentence, cue, figure));
        return List.of();
    }

    private List<TollFigure> tolls(TollPhrases phrases, Cue<OutcomeCue> cue, Outcome outcome) {
        return phrases.of(cue).stream()
                .map(number -> figure(outcome, List.of(number.group())).at(number.time()))
                .toList();
    }

    /** What "the number" counts: what this sentence or the ones before told figures of. */
    private Optional<Outcome> again(List<TollFigure> figures) {
        return Stream.concat(figures.stream().map(TollFigure::outcome), told.stream())
                .filter(outcome -> outcome == Outcome.KILLED || outcome == Outcome.INJURED)
                .min(Comparator.naturalOrder());
    }

    private List<TollFigure> attached(Cue<OutcomeCue> cue) {
        List<People.Group> run = new ArrayList<>(attachment.of(cue));
        if (run.isEmpty()) {
            run.addAll(ofThem(cue));
        }
        if (run.isEmpty()) {
            return List.of();
        }
        if (LaterDeaths.isNatural(sentence, cue, run) || attachment.isNoFlight(cue, run)) {
            return List.of();
        }
        runs.take(run);
        List<People.Group> with = runs.alongside(cue.to());
        runs.take(with);
        run.addAll(with);
        run.sort(Comparator.comparingInt(People.Group::from));
        TollFigure told = figure(cue.meaning().outcome(), run).toldAt(cue.from());
        TollFigure figure = told.time() == TollFigure.Time.PLAIN && isAlso(cue) && !TollSides.ofAssailants(told)
                ? told.at(TollFigure.Time.ADDED)
                : told;
        Integer number = figure.best();
        if (number != null && number == 0) {
            return List.of(figure);
        }
        Cue<OutcomeCue> other = sharing(cue, run);
        if (other != null) {
            return List.of(
                    figure.share(cue.meaning().outcome()),
                    figure.share(other.meaning().outcome()));
        }
        // losses over days or a war are dead and wounded together
        boolean losses = cue.meaning().frame() == OutcomeCue.Frame.LOSS
                && sentence.tokens().get(cue.from()).lemma().equals("lose")
                && TollScope.of(sentence).isRead();
        if (losses || cue.meaning().frame() == OutcomeCue.Frame.CASUALTIES) {
            return List.of(figure.share(Outcome.KILLED), figure.share(Outcome.INJURED));
        }
        boolean died = cue.meaning().outcome() == Outcome.KILLED && LaterDeaths.tells(sentence, clauses, cue, run);
        if (died && LaterDeaths.explains(sentence, clauses, cue.from())) {
            return List.of(part(figure, run.get(0)));
        }
        return List.of(died ? figure.at(TollFigure.Time.DIED) : figure);
    }

    /** "two of his guards were also killed": people beside those told before. */
    private boolean isAlso(Cue<OutcomeCue> cue) {
        return sentence.tokens().subList(Math.max(0, cue.from() - ALSO_REACH), cue.from()).stream()
                .anyMatch(token -> token.lower().equals("also"));
    }

    /** "hit children in a queue, killing three of them": a part of people who were not counted. */
    private List<People.Group> ofThem(Cue<OutcomeCue> cue) {
        return runs.free().stream()
                .filter(group -> (isObject(cue, group) || isSubjectOfThem(cue, group))
                        && group.partOf()
                        && group.stated()
                        && groups.stream()
                                .noneMatch(other -> other != group && other.stated() && other.to() <= cue.from()))
                .limit(1)
                .toList();
    }

    private boolean isObject(Cue<OutcomeCue> cue, People.Group group) {
        return cue.meaning().frame() == OutcomeCue.Frame.TRANSITIVE
                && sentence.tokens().get(cue.from()).tag().equals("VBG")
                && group.from() == cue.to();
    }

    /** "Six of them were killed", "pupils, two of whom died", where nobody was counted before. */
    private boolean isSubjectOfThem(Cue<OutcomeCue> cue, People.Group group) {
        boolean first = told.isEmpty() && group.to() <= cue.from();
        boolean ofThem = group.from() == 0
                && clauses.between(group.from(), cue.from()) == 0
                && OF_THEM.matcher(group.text()).matches();
        return first && (ofThem || OF_WHOM.matcher(group.text()).matches() && isItsVerb(group, cue));
    }

    private boolean isItsVerb(People.Group group, Cue<OutcomeCue> cue) {
        return sentence.tokens().subList(group.to(), cue.from()).stream()
                .allMatch(token -> VERB_GROUP.contains(token.tag()));
    }

    /** "3,800 killed or wounded": the word of another outcome that shares the people; null where none does. */
    private @Nullable Cue<OutcomeCue> sharing(Cue<OutcomeCue> cue, List<People.Group> run) {
        return cues.stream()
                .filter(other -> other.meaning().outcome() != cue.meaning().outcome())
                .filter(other -> isBefore(other, cue, run) || isBefore(cue, other, run))
                .findFirst()
                .orElse(null);
    }

    /** Whether the first of two words joined by "and" stands behind the people, or both stand before them: "killed and injured nine". */
    private boolean isBefore(Cue<OutcomeCue> first, Cue<OutcomeCue> second, List<People.Group> run) {
        return second.from() == first.to() + 1
                && sentence.tokens().get(first.to()).tag().equals("CC")
                && (run.get(0).stated() && run.get(run.size() - 1).to() <= first.from()
                        || run.get(0).from() >= second.to());
    }

    /** "one in Sumy, two in Izium and three in Lyman": numbers that share the verb of the first, each with its own place. */
    private List<TollFigure> elsewhere(List<TollFigure> figures) {
        List<TollFigure> others = new ArrayList<>();
        for (People.Group group : runs.free()) {
            if (!group.stated() || group.partOf() || TollPlaces.behind(sentence, group.to()) == null) {
                continue;
            }
            Stream.concat(figures.stream(), others.stream())
                    .filter(figure -> figure.token() < group.from() && !figure.partOf())
                    .max(Comparator.comparingInt(TollFigure::token))
                    .filter(first -> !runs.cueBetween(last(first).to(), group.from()) || isListed(first, group))
                    .filter(first -> TollPlaces.behind(sentence, last(first).to()) != null || isListed(first, group))
                    .ifPresent(first -> {
                        runs.take(List.of(group));
                        others.add(figure(first.outcome(), List.of(group)));
                    });
        }
        return others;
    }

    /** "Two people were killed in Sumy and three in Izium": the verb with its place stands before the join. */
    private boolean isListed(TollFigure first, People.Group group) {
        return cues.stream()
                        .filter(cue -> cue.from() >= last(first).to() && cue.to() <= group.from())
                        .map(cue -> cue.meaning().outcome())
                        .allMatch(outcome -> outcome == first.outcome())
                && group.from() > 0
                && LIST_JOINS.contains(sentence.tokens().get(group.from() - 1).lower())
                && TollPlaces.between(sentence, last(first).to(), group.from());
    }

    private static People.Group last(TollFigure figure) {
        return figure.groups().isEmpty()
                ? new People.Group(
                        figure.token(), figure.token() + 1, figure.count(), "", null, true, false, false, false)
                : figure.groups().get(figure.groups().size() - 1);
    }

    /** Part-of groups take their own outcome, else that of the figure nearest before them, else of the one behind. */
    private List<TollFigure> details(List<TollFigure> figures) {
        List<TollFigure> details = new ArrayList<>();
        for (People.Group group : runs.free()) {
            if (!group.partOf()) {
                continue;
            }
            TollFigure died = LaterDeaths.among(sentence, clauses, cues, group) || LaterDeaths.isDeathOf(cues, group)
                    ? figure(Outcome.KILLED, List.of(group)).at(TollFigure.Time.DIED)
                    : null;
            Outcome share = TollShares.of(sentence, group);
            if (died == null && share != null) {
                details.add(part(figure(share, List.of(group)), group));
            } else if (died != null) {
                boolean held = LaterDeaths.explains(sentence, clauses, group.from());
                details.add(held ? part(died, group) : died);
            } else if (!figures.isEmpty()) {
                TollFigure whole = figures.stream()
                        .filter(figure -> figure.token() < group.from())
                        .max(Comparator.comparingInt(TollFigure::token))
                        .orElse(figures.get(0));
                if (!Integer.valueOf(0).equals(whole.best())) {
                    details.add(part(whole, group));
                }
            }
        }
        return details;
    }

    private TollFigure part(TollFigure whole, People.Group group) {
        return new TollFigure(
                whole.outcome(),
                group.count(),
                List.of(group),
                group.from(),
                whole.act(),
                TollFigure.Time.PLAIN,
                true,
                group.stated(),
                whole.saidBy());
    }

    private TollFigure figure(Outcome outcome, List<People.Group> run) {
        int token = run.get(0).from();
        boolean stated = run.stream().anyMatch(People.Group::stated);
        return new TollFigure(
                outcome,
                PeopleSum.of(document, sentence, run),
                run,
                token,
                token,
                time(run),
                false,
                stated,
                saidBy(token));
    }

    private TollFigure.Time time(List<People.Group> run) {
        TollFigure.Time time = TollTimes.of(sentence, clauses, run.get(0).from());
        boolean more = run.size() == 1
                && ADDED.matcher(run.get(0).text()).matches()
                && !MORE_THAN.matcher(run.get(0).text()).matches();
        boolean further = more && FURTHER.matcher(run.get(0).text()).matches();
        boolean adds = time == TollFigure.Time.PLAIN && more || time == TollFigure.Time.LATER && further;
        return adds ? TollFigure.Time.ADDED : time;
    }

    /** Where the first semicolon behind a token stands, behind which others speak; the end of the sentence where none follows. */
    private int endOfMainClause(int token) {
        return sentence.tokens().stream()
                .filter(other -> other.index() > token && other.text().equals(";"))
                .mapToInt(other -> sentence.startOf(other.index()))
                .findFirst()
                .orElse(sentence.end());
    }

    /** Who gives the figure: the saying in its clause, else the nearest before it, else the nearest behind. */
    private @Nullable Anchored<Attribution> saidBy(int token) {
        int at = sentence.startOf(token);
        int from = sentence.startOf(clauses.from(token));
        int to = sentence.endOf(clauses.to(token));
        int end = endOfMainClause(token);
        return sayings.stream()
                .filter(said -> said.start() < end)
                .min(Comparator.comparingInt(
                                (Anchored<Attribution> said) -> said.start() >= from && said.start() < to ? 0 : 1)
                        .thenComparingInt(said -> said.start() <= at ? 0 : 1)
                        .thenComparingInt(said -> Math.abs(said.start() - at)))
                .orElse(null);
    }
}
