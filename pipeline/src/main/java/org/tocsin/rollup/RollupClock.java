package org.tocsin.rollup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Incident;

/** The two times by which incidents are summed, each with its width of bucket. Buckets are named in UTC and sort by time. */
public enum RollupClock {
    /** When the first report of the incident was published; a bucket is an hour, named like {@code 2024-11-18T14}. */
    REPORTED(ChronoUnit.HOURS, DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT)) {
        @Override
        public @Nullable Instant time(Incident incident) {
            return incident.getFirstReportedAt();
        }
    },
    /** When the incident took place (the first day meant); a bucket is a day, named like {@code 2024-11-18}. */
    OCCURRED(ChronoUnit.DAYS, DateTimeFormatter.ISO_LOCAL_DATE.withLocale(Locale.ROOT)) {
        @Override
        public @Nullable Instant time(Incident incident) {
            EventTime date = incident.getDate();
            return date == null
                    ? null
                    : date.getStart().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
    };

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private final ChronoUnit width;
    private final DateTimeFormatter names;

    RollupClock(ChronoUnit width, DateTimeFormatter names) {
        this.width = width;
        this.names = names;
    }

    /** Where an incident stands on this clock; null where it has no such time. */
    public abstract @Nullable Instant time(Incident incident);

    /** Whether the bucket of a moment has a name that sorts by time: years 0 to 9999. */
    public static boolean isNamed(Instant moment) {
        return !moment.isBefore(FIRST) && moment.isBefore(BEHIND_LAST);
    }

    /** Name of the bucket that holds a moment. */
    public String bucket(Instant moment) {
        return names.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** The first moment of a bucket, by its name. */
    public Instant start(String bucket) {
        return this == REPORTED
                ? LocalDateTime.parse(bucket, names.withZone(ZoneOffset.UTC)).toInstant(ZoneOffset.UTC)
                : LocalDate.parse(bucket).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** How long a bucket is. */
    public ChronoUnit width() {
        return width;
    }

    /** Lower-case name, as keys and queries write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
