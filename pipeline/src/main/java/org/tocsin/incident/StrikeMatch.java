package org.tocsin.incident;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Count;

/**
 * Strikes and tolls: one place, or places that may be one together with an agreeing figure or text; attackers, methods and figures
 * that do not contradict each other.
 */
final class StrikeMatch implements MatchRule {
    /** Tolls grow as rescuers dig and fall when lists are checked; beyond this multiple and margin they are two tolls. Own choice. */
    private static final int TOLL_MULTIPLE = 5;

    private static final int TOLL_MARGIN = 10;

    private static final int SAME_PLACE = 1;
    private static final int SAME_METHOD = 1;
    private static final int SAME_FIGURE = 2;
    private static final int NEAR_COPY = 4;

    @Override
    public boolean compatible(Account one, Account other) {
        return complementary(one, other)
                && place(one, other) != PlaceMatch.APART
                && Actors.compatible(one, other)
                && MethodKin.compatible(one.method(), other.method())
                && tollsFit(one.figures(), other.figures());
    }

    @Override
    public int evidence(Account one, Account other) {
        int agreement = one.isNearCopyOf(other) ? NEAR_COPY : 0;
        for (Figure figure : new Figure[] {Figure.KILLED, Figure.INJURED}) {
            if (Figure.shared(one.figures().get(figure), other.figures().get(figure))) {
                agreement += SAME_FIGURE;
            }
        }
        if (place(one, other) == PlaceMatch.SAME) {
            agreement += SAME_PLACE;
        }
        boolean sameMethod = one.method() != null && one.method() == other.method();
        return agreement > 0 && sameMethod ? agreement + SAME_METHOD : agreement;
    }

    /** An article tells of two events with two accounts, unless one is a strike without toll and the other a toll without strike. */
    private static boolean complementary(Account one, Account other) {
        return !one.articleId().equals(other.articleId())
                || !(one.hasStrike() && other.hasStrike() || one.hasToll() && other.hasToll());
    }

    private static PlaceMatch place(Account one, Account other) {
        return PlaceMatch.of(one.place(), other.place());
    }

    private static boolean tollsFit(Map<Figure, Count> one, Map<Figure, Count> other) {
        return one.keySet().stream().noneMatch(figure -> isFar(one.get(figure), other.get(figure)));
    }

    private static boolean isFar(@Nullable Count one, @Nullable Count other) {
        if (one == null || other == null || one.getBest() == null || other.getBest() == null) {
            return false;
        }
        long smaller = Math.min(one.getBest(), other.getBest());
        long larger = Math.max(one.getBest(), other.getBest());
        return larger > smaller * TOLL_MULTIPLE + TOLL_MARGIN;
    }
}
