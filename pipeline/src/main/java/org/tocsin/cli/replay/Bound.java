package org.tocsin.cli.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Where a range of a topic begins or ends. */
public sealed interface Bound {
    /**
     * The first record of each partition with this time or a later one.
     *
     * @param time when the record was written
     */
    record AtTime(Instant time) implements Bound {}

    /**
     * This record of each partition.
     *
     * @param offset its number, 0 or more
     */
    record AtOffset(long offset) implements Bound {}

    /** The first record that the topic holds. */
    record Beginning() implements Bound {}

    /** Behind the last record that the topic holds now. */
    record End() implements Bound {}

    /**
     * The bound that a text names: an offset, a day (its first moment, UTC) or a time with offset.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    static Bound parse(String text) {
        if (text.matches("\\d{1,18}")) {
            return new AtOffset(Long.parseLong(text));
        }
        try {
            return new AtTime(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither an offset (1200), a day (2026-11-18) nor a time (2026-11-18T12:00:00Z)",
                    e);
        }
    }
}
