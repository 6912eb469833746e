package org.tocsin.incident;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Statement;

/** Statements: one speaker and one act of speech on one day; of several such, the one with the same targets. */
final class StatementMatch implements MatchRule {
    private static final int NEAR_COPY = 4;

    @Override
    public boolean compatible(Account one, Account other) {
        Statement here = statement(one);
        Statement there = statement(other);
        return !one.articleId().equals(other.articleId())
                && here.getAct() == there.getAct()
                && PlaceMatch.fold(here.getSpeaker().getName())
                        .equals(PlaceMatch.fold(there.getSpeaker().getName()));
    }

    @Override
    public int evidence(Account one, Account other) {
        Set<String> targets = new HashSet<>(names(statement(one).getTargets()));
        targets.retainAll(names(statement(other).getTargets()));
        return 1 + targets.size() + (one.isNearCopyOf(other) ? NEAR_COPY : 0);
    }

    static Statement statement(Account account) {
        return (Statement) account.first().getEvent();
    }

    private static Set<String> names(List<Actor> actors) {
        return actors.stream().map(actor -> PlaceMatch.fold(actor.getName())).collect(Collectors.toSet());
    }
}
