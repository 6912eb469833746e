package org.tocsin.incident;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * What speaks for and against two accounts being about one event.
 *
 * @param clues the clues
 * @param against sum of the points of those that speak against, 0 or less
 * @param score sum of all points
 */
record Evidence(EnumSet<Clue> clues, int against, int score) {
    /** From this sum on two accounts are taken to be about one event. Own choice: one town and one day with nothing against. */
    static final int LINK = 45;

    static final Evidence NONE = of(EnumSet.noneOf(Clue.class));

    /** The evidence of some clues. */
    static Evidence of(EnumSet<Clue> clues) {
        int against = 0;
        int score = 0;
        for (Clue clue : clues) {
            score += clue.points();
            against += Math.min(0, clue.points());
        }
        return new Evidence(clues, against, score);
    }

    static Evidence of(Collection<Clue> clues) {
        return of(clues.isEmpty() ? EnumSet.noneOf(Clue.class) : EnumSet.copyOf(clues));
    }

    /** Whether it links the two. */
    boolean links() {
        return score >= LINK;
    }

    /** The clues in words, those that speak against with a minus before them. */
    List<String> words() {
        return clues.stream()
                .map(clue -> clue.points() < 0 ? "- " + clue.words() : clue.words())
                .toList();
    }
}
