package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.tocsin.schema.Outcome;

/** Tells the losses of the two sides of a clash from the dead of an attack and those who carried it out. */
final class TollSides {
    private static final Pattern DEFINITE = Pattern.compile("(?is)(both|all|the) .*");

    private static final Pattern ATTACKERS = Pattern.compile(
            "(?is).*\\b(attackers?|assailants?|(suicide )?bombers?|hijackers?|shooters?|hostage-takers?|stabbers?)");

    private TollSides() {}

    /** Figures of one outcome and sentence, fighters and others without a total summed: "two militants and, later, a soldier". */
    static List<TollFigure> summed(List<TollFigure> figures) {
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
        return one.outcome() == Outcome.KILLED
                && one.time() == TollFigure.Time.PLAIN
                && other.time() == TollFigure.Time.PLAIN
                && one.ofAttackers() != other.ofAttackers()
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
