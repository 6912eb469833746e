package org.tocsin.serve.query;

import org.jspecify.annotations.Nullable;

/**
 * Which page of which order.
 *
 * @param sort what the items are ordered by; ties go by identifier, so that the order is total
 * @param direction which end comes first
 * @param limit most items on the page, 1 to 10,000
 * @param cursor where the page before ended, as {@link Slice#next()} gave it; null for the first page
 */
public record Paging(
        Sort sort, Direction direction, int limit, @Nullable String cursor) {
    /** What items can be ordered by; items without a value come last in either direction. */
    public enum Sort {
        /** When it was last reported. */
        REPORTED_AT,
        /** First day on which it took place. */
        DATE,
        /** Killed (best, else low). */
        KILLED,
        /** Injured (best, else low). */
        INJURED,
        /** When the latest change became known. */
        UPDATED_AT,
        /** How likely it is right. */
        CONFIDENCE
    }

    /** Which end comes first. */
    public enum Direction {
        /** The lowest first. */
        ASCENDING,
        /** The highest first. */
        DESCENDING
    }
}
