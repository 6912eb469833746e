package org.tocsin.event.casualty;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.TollStep;

/**
 * The figures that an article gives for one outcome of one incident, and which of them stands: a corrected figure never, the last of
 * those told as newer, else the greatest, since smaller ones without a word of correction count a part.
 */
final class TollLedger {
    private final List<TollFigure> figures = new ArrayList<>();
    private @Nullable TollFigure standing;

    /** The ledger of one outcome over the readings of one incident. */
    static TollLedger of(Outcome outcome, List<TollReading> readings) {
        TollLedger ledger = new TollLedger();
        for (TollReading reading : readings) {
            List<TollFigure> here = reading.figures().stream()
                    .filter(figure -> figure.outcome() == outcome && !figure.partOf())
                    .toList();
            here.forEach(figure -> ledger.add(figure, correctedIn(here, figure)));
        }
        return ledger;
    }

    /** Whether a newer figure for the same people follows in the same sentence. */
    private static boolean correctedIn(List<TollFigure> sentence, TollFigure figure) {
        return sentence.stream()
                .anyMatch(other -> other.token() > figure.token()
                        && other.time() == TollFigure.Time.LATER
                        && figure.stated()
                        && !Objects.equals(other.best(), figure.best()));
    }

    private void add(TollFigure figure, boolean corrected) {
        TollFigure told = corrected ? figure.at(TollFigure.Time.EARLIER) : figure;
        figures.add(told);
        if (told.time() != TollFigure.Time.EARLIER && replaces(told)) {
            standing = told;
        }
    }

    private boolean replaces(TollFigure figure) {
        if (standing == null) {
            return true;
        }
        if (isRivalClaim(figure)) {
            return false;
        }
        Integer old = standing.best();
        Integer now = figure.best();
        if (now == null) {
            return false;
        }
        return old == null || now > old || figure.time() == TollFigure.Time.LATER && figure.stated();
    }

    /** Whether an armed group claims another figure than the one that others gave before. */
    private boolean isRivalClaim(TollFigure figure) {
        return speaks(figure, ActorKind.ARMED_GROUP)
                && standing != null
                && !speaks(standing, ActorKind.ARMED_GROUP)
                && figure.time() == TollFigure.Time.PLAIN;
    }

    private static boolean speaks(TollFigure figure, ActorKind kind) {
        return figure.saidBy() != null && figure.saidBy().value().getSpeaker().getKind() == kind;
    }

    /** The figure that stands, with the bound that any mention of the same figure gives; null where the article gives none. */
    @Nullable
    Anchored<Count> count() {
        TollFigure stands = standing != null ? standing : figures.isEmpty() ? null : figures.get(figures.size() - 1);
        if (stands == null) {
            return null;
        }
        return figures.stream()
                .filter(figure -> Objects.equals(figure.best(), stands.best()))
                .filter(figure -> figure.count().value().getBound() != Bound.EXACT)
                .findFirst()
                .orElse(stands)
                .count();
    }

    /** The different whole figures in the order in which they were valid; one alone is no history. */
    List<TollFigure> versions() {
        Map<Integer, TollFigure> versions = new LinkedHashMap<>();
        Anchored<Count> last = count();
        Integer valid = last == null ? null : last.value().getBest();
        for (TollFigure figure : figures) {
            Integer best = figure.best();
            boolean whole = figure.time() == TollFigure.Time.EARLIER || Objects.equals(best, valid);
            if (best != null && whole) {
                versions.merge(best, figure, (one, other) -> one.saidBy() == null ? other : one);
            }
        }
        if (versions.size() < 2 || valid == null) {
            return List.of();
        }
        TollFigure end = versions.remove(valid);
        List<TollFigure> steps = new ArrayList<>(versions.values());
        if (end != null) {
            steps.add(end);
        }
        return steps;
    }

    /** The history of killed and injured figures, oldest first. */
    static List<TollStep> history(List<TollFigure> killed, List<TollFigure> injured) {
        List<TollStep> steps = new ArrayList<>();
        for (TollFigure figure : killed) {
            steps.add(new TollStep(figure.best(), null, speaker(figure), steps.size() + 1));
        }
        for (TollFigure figure : injured) {
            steps.add(new TollStep(null, figure.best(), speaker(figure), steps.size() + 1));
        }
        return steps;
    }

    private static @Nullable String speaker(TollFigure figure) {
        return figure.saidBy() == null
                ? null
                : figure.saidBy().value().getSpeaker().getName();
    }
}
