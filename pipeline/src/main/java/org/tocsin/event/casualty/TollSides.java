package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.document.Sentence;
import org.tocsin.document.Token;
import org.tocsin.event.CueTable;
import org.tocsin.schema.Outcome;

/** Tells the losses of the two sides of a clash from the dead of an attack and those who carried it out. */
final class TollSides {
    private static final Pattern DEFINITE =
            Pattern.compile("(?is)(both|all|the) .*|.+ of (the|these|those|its|their) .*");

    private static final Pattern ATTACKERS = Pattern.compile(
            "(?is).*\\b(attackers?|assailants?|(suicide )?bombers?|hijackers?|shooters?|hostage-takers?|stabbers?)");

    private static final Set<String> ADDING = Set.of("and", "plus", "well");
    private static final Set<String> LIST_WORDS = Set.of(",", "as", "along", "with", "together");

    private TollSides() {}

    /**
     * Figures of one outcome and sentence, those summed that are listed or that tell fighters and others without a total: "209 wounded
     * civilians as well as 194 injured officers", "two militants and, later, a soldier".
     */
    static List<TollFigure> summed(Sentence sentence, List<TollFigure> figures) {
        return ofBothSides(listed(sentence, figures));
    }

    private static List<TollFigure> listed(Sentence sentence, List<TollFigure> figures) {
        List<TollFigure> sums = new ArrayList<>();
        TollFigure before = null;
        for (TollFigure figure : figures) {
            boolean goesOn = before != null && isListed(sentence, before, figure);
            int last = sums.size() - 1;
            if (goesOn) {
                sums.set(
                        last,
                        sums.get(last)
                                .counting(Objects.requireNonNullElse(
                                                sums.get(last).best(), 0)
                                        + Objects.requireNonNullElse(figure.best(), 0)));
            } else {
                sums.add(figure);
            }
            before = figure;
        }
        return sums;
    }

    /** Whether two figures are two numbers of a list, each with its own word for the same outcome. */
    private static boolean isListed(Sentence sentence, TollFigure one, TollFigure other) {
        if (one.time() != TollFigure.Time.PLAIN
                || other.time() != TollFigure.Time.PLAIN
                || !one.stated()
                || one.best() == null
                || other.best() == null
                || one.groups().isEmpty()
                || other.groups().isEmpty()
                || one.ofAttackers() != other.ofAttackers()
                || !other.groups().get(0).person()) {
            return false;
        }
        int from = one.groups().get(one.groups().size() - 1).to();
        int to = other.groups().get(0).from();
        if (from >= to) {
            return false;
        }
        List<Token> between = sentence.tokens().subList(from, to);
        return between.stream().anyMatch(token -> ADDING.contains(token.lower()))
                && between.stream()
                        .allMatch(token -> ADDING.contains(token.lower())
                                || LIST_WORDS.contains(token.lower())
                                || tells(sentence, token, one.outcome()));
    }

    private static boolean tells(Sentence sentence, Token token, Outcome outcome) {
        CueTable.Cue<OutcomeCue> cue = OutcomeCue.TABLE.at(sentence, token.index());
        return cue != null && cue.meaning().outcome() == outcome;
    }

    private static List<TollFigure> ofBothSides(List<TollFigure> figures) {
        if (figures.size() != 2 || !isSum(figures.get(0), figures.get(1))) {
            return figures;
        }
        TollFigure first = figures.get(0);
        TollFigure second = figures.get(1);
        if (ofAssailants(first) || ofAssailants(second)) {
            return List.of(ofAssailants(first) ? second : first);
        }
        List<TollFigure> sum = new ArrayList<>();
        sum.add(first.counting(
                Objects.requireNonNullElse(first.best(), 0) + Objects.requireNonNullElse(second.best(), 0)));
        return sum;
    }

    private static boolean isSum(TollFigure one, TollFigure other) {
        boolean bySame = Objects.equals(one.saidBy(), other.saidBy()) || other.saidBy() == null;
        return bySame
                && one.outcome() == Outcome.KILLED
                && one.time() == TollFigure.Time.PLAIN
                && other.time() == TollFigure.Time.PLAIN
                && (one.ofAttackers() != other.ofAttackers() || ofAssailants(one) != ofAssailants(other))
                && one.best() != null
                && other.best() != null
                && !one.groups().isEmpty()
                && !other.groups().isEmpty();
    }

    /** Whether only those who carried out the attack are counted. */
    static boolean ofAssailants(TollFigure figure) {
        return !figure.groups().isEmpty()
                && figure.groups().stream()
                        .allMatch(group -> ATTACKERS.matcher(group.text()).matches()
                                || group.definite() && "fighters".equals(group.kind())
                                || DEFINITE.matcher(group.text()).matches() && "fighters".equals(group.kind()));
    }
}
