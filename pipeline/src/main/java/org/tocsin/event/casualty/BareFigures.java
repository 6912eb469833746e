package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.document.KnowledgeTable;
import org.tocsin.document.Mention.CountMention;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.schema.Outcome;

/**
 * Finds numbers that stand without a word for an outcome, because a figure told before says what they count: "nine died, up from
 * four", "thirty dead was reduced to 22", "Fifty-eight, says the mayor".
 */
final class BareFigures {
    /** Verbs that tell that one figure took the place of another. */
    private static final Set<String> CHANGES = KnowledgeTable.words(BareFigures.class, "figure-changes.tsv");

    private static final Set<String> PARTICLES = Set.of("down", "up", "upwards", "downwards", "back");
    private static final Set<String> SAYING = Set.of("say", "report", "write", "announce", "accord");

    private final Sentence sentence;
    private final PeopleRuns runs;
    private final List<TollFigure> figures;

    /** @param figures those that the sentence gives with a word for their outcome */
    BareFigures(Sentence sentence, PeopleRuns runs, List<TollFigure> figures) {
        this.sentence = sentence;
        this.runs = runs;
        this.figures = figures;
    }

    /**
     * A number with what it counts.
     *
     * @param time how it stands to the figure before it
     */
    record Bare(People.Group group, Outcome outcome, TollFigure.Time time) {}

    /**
     * The numbers, in the order of the text.
     *
     * @param told what the sentences before count; empty where they count nobody
     */
    List<Bare> find(Optional<Outcome> told) {
        List<Bare> found = new ArrayList<>();
        for (People.Group group : runs.free()) {
            if (!group.stated() || group.partOf()) {
                continue;
            }
            if (Contrasts.denies(sentence, group.from())) {
                nearest(group, false)
                        .ifPresent(outcome -> found.add(new Bare(group, outcome, TollFigure.Time.EARLIER)));
            } else if (TollTimes.replaced(sentence, group.from())) {
                nearest(group, true).ifPresent(outcome -> found.add(new Bare(group, outcome, TollFigure.Time.EARLIER)));
            } else if (!group.person() && isChangedTo(group)) {
                nearest(group, true).ifPresent(outcome -> found.add(new Bare(group, outcome, TollFigure.Time.LATER)));
            } else if (figures.isEmpty() && isElliptic(group)) {
                told.ifPresent(outcome -> found.add(new Bare(group, outcome, TollFigure.Time.LATER)));
            }
        }
        return found;
    }

    private Optional<Outcome> nearest(People.Group group, boolean before) {
        return figures.stream()
                .filter(figure -> (!before || figure.token() < group.from()) && !figure.partOf())
                .min(Comparator.comparingInt(figure -> Math.abs(group.from() - figure.token())))
                .map(TollFigure::outcome);
    }

    /** "was pared down to twelve", "lifts its figure from 164 deaths to 170": the end of a change that a verb tells. */
    private boolean isChangedTo(People.Group group) {
        List<Token> tokens = sentence.tokens();
        int to = group.from() - 1;
        if (to < 1 || !tokens.get(to).lower().equals("to")) {
            return false;
        }
        int verb = PARTICLES.contains(tokens.get(to - 1).lower()) ? to - 2 : to - 1;
        if (verb >= 0 && isChange(tokens.get(verb))) {
            return true;
        }
        return figures.stream()
                .filter(figure -> figure.token() > 0 && figure.token() < to)
                .filter(figure -> tokens.get(figure.token() - 1).lower().equals("from"))
                .anyMatch(figure -> tokens.subList(0, figure.token()).stream().anyMatch(BareFigures::isChange));
    }

    private static boolean isChange(Token token) {
        return token.tag().startsWith("VB") && CHANGES.contains(token.lemma());
    }

    private boolean isElliptic(People.Group group) {
        return group.from() == 0 && !group.person() && isSaidAlone(sentence);
    }

    /** "Fifty-eight, says the mayor now", "Eleven, according to the hospital": a sentence that gives a number and who says it. */
    static boolean isSaidAlone(Sentence sentence) {
        List<Token> tokens = sentence.tokens();
        return sentence.mentions(CountMention.class)
                .filter(count -> count.from() == 0 && count.to() + 1 < tokens.size())
                .anyMatch(count -> tokens.get(count.to()).lower().equals(",")
                        && SAYING.contains(tokens.get(count.to() + 1).lemma()));
    }
}
