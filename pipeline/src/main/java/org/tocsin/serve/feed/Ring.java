package org.tocsin.serve.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes of one collection, in the order in which they came, as many as the limits allow. One writes, many read; each
 * reader keeps the number of the change that it wants next. Thread-safe.
 */
final class Ring {
    private final Limits limits;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    /** The change of a number stands at that number modulo the length. */
    private final @Nullable Kept[] kept;

    private final Position start;
    private final Position end;
    private long bytes;
    private long added;
    private long oldest;
    private boolean closed;

    /**
     * How much is kept.
     *
     * @param changes number of changes
     * @param bytes bytes of their records as Kafka holds them
     */
    record Limits(int changes, long bytes) {}

    private record Kept(Change change, int bytes) {}

    /**
     * A ring that begins at a position.
     *
     * @param start where what it is told begins
     */
    Ring(Limits limits, Position start) {
        this.limits = limits;
        this.kept = new Kept[limits.changes()];
        this.start = start.copy();
        this.end = start.copy();
    }

    /**
     * What a reader gets.
     *
     * @param changes in their order
     * @param next number of the change behind them
     */
    record Batch(List<Change> changes, long next) {}

    /** Adds the change that a record tells, and drops the oldest ones beyond the limits. */
    void add(Change change, int size) {
        lock.lock();
        try {
            if (added - oldest == kept.length) {
                dropOldest();
            }
            kept[index(added)] = new Kept(change, size);
            added++;
            bytes += size;
            end.reach(change.slot(), change.offset() + 1);
            while (bytes > limits.bytes() && added - oldest > 1) {
                dropOldest();
            }
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void dropOldest() {
        Kept dropped = kept(oldest);
        kept[index(oldest)] = null;
        oldest++;
        bytes -= dropped.bytes();
        start.reach(dropped.change().slot(), dropped.change().offset() + 1);
    }

    private int index(long number) {
        return (int) (number % kept.length);
    }

    private Kept kept(long number) {
        return Objects.requireNonNull(kept[index(number)], "numbers from the oldest to the next have a change");
    }

    /** Says that everything before an offset was read, also where it told no change. */
    void reach(int slot, long offset) {
        lock.lock();
        try {
            end.reach(slot, offset);
        } finally {
            lock.unlock();
        }
    }

    /** The position behind everything that was read. */
    Position end() {
        lock.lock();
        try {
            return end.copy();
        } finally {
            lock.unlock();
        }
    }

    /** Number of the change that comes next. */
    long nextNumber() {
        lock.lock();
        try {
            return added;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Number of the first change that may lie behind a position; empty where the ring no longer holds all that does. Those from that
     * number on which lie before the position are for the reader to pass over.
     */
    OptionalLong numberAt(Position position) {
        lock.lock();
        try {
            return position.reaches(start) ? OptionalLong.of(oldest) : OptionalLong.empty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * The changes from a number on, as soon as there is one; none when the time is over or the ring closed.
     *
     * @param from number of the first change that is wanted
     * @param most how many at once
     * @param patience how long to wait for one
     * @throws Overtaken if that change is no longer kept
     */
    Batch read(long from, int most, Duration patience) throws InterruptedException, Overtaken {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (from >= added && !closed && left > 0) {
                left = grown.awaitNanos(left);
            }
            if (from < oldest) {
                throw new Overtaken();
            }
            List<Change> found = new ArrayList<>();
            for (long number = from; number < added && found.size() < most; number++) {
                found.add(kept(number).change());
            }
            return new Batch(found, from + found.size());
        } finally {
            lock.unlock();
        }
    }

    /** Whether nothing comes any more. */
    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Lets those who wait go. */
    void close() {
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A reader was slower than the ring. */
    static final class Overtaken extends Exception {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("what comes next is no longer kept");
        }
    }
}
