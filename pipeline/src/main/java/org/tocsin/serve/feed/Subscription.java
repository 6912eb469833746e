package org.tocsin.serve.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One who follows a feed through a sieve: first what lies between its position and the ring, with a reader of its own, then from the
 * ring. It holds nothing but its place, so that a slow one costs no memory; who is slower than the ring is cut. Not thread-safe;
 * close it after use.
 */
public final class Subscription implements AutoCloseable {
    private static final int AT_ONCE = 200;
    private static final Duration READ = Duration.ofMillis(200);

    private final Feed feed;
    private final Sieve sieve;
    private final PastReaders past;
    private final Position position;
    private @Nullable PastReader reader;
    private long number;
    private boolean live;
    /** Whether the ring was read since it was reached; before that, whoever is overtaken has not been slow. */
    private boolean followed;

    /** What following gives. */
    public sealed interface Step {
        /** What is to be done; nothing where nothing came in time. */
        record Edits(List<Edit> edits) implements Step {}

        /** The reader was too slow; from {@link Subscription#position()} it can begin again. */
        record Cut() implements Step {}

        /** The feed ends here; another instance, or this one later, goes on from {@link Subscription#position()}. */
        record Ended() implements Step {}
    }

    Subscription(Feed feed, Position from, Sieve sieve, PastReaders past) {
        this.feed = feed;
        this.sieve = sieve;
        this.past = past;
        this.position = from.copy();
    }

    /** The position behind all that was told, as text. */
    public String position() {
        return feed.topics().write(position);
    }

    /**
     * What comes next.
     *
     * @param patience how long to wait for it
     * @throws PositionLost if the topics no longer hold it
     */
    public Step next(Duration patience) throws InterruptedException {
        if (!live) {
            OptionalLong first = feed.ring().numberAt(position);
            if (first.isEmpty()) {
                return fromPast(patience);
            }
            number = first.getAsLong();
            live = true;
            followed = false;
            close();
        }
        return fromRing(patience);
    }

    private Step fromRing(Duration patience) throws InterruptedException {
        try {
            Ring.Batch batch = feed.ring().read(number, AT_ONCE, patience);
            number = batch.next();
            followed = true;
            if (batch.changes().isEmpty() && feed.ring().closed()) {
                return new Step.Ended();
            }
            return new Step.Edits(sifted(batch.changes()));
        } catch (Ring.Overtaken e) {
            if (followed) {
                return new Step.Cut();
            }
            live = false;
            return fromPast(patience);
        }
    }

    private Step fromPast(Duration patience) throws InterruptedException {
        if (feed.ring().closed()) {
            return new Step.Ended();
        }
        PastReader open = reader;
        if (open == null) {
            Optional<PastReader> opened = past.open(feed.topics(), patience);
            if (opened.isEmpty()) {
                return new Step.Edits(List.of());
            }
            open = opened.get();
            reader = open;
            open.begin(position);
        }
        PastReader.Batch batch = open.read(patience.compareTo(READ) < 0 ? patience : READ);
        List<Edit> edits = sifted(batch.changes());
        position.reach(batch.end());
        return new Step.Edits(edits);
    }

    private List<Edit> sifted(List<Change> changes) {
        List<Edit> edits = new ArrayList<>();
        for (Change change : changes) {
            if (!position.isPast(change.slot(), change.offset())) {
                position.reach(change.slot(), change.offset() + 1);
                sieve.edit(change, this::position).ifPresent(edits::add);
            }
        }
        return edits;
    }

    /** Gives back what it reads with. */
    @Override
    public void close() {
        PastReader open = reader;
        reader = null;
        if (open != null) {
            past.giveBack(open);
        }
    }
}
