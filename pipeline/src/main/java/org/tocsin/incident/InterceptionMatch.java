package org.tocsin.incident;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Count;
import org.tocsin.schema.InterceptedKind;

/** Interceptions: one kind of thing brought down, one number unless an outlet updates its own, one place or an agreeing number. */
final class InterceptionMatch implements MatchRule {
    private static final int SAME_PLACE = 1;
    private static final int SAME_NUMBER = 2;
    private static final int NEAR_COPY = 4;

    @Override
    public boolean compatible(Account one, Account other) {
        return !one.articleId().equals(other.articleId())
                && place(one, other) != PlaceMatch.APART
                && Actors.compatible(one, other)
                && kindsFit(kind(one), kind(other))
                && (one.outlet().equals(other.outlet()) || !Figure.differ(number(one), number(other)));
    }

    @Override
    public int evidence(Account one, Account other) {
        int agreement = one.isNearCopyOf(other) ? NEAR_COPY : 0;
        if (Figure.shared(number(one), number(other))) {
            agreement += SAME_NUMBER;
        }
        return place(one, other) == PlaceMatch.SAME ? agreement + SAME_PLACE : agreement;
    }

    private static PlaceMatch place(Account one, Account other) {
        return PlaceMatch.of(one.place(), other.place());
    }

    private static @Nullable Count number(Account account) {
        Map<Figure, Count> figures = account.figures();
        return figures.get(Figure.INTERCEPTED);
    }

    private static @Nullable InterceptedKind kind(Account account) {
        return account.first(view -> view.get("what") instanceof InterceptedKind kind ? kind : null);
    }

    private static boolean kindsFit(@Nullable InterceptedKind one, @Nullable InterceptedKind other) {
        return one == null || other == null || one == other;
    }
}
