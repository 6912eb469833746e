package org.tocsin.serve.query;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.RollupTotals;

/**
 * The totals of one bucket and group. Rows of the same bucket and groups from several instances add up.
 *
 * @param bucket name of the bucket: 2024-11-18, 2024-11-18T07, 2024-11 or 2024; for weeks their Monday; {@code all} for one bucket
 * @param groups value of each group in the order asked for
 * @param totals what is summed
 * @param position where its incidents lie, for rows by division, town or cell; null for others and where none has a position
 */
public record AggregateRow(
        String bucket,
        List<String> groups,
        RollupTotals totals,
        @Nullable Position position) {
    /** Keeps a copy of the groups. */
    public AggregateRow {
        groups = List.copyOf(groups);
    }

    /**
     * Sum of positions, from which their mean follows.
     *
     * @param lat sum of latitudes, degrees
     * @param lon sum of longitudes, degrees
     * @param count how many positions were summed, 1 or more
     */
    public record Position(double lat, double lon, long count) {}
}
