package org.tocsin.event.statement;

import java.util.List;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;

/**
 * Who speaks, and the rule that tells it.
 *
 * @param actor the speaker; the first of several who speak together
 * @param others those of a list who speak beside the first: the further agents of a passive
 * @param rule name of the rule that found them
 */
record Subject(Anchored<Actor> actor, List<Anchored<Actor>> others, String rule) {
    Subject(Anchored<Actor> actor, String rule) {
        this(actor, List.of(), rule);
    }

    Subject {
        others = List.copyOf(others);
    }
}
