package org.tocsin.serve.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Collects one page of changes: from a position to what is committed now, at most so many edits, at most so many changes looked
 * at. Used once.
 */
final class Pager {
    /** A filter that hardly anything meets must not read a year of news in one request. */
    private static final int MOST_CHANGES = 50_000;

    private static final long MOST_NANOS = Duration.ofSeconds(8).toNanos();
    private static final Duration READ = Duration.ofMillis(500);
    private static final int AT_ONCE = 500;

    private final Feed feed;
    private final Sieve sieve;
    private final int limit;
    private final Position position;
    private final List<Edit> edits = new ArrayList<>();
    private final long begun = System.nanoTime();
    private int looked;

    /**
     * A page.
     *
     * @param from where it begins
     * @param limit most edits
     */
    Pager(Feed feed, Sieve sieve, Position from, int limit) {
        this.feed = feed;
        this.sieve = sieve;
        this.limit = limit;
        this.position = from.copy();
    }

    /** Whether the ring holds all that the page may need. */
    boolean isInRing() {
        return feed.ring().numberAt(position).isPresent();
    }

    /** The page from the ring. */
    ChangesPage fromRing() throws InterruptedException, Ring.Overtaken {
        Position end = feed.ring().end();
        OptionalLong first = feed.ring().numberAt(position);
        if (first.isEmpty()) {
            throw new Ring.Overtaken();
        }
        long number = first.getAsLong();
        while (!isFull()) {
            Ring.Batch batch = feed.ring().read(number, AT_ONCE, Duration.ZERO);
            if (batch.changes().isEmpty()) {
                position.reach(end);
                break;
            }
            take(batch.changes());
            number = batch.next();
        }
        return page(end);
    }

    /** The page from the topics themselves. */
    ChangesPage from(PastReader reader) {
        reader.begin(position);
        Position end = reader.end();
        while (!isFull() && !position.reaches(end)) {
            PastReader.Batch batch = reader.read(READ);
            if (take(batch.changes())) {
                position.reach(batch.end());
            }
        }
        return page(end);
    }

    /** Takes changes as long as there is room; says whether there was for all. */
    private boolean take(List<Change> changes) {
        for (Change change : changes) {
            if (edits.size() >= limit) {
                return false;
            }
            looked++;
            if (!position.isPast(change.slot(), change.offset())) {
                position.reach(change.slot(), change.offset() + 1);
                sieve.edit(change, () -> "").ifPresent(edits::add);
            }
        }
        return true;
    }

    private boolean isFull() {
        return edits.size() >= limit || looked >= MOST_CHANGES || System.nanoTime() - begun > MOST_NANOS;
    }

    private ChangesPage page(Position end) {
        return new ChangesPage(edits, feed.topics().write(position), !position.reaches(end));
    }
}
