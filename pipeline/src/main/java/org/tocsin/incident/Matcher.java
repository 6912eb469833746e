package org.tocsin.incident;

import java.time.Duration;
import java.util.EnumSet;

/**
 * Compares accounts of one family by its rule. An incident that nobody reported for a time is closed: only a direct match, which
 * needs more evidence, opens it again.
 */
final class Matcher {
    private final MatchRule rule;
    private final Duration closeAfter;

    Matcher(MatchRule rule, Duration closeAfter) {
        this.rule = rule;
        this.closeAfter = closeAfter;
    }

    /** What speaks for one event, and against. */
    Evidence compare(Account one, Account other) {
        Evidence evidence = rule.compare(one, other);
        Duration between =
                Duration.between(one.reportedAt(), other.reportedAt()).abs();
        if (between.compareTo(closeAfter) <= 0 || !evidence.links()) {
            return evidence;
        }
        EnumSet<Clue> clues = EnumSet.copyOf(evidence.clues());
        clues.add(Clue.CLOSED_BEFORE);
        return Evidence.of(clues);
    }
}
