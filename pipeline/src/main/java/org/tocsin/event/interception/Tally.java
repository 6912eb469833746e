package org.tocsin.event.interception;

import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Count;
import org.tocsin.schema.InterceptedKind;

/**
 * What a sentence says was brought down of one kind.
 *
 * @param what the kind
 * @param count how many; null where no number or word of number is told
 * @param launched how many came; null where the same phrase does not tell
 */
record Tally(
        Anchored<InterceptedKind> what,
        @Nullable Anchored<Count> count,
        @Nullable Anchored<Count> launched) {
    /** The same with another total of those that came. */
    Tally withLaunched(@Nullable Anchored<Count> total) {
        return new Tally(what, count, total);
    }

    /** The same of another kind, told by the words up to an offset. */
    Tally of(InterceptedKind kind, int end) {
        return new Tally(new Anchored<>(kind, what.start(), end), count, launched);
    }
}
