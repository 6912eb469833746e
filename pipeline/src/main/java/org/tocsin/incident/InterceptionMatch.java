package org.tocsin.incident;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.InterceptedKind;

/** Interceptions: one kind of thing brought down, one number unless an outlet updates its own, one place or an agreeing number. */
final class InterceptionMatch implements MatchRule {
    @Override
    public Evidence compare(Account one, Account other) {
        PlaceMatch places = PlaceMatch.of(one.place(), other.place());
        if (one.articleId().equals(other.articleId())
                || places == PlaceMatch.APART
                || places == PlaceMatch.NEARBY
                || one.window().gap(other.window()) > 0
                || !Actors.compatible(one, other)
                || !kindsFit(kind(one), kind(other))
                || !numbersFit(one, other)) {
            return Evidence.of(EnumSet.of(Clue.CONTRADICTION));
        }
        EnumSet<Clue> clues = EnumSet.of(one.window().clue(other.window()));
        if (places == PlaceMatch.SAME) {
            clues.add(Clue.SAME_PLACE);
        }
        if (one.isNearCopyOf(other)) {
            clues.add(Clue.NEAR_COPY);
        }
        if (!Collections.disjoint(one.numbers(Figure.INTERCEPTED), other.numbers(Figure.INTERCEPTED))) {
            clues.add(Clue.SAME_NUMBER);
            clues.add(Clue.SAME_CHANGE);
        }
        return Evidence.of(clues);
    }

    @Override
    public Set<String> listed(Account account) {
        Set<String> lanes = new HashSet<>(Lanes.listed(account));
        lanes.addAll(Lanes.common(account));
        return lanes;
    }

    @Override
    public Set<String> sought(Account account) {
        Set<String> lanes = new HashSet<>(Lanes.sought(account));
        lanes.addAll(Lanes.common(account));
        return lanes;
    }

    private static boolean numbersFit(Account one, Account other) {
        return one.outlet().equals(other.outlet())
                || one.numbers(Figure.INTERCEPTED).isEmpty()
                || other.numbers(Figure.INTERCEPTED).isEmpty()
                || !Collections.disjoint(one.numbers(Figure.INTERCEPTED), other.numbers(Figure.INTERCEPTED));
    }

    private static @Nullable InterceptedKind kind(Account account) {
        return account.first(view -> view.get("what") instanceof InterceptedKind kind ? kind : null);
    }

    private static boolean kindsFit(@Nullable InterceptedKind one, @Nullable InterceptedKind other) {
        return one == null || other == null || one == other;
    }
}
