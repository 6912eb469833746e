package org.tocsin.arrival.web;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Asks feeds again and again: each at its interval, later where it failed or asks to wait. One request is made at a time. */
public final class FeedRounds {
    /** Longest time between two attempts at a feed that keeps failing, unless its interval is longer. */
    static final Duration LONGEST_BACK_OFF = Duration.ofHours(6);

    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    private final FeedPoller poller;
    private final SeenItems seen;
    private final Pauses pauses;
    private final Duration interval;

    /**
     * Rounds of feeds.
     *
     * @param interval time between two attempts at a feed that answers
     */
    public FeedRounds(FeedPoller poller, SeenItems seen, Pauses pauses, Duration interval) {
        this.poller = poller;
        this.seen = seen;
        this.pauses = pauses;
        this.interval = interval;
    }

    private record Turn(URI feed, SeenItems.Memory memory, int failures, Instant due) {}

    /**
     * Asks every feed, and then each when it is due.
     *
     * @param goOn takes what came of each attempt; rounds end when it says no
     */
    public void run(List<URI> feeds, BiPredicate<URI, PollOutcome> goOn) throws IOException, InterruptedException {
        PriorityQueue<Turn> turns = new PriorityQueue<>(Comparator.comparing(Turn::due));
        for (URI feed : feeds) {
            turns.add(new Turn(feed, seen.of(feed), 0, pauses.now()));
        }
        boolean more = !turns.isEmpty();
        while (more) {
            Turn turn = turns.remove();
            pauses.until(turn.due());
            PollOutcome outcome = poller.poll(turn.feed(), turn.memory());
            int failures = outcome instanceof PollOutcome.Failed ? turn.failures() + 1 : 0;
            turns.add(
                    new Turn(turn.feed(), turn.memory(), failures, pauses.now().plus(wait(outcome, failures))));
            more = goOn.test(turn.feed(), outcome);
        }
    }

    /** Asks every feed once and says what came of each, in their order. */
    public List<PollOutcome> once(List<URI> feeds) throws IOException, InterruptedException {
        List<PollOutcome> outcomes = new ArrayList<>();
        for (URI feed : feeds) {
            outcomes.add(poller.poll(feed, seen.of(feed)));
        }
        return outcomes;
    }

    private Duration wait(PollOutcome outcome, int failures) {
        long factor = 1L << Math.min(failures, MOST_DOUBLINGS);
        Duration longest = interval.compareTo(LONGEST_BACK_OFF) > 0 ? interval : LONGEST_BACK_OFF;
        Duration regular = interval.multipliedBy(factor);
        Duration usual = spread(failures > 0 && regular.compareTo(longest) > 0 ? longest : regular);
        Duration asked = outcome instanceof PollOutcome.Failed failed ? failed.retryAfter() : null;
        return longer(usual, asked);
    }

    private Duration spread(Duration wait) {
        return wait.plusMillis(Math.round(wait.toMillis() * JITTER * pauses.jitter()));
    }

    private static Duration longer(Duration one, @Nullable Duration other) {
        return other != null && other.compareTo(one) > 0 ? other : one;
    }
}
