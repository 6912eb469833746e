package org.tocsin.incident;

import java.time.LocalDate;
import java.util.List;
import org.tocsin.schema.EventEnvelope;

/**
 * The unit of resolution: the events of one country, one day and one family. Only events of one block can be about one incident.
 *
 * @param country country key of the reports
 * @param day day of the events (UTC)
 * @param family family of the event types
 */
record Block(String country, LocalDate day, EventFamily family) {
    private static final int SEGMENTS = 3;

    /** The block of an account. */
    static Block of(Account account) {
        return new Block(account.first().getCountry(), account.day(), account.family());
    }

    /** The block that a key of a mention or incident belongs to. */
    static Block ofKey(String key) {
        List<String> segments = StoreKey.segments(key);
        if (segments.size() <= SEGMENTS) {
            throw new IllegalArgumentException("No key of a mention or incident: " + key);
        }
        return new Block(segments.get(0), LocalDate.parse(segments.get(1)), EventFamily.valueOf(segments.get(2)));
    }

    /** What the keys of all mentions, or of all incidents, of the block begin with. */
    String prefix() {
        return StoreKey.below(country, day.toString(), family.name());
    }

    /** Key of one event of the block. */
    String mentionKey(EventEnvelope event) {
        return StoreKey.of(country, day.toString(), family.name(), event.getArticleId(), event.getEventId());
    }

    /** Key of one incident of the block. */
    String incidentKey(String incidentId) {
        return StoreKey.of(country, day.toString(), family.name(), incidentId);
    }
}
