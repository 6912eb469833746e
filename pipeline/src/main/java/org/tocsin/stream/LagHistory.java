package org.tocsin.stream;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How long ago everything that was there then had been read, of one partition: each measure notes where the partition ended, and
 * what lies before the present position was read. Not thread-safe.
 */
final class LagHistory {
    /** With a measure each half second, the last half hour of what waits; of older measures the oldest stays. */
    private static final int LONGEST = 3_600;

    private final Deque<Measure> measures = new ArrayDeque<>();
    private long began = Long.MIN_VALUE;
    private long lag;
    private boolean filled;

    private record Measure(long at, long end) {}

    /**
     * Takes a measure.
     *
     * @param now milliseconds
     * @param position up to where everything was read, exclusive
     * @param end offset of the next record that is published
     * @param slack how many offsets may be left though nothing waits, such as the marker of a transaction
     */
    void measure(long now, long position, long end, long slack) {
        if (began == Long.MIN_VALUE) {
            began = now;
        }
        measures.addLast(new Measure(now, end));
        if (measures.size() > LONGEST) {
            Measure oldest = measures.removeFirst();
            measures.removeFirst();
            measures.addFirst(oldest);
        }
        long readUntil = began;
        while (!measures.isEmpty() && measures.peekFirst().end <= position + slack) {
            readUntil = measures.removeFirst().at;
            began = readUntil;
        }
        filled = filled || position + slack >= end;
        lag = position + slack >= end ? 0 : now - readUntil;
    }

    /** By how many milliseconds what was read may be behind; at least so many where nothing had been read up to an end that is known. */
    long lag() {
        return lag;
    }

    /** Whether everything that was there had been read at some measure. */
    boolean filled() {
        return filled;
    }
}
