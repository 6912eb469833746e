package org.tocsin.arrival.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Unreadable;

/** Times as formats of news write them. What has no offset is UTC; a day stands for its first moment. */
public final class Times {
    /** 2026-11-18, 2026-11-18T12:00, 2026-11-18T12:00:00.000+02:00, with a space for the T too. */
    private static final DateTimeFormatter EXTENDED = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']HH:mm[:ss]")
            .optionalStart()
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    /** 20261118, 20261118T1200Z, 20261118T120000+0200: the form of NITF. */
    private static final DateTimeFormatter BASIC = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.BASIC_ISO_DATE)
            .optionalStart()
            .appendPattern("'T'HHmm[ss][XX][XXX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private Times() {}

    /**
     * The moment that a text names.
     *
     * @param text null or blank for none
     * @param field how the format calls it, for the message
     */
    public static @Nullable Instant parse(@Nullable String text, String field) throws Unreadable {
        if (text == null || text.isBlank()) {
            return null;
        }
        Instant instant = read(text.strip());
        if (instant == null) {
            throw new Unreadable(
                    "its " + field
                            + " is no date or time of ISO 8601, such as 2026-11-18 or 2026-11-18T12:00:00Z; correct it or leave it out");
        }
        return instant;
    }

    /** The moment that a text names; null where it names none. */
    public static @Nullable Instant read(String text) {
        for (DateTimeFormatter format :
                new DateTimeFormatter[] {EXTENDED, BASIC, DateTimeFormatter.RFC_1123_DATE_TIME}) {
            try {
                TemporalAccessor read =
                        format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
                return instant(read);
            } catch (DateTimeException e) {
                continue; // the next form
            }
        }
        return null;
    }

    private static Instant instant(TemporalAccessor read) {
        if (read instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        return read instanceof LocalDateTime time
                ? time.toInstant(ZoneOffset.UTC)
                : LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
