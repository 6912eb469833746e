package org.tocsin.serve.feed;

import java.util.Arrays;

/**
 * A place in a feed: for each partition the offset of the record that comes next. Not thread-safe; whoever hands one on hands on a
 * {@link #copy}.
 */
final class Position {
    private final long[] next;

    Position(long[] next) {
        this.next = next.clone();
    }

    Position copy() {
        return new Position(next);
    }

    int slots() {
        return next.length;
    }

    long next(int slot) {
        return next[slot];
    }

    /** Whether a record lies before this place. */
    boolean isPast(int slot, long offset) {
        return offset < next[slot];
    }

    /** Goes on to an offset; never back. */
    void reach(int slot, long offset) {
        next[slot] = Math.max(next[slot], offset);
    }

    /** Goes on to another place, where that is further. */
    void reach(Position other) {
        for (int slot = 0; slot < next.length; slot++) {
            reach(slot, other.next[slot]);
        }
    }

    /** Whether this place is as far as another in every partition. */
    boolean reaches(Position other) {
        for (int slot = 0; slot < next.length; slot++) {
            if (next[slot] < other.next[slot]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Position position && Arrays.equals(next, position.next);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(next);
    }

    @Override
    public String toString() {
        return Arrays.toString(next);
    }
}
