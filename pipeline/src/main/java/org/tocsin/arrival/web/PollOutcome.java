package org.tocsin.arrival.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking a feed once. */
public sealed interface PollOutcome {
    /**
     * The feed was read.
     *
     * @param published articles that were sent and confirmed; 0 where nothing is new
     * @param refused items that are no articles, told once each
     * @param unsent articles that were not confirmed, which are sent again the next time
     */
    record Read(int published, int refused, int unsent) implements PollOutcome {}

    /**
     * The feed could not be had or read.
     *
     * @param reason what is wrong and what to do
     * @param retryAfter how long the server asks to wait; null where it does not say
     */
    record Failed(String reason, @Nullable Duration retryAfter) implements PollOutcome {}
}
