package org.tocsin.incident;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Statement;

/** Statements: one speaker and one act of speech on one day; of several such, the one with the same targets. */
final class StatementMatch implements MatchRule {
    @Override
    public Evidence compare(Account one, Account other) {
        Statement here = statement(one);
        Statement there = statement(other);
        if (one.articleId().equals(other.articleId())
                || one.window().gap(other.window()) > 0
                || here.getAct() != there.getAct()
                || !speaker(here).equals(speaker(there))) {
            return Evidence.of(EnumSet.of(Clue.CONTRADICTION));
        }
        EnumSet<Clue> clues = EnumSet.of(one.window().clue(other.window()), Clue.SAME_SPEECH);
        if (!Collections.disjoint(names(here.getTargets()), names(there.getTargets()))) {
            clues.add(Clue.SAME_ADDRESSEE);
        }
        if (one.isNearCopyOf(other)) {
            clues.add(Clue.NEAR_COPY);
        }
        return Evidence.of(clues);
    }

    @Override
    public Set<String> listed(Account account) {
        return Set.of("speaker:" + speaker(statement(account)));
    }

    @Override
    public Set<String> sought(Account account) {
        return listed(account);
    }

    static Statement statement(Account account) {
        return (Statement) account.first().getEvent();
    }

    private static String speaker(Statement statement) {
        return PlaceMatch.fold(statement.getSpeaker().getName());
    }

    private static Set<String> names(List<Actor> actors) {
        return actors.stream().map(actor -> PlaceMatch.fold(actor.getName())).collect(Collectors.toSet());
    }
}
