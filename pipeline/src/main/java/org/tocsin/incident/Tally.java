package org.tocsin.incident;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Count;
import org.tocsin.schema.IncidentStep;
import org.tocsin.schema.RevisionStatus;

/**
 * The figures of one incident over time: the latest figure stands, except that words such as "dozens" do not replace a number and
 * near-copies, which repeat what was said before, give no figure. Accounts must come in order of publication.
 */
final class Tally {
    private final Map<Figure, Count> standing = new EnumMap<>(Figure.class);
    private final List<IncidentStep> steps = new ArrayList<>();

    /** Takes the figures of the next account; every account that changes a figure is a step. */
    void take(Account account) {
        Map<Figure, Count> given = account.figures();
        RevisionStatus change = change(given);
        given.forEach((figure, count) -> {
            if (Figure.isNumber(count) || !Figure.isNumber(standing.get(figure))) {
                standing.put(figure, count);
            }
        });
        if (steps.isEmpty() || change != null) {
            steps.add(new IncidentStep(
                    account.reportedAt(),
                    account.articleId(),
                    best(given.get(Figure.KILLED)),
                    best(given.get(Figure.INJURED)),
                    account.saidBy(),
                    change == null || steps.isEmpty() ? RevisionStatus.NEW : change));
        }
    }

    /** The figure that stands; null where none was given. */
    @Nullable
    Count standing(Figure figure) {
        return standing.get(figure);
    }

    /** The steps so far, oldest first. */
    List<IncidentStep> steps() {
        return List.copyOf(steps);
    }

    private @Nullable RevisionStatus change(Map<Figure, Count> given) {
        boolean corrects = given.entrySet().stream()
                .anyMatch(entry -> Figure.differ(entry.getValue(), standing.get(entry.getKey())));
        if (corrects) {
            return RevisionStatus.CORRECTED;
        }
        boolean fills = given.entrySet().stream()
                .anyMatch(entry -> Figure.isNumber(entry.getValue()) && !Figure.isNumber(standing.get(entry.getKey())));
        return fills ? RevisionStatus.UPDATED : null;
    }

    private static @Nullable Integer best(@Nullable Count count) {
        return count == null ? null : count.getBest();
    }
}
