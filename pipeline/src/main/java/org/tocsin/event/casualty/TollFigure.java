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
 * @param act where the words stand that tell what happened to them
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
        int act,
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
        LATER,
        /** To be added to the figure told before ("another man"). */
        ADDED,
        /** As ADDED, and told as wounded before ("one of them died in hospital"). */
        DIED
    }

    TollFigure at(Time other) {
        return new TollFigure(outcome, count, groups, token, act, other, partOf, stated, saidBy);
    }

    /** The same people with another outcome. */
    TollFigure as(Outcome other) {
        return new TollFigure(other, count, groups, token, act, time, partOf, stated, saidBy);
    }

    /** The same figure with another number, read from the same words. */
    TollFigure counting(int number) {
        Anchored<Count> other = count.map(whole -> new Count(
                number,
                number,
                whole.getBound() == Bound.EXACT ? Integer.valueOf(number) : null,
                whole.getBound(),
                whole.getText()));
        return new TollFigure(outcome, other, groups, token, act, time, partOf, stated, saidBy);
    }

    /** The share of one outcome in a figure given for two together: unknown, at most the whole. */
    TollFigure share(Outcome part) {
        Anchored<Count> atMost = count.map(whole -> new Count(
                null,
                null,
                whole.getBest() == null ? whole.getHigh() : whole.getBest(),
                Bound.AT_MOST,
                whole.getText()));
        return new TollFigure(part, atMost, List.of(), token, act, time, partOf, stated, saidBy);
    }

    /** The same people, told by other words. */
    TollFigure toldAt(int other) {
        return new TollFigure(outcome, count, groups, token, other, time, partOf, stated, saidBy);
    }

    /** Whether the figure counts some of those whose total other figures give: "nine of the dead". */
    boolean isShareOf(List<TollFigure> totals) {
        Integer some = best();
        return partOf
                && stated
                && some != null
                && totals.stream()
                        .anyMatch(total -> total.outcome == outcome && total.best() != null && total.best() > some);
    }

    /** The same figure for all people of its incident, which counts those who died later too. */
    TollFigure whole() {
        return new TollFigure(outcome, count, groups, token, act, Time.LATER, false, stated, saidBy);
    }

    /** Whether the figure counts attackers only: their dead are told apart from the victims. */
    boolean ofAttackers() {
        return !groups.isEmpty() && groups.stream().allMatch(group -> "fighters".equals(group.kind()));
    }

    @Nullable
    Integer best() {
        return count.value().getBest();
    }
}
