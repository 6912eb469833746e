package org.tocsin.incident;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.TerritoryChangeKind;

/** Changes of control: one place and one kind of change, actors that do not contradict each other. */
final class TerritoryMatch implements MatchRule {
    @Override
    public Evidence compare(Account one, Account other) {
        if (one.articleId().equals(other.articleId())
                || PlaceMatch.of(one.place(), other.place()) != PlaceMatch.SAME
                || one.window().gap(other.window()) > 0
                || change(one) != change(other)
                || !Actors.compatible(one, other)) {
            return Evidence.of(EnumSet.of(Clue.CONTRADICTION));
        }
        EnumSet<Clue> clues = EnumSet.of(one.window().clue(other.window()), Clue.SAME_PLACE, Clue.SAME_CHANGE);
        if (one.isNearCopyOf(other)) {
            clues.add(Clue.NEAR_COPY);
        }
        return Evidence.of(clues);
    }

    @Override
    public Set<String> listed(Account account) {
        return Lanes.listed(account);
    }

    @Override
    public Set<String> sought(Account account) {
        return Lanes.sought(account);
    }

    static @Nullable TerritoryChangeKind change(Account account) {
        return account.first(view -> view.get("change") instanceof TerritoryChangeKind change ? change : null);
    }
}
