package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The conditions that events and incidents are selected by; all must be met. An empty set or value is no condition.
 *
 * @param box where it took place
 * @param from it took place on this day or later
 * @param to it took place on this day or before
 * @param eventTypes names of event types
 * @param countries ISO 3166-1 alpha-2 codes of the place, for statements of the speaker
 * @param divisions ISO 3166-2 codes of the first-order division
 * @param actor part of the canonical name of who attacks, defends, takes or speaks, without case; two capital letters: its country
 * @param target part of the name of whom or what it is aimed at, without case; two capital letters: its country
 * @param speaker part of the canonical name of who speaks, without case; two capital letters: its country
 * @param methods names of methods of attack
 * @param source whole name of an outlet, without case
 * @param minKilled at least so many killed (best, else low)
 * @param minInjured at least so many injured (best, else low)
 * @param minConfidence at least so likely right, 0 to 1
 * @param statuses names of {@code EventStatus}
 * @param updatedSince changed at this moment or later
 * @param asOf as it was known at this moment
 * @param words words in lower case, each of which its sentences, place or names hold
 * @param articleId events of this article alone
 * @param incidentId events that report this incident alone
 */
public record Filter(
        Optional<Box> box,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<String> eventTypes,
        Set<String> countries,
        Set<String> divisions,
        Optional<String> actor,
        Optional<String> target,
        Optional<String> speaker,
        Set<String> methods,
        Optional<String> source,
        OptionalInt minKilled,
        OptionalInt minInjured,
        OptionalDouble minConfidence,
        Set<String> statuses,
        Optional<Instant> updatedSince,
        Optional<Instant> asOf,
        Set<String> words,
        Optional<String> articleId,
        Optional<String> incidentId) {
    /** No condition. */
    public static final Filter NONE = new Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty());

    /** This filter with other days. */
    public Filter on(Optional<LocalDate> first, Optional<LocalDate> last) {
        return on(first, last, eventTypes);
    }

    /** No condition but that it reports this incident. */
    public static Filter ofIncident(String id) {
        return new Filter(
                NONE.box,
                NONE.from,
                NONE.to,
                NONE.eventTypes,
                NONE.countries,
                NONE.divisions,
                NONE.actor,
                NONE.target,
                NONE.speaker,
                NONE.methods,
                NONE.source,
                NONE.minKilled,
                NONE.minInjured,
                NONE.minConfidence,
                NONE.statuses,
                NONE.updatedSince,
                NONE.asOf,
                NONE.words,
                NONE.articleId,
                Optional.of(id));
    }

    /** This filter with other days and event types. */
    public Filter on(Optional<LocalDate> first, Optional<LocalDate> last, Set<String> types) {
        return new Filter(
                box,
                first,
                last,
                types,
                countries,
                divisions,
                actor,
                target,
                speaker,
                methods,
                source,
                minKilled,
                minInjured,
                minConfidence,
                statuses,
                updatedSince,
                asOf,
                words,
                articleId,
                incidentId);
    }

    /**
     * A box on the map, WGS 84, its edges included.
     *
     * @param west longitude, -180 to 180; above {@code east} where the box crosses the antimeridian
     * @param south latitude, -90 to 90
     * @param east longitude, -180 to 180
     * @param north latitude, {@code south} to 90
     */
    public record Box(double west, double south, double east, double north) {}
}
