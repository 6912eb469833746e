package org.tocsin.event.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.Outcome;

/**
 * One figure of people that a sentence gives.
 *
 * @param outcome what happened to them
 * @param count how many
 * @param groups the people that the figure counts
 * @param token where in the sentence it stands
 * @param time how it stands to other figures of the same toll
 * @param partOf whether it is part of a figure told before, never to be added to it
 * @param stated whether a number is written, not implied by the singular
 * @param saidBy who gives it; null where the article itself does
 */
record TollFigure(
        Outcome outcome,
        Anchored<Count> count,
        List<People.Group> groups,
        int token,
        Time time,
        boolean partOf,
        boolean stated,
        @Nullable Anchored<Attribution> saidBy) {
    TollFigure {
        groups = List.copyOf(groups);
    }

    /** How a figure stands to others of the same toll. */
    enum Time {
        /** Given before a later one corrected it. */
        EARLIER,
        /** Told without a hint. */
        PLAIN,
        /** Told as the newer one. */
        LATER
    }

    TollFigure at(Time other) {
        return new TollFigure(outcome, count, groups, token, other, partOf, stated, saidBy);
    }

    /** The share of one outcome in a figure given for two together: unknown, at most the whole. */
    TollFigure share(Outcome part) {
        Anchored<Count> atMost = count.map(whole -> new Count(
                null,
                null,
                whole.getBest() == null ? whole.getHigh() : whole.getBest(),
                Bound.AT_MOST,
                whole.getText()));
        return new TollFigure(part, atMost, List.of(), token, time, partOf, stated, saidBy);
    }

    @Nullable
    Integer best() {
        return count.value().getBest();
    }
}
