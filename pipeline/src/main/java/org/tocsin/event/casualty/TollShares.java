package org.tocsin.event.casualty;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.Outcome;

/**
 * Tells which figures count only some of those counted before ("nine of the dead"), and which of these are nevertheless all people of
 * one attack: its share of a total, or the wounded who are left.
 */
final class TollShares {
    private static final Set<String> DEAD = Set.of("dead", "killed", "victims", "fatalities", "deaths", "slain");
    private static final Set<String> HURT = Set.of("wounded", "injured", "hurt");
    private static final Set<String> LEFT = Set.of("still", "remain", "stay");

    /** Tokens from the number of a share to those of whom it is one. */
    private static final int REACH = 4;

    /** Sentences back within which a total or a death told still bears on a share. */
    private static final int NEAR = 3;

    private TollShares() {}

    /** The figures of a sentence, those shares that count all people of one attack as its figures. */
    static List<TollFigure> settled(Sentence sentence, List<TollFigure> figures, List<TollReading> before) {
        return survivors(sentence, ofTotal(sentence, figures, before), before);
    }

    /** "Nine of the dead were worshippers at the mosque, where a bomber struck": what one attack shares of the total told before. */
    private static List<TollFigure> ofTotal(Sentence sentence, List<TollFigure> figures, List<TollReading> readings) {
        if (!NewActs.names(sentence)) {
            return figures;
        }
        List<TollFigure> totals = readings.stream()
                .filter(reading -> reading.scope().value() == CasualtyScope.CUMULATIVE)
                .filter(reading -> sentence.index() - reading.sentence().index() <= NEAR)
                .flatMap(reading -> reading.figures().stream())
                .toList();
        return figures.stream()
                .map(figure -> isShare(sentence, figure) && figure.isShareOf(totals) ? figure.whole() : figure)
                .toList();
    }

    /** "A third victim died. Eleven of the wounded are still in hospital": all who are left, where the article counts nobody else. */
    private static List<TollFigure> survivors(Sentence sentence, List<TollFigure> figures, List<TollReading> readings) {
        boolean left = sentence.tokens().stream().anyMatch(token -> LEFT.contains(token.lemma()));
        boolean after = left
                && readings.stream()
                        .filter(reading -> sentence.index() - reading.sentence().index() <= NEAR)
                        .anyMatch(LaterDeaths::tells)
                && readings.stream()
                        .flatMap(reading -> reading.figures().stream())
                        .noneMatch(figure -> figure.outcome() == Outcome.INJURED);
        return !after
                ? figures
                : figures.stream()
                        .map(figure ->
                                figure.partOf() && figure.outcome() == Outcome.INJURED && isShare(sentence, figure)
                                        ? figure.whole()
                                        : figure)
                        .toList();
    }

    /** Whether a figure only counts some of those whom it names as counted before: "nine of the dead". */
    static boolean isShare(Sentence sentence, TollFigure figure) {
        return figure.partOf()
                && figure.groups().size() == 1
                && of(sentence, figure.groups().get(0)) != null;
    }

    /** What happened to those of whom a group names some: "nine of the dead", "four of the injured"; null where it names none. */
    static @Nullable Outcome of(Sentence sentence, People.Group group) {
        List<Token> tokens = sentence.tokens();
        List<Token> words = tokens.subList(group.from(), Math.min(tokens.size(), group.from() + REACH));
        for (Token token : words.subList(1, words.size())) {
            boolean the = tokens.get(token.index() - 1).lower().equals("the");
            if (the && DEAD.contains(token.lower())) {
                return Outcome.KILLED;
            }
            if (the && HURT.contains(token.lower())) {
                return Outcome.INJURED;
            }
        }
        return null;
    }
}
