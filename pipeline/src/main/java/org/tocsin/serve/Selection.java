package org.tocsin.serve;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.EventTime;

/**
 * The conditions that events and incidents are selected by.
 *
 * @param eventType only this type
 * @param country only this country (ISO 3166-1 alpha-2)
 * @param from only what took place on this day or later
 * @param to only what took place on this day or before
 * @param limit how many are answered
 */
record Selection(
        Optional<String> eventType,
        Optional<String> country,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        int limit) {
    /** Names of the parameters that say these conditions. */
    static final List<String> PARAMETERS = List.of("event_type", "country", "from", "to", "limit");

    private static final int LIMIT = 100;
    private static final int HIGHEST_LIMIT = 10_000;

    /**
     * Reads the conditions.
     *
     * @param eventTypes the names that there are
     */
    static Selection of(PlainParameters parameters, Collection<String> eventTypes) {
        return new Selection(
                parameters.oneOf("event_type", eventTypes),
                parameters.country("country"),
                parameters.day("from"),
                parameters.day("to"),
                parameters.number("limit", LIMIT, 1, HIGHEST_LIMIT));
    }

    /** Whether these values meet the conditions. What has no date meets none on days. */
    boolean takes(String type, String place, @Nullable EventTime date) {
        return eventType.map(type::equals).orElse(true)
                && country.map(place::equals).orElse(true)
                && from.map(day -> date != null && !date.getEnd().isBefore(day)).orElse(true)
                && to.map(day -> date != null && !date.getStart().isAfter(day)).orElse(true);
    }
}
