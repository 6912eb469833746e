package org.tocsin.document.lexicon;

import org.jspecify.annotations.Nullable;
import org.tocsin.schema.ActorKind;

/** What a phrase of the actor lexicon stands for. */
sealed interface ActorTerm {
    /** A word for a state. */
    record StateWord(State state, Form form) implements ActorTerm {}

    /** An actor with a name of its own, such as an armed group; the country is null for international ones. */
    record Named(String name, @Nullable String country, ActorKind kind) implements ActorTerm {}

    /**
     * A common noun for a body that belongs to a state ("foreign ministry").
     *
     * @param alone whether the noun alone, without the state, is taken for a body
     */
    record Body(String name, ActorKind kind, boolean alone) implements ActorTerm {}

    /** How a word stands for a state. */
    enum Form {
        NAME,
        ADJECTIVE,
        PEOPLE,
        CAPITAL
    }
}
