package org.tocsin.incident;

import org.jspecify.annotations.Nullable;
import org.tocsin.schema.TerritoryChangeKind;

/** Changes of control: one place and one kind of change, actors that do not contradict each other. */
final class TerritoryMatch implements MatchRule {
    private static final int SAME_PLACE = 1;
    private static final int NEAR_COPY = 4;

    @Override
    public boolean compatible(Account one, Account other) {
        return !one.articleId().equals(other.articleId())
                && place(one, other) != PlaceMatch.APART
                && change(one) == change(other)
                && Actors.compatible(one, other);
    }

    @Override
    public int evidence(Account one, Account other) {
        int agreement = one.isNearCopyOf(other) ? NEAR_COPY : 0;
        return place(one, other) == PlaceMatch.SAME ? agreement + SAME_PLACE : agreement;
    }

    private static PlaceMatch place(Account one, Account other) {
        return PlaceMatch.of(one.place(), other.place());
    }

    static @Nullable TerritoryChangeKind change(Account account) {
        return account.first(view -> view.get("change") instanceof TerritoryChangeKind change ? change : null);
    }
}
