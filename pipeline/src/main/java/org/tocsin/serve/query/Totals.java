package org.tocsin.serve.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.RollupTotals;

/** Sums by bucket and group. Not thread-safe. */
final class Totals {
    private static final String NONE = "";

    private final TimeBuckets buckets;
    private final int groups;
    private final Map<Cell, Sum> sums = new HashMap<>();

    private record Cell(long bucket, String first, String second) {}

    /**
     * Nothing yet.
     *
     * @param groups how many values each cell is named by, 0 to 2
     */
    Totals(TimeBuckets buckets, int groups) {
        this.buckets = buckets;
        this.groups = groups;
    }

    /** Adds totals to the cell of a time and group values; those that are not grouped by are empty. */
    void add(long time, String first, String second, RollupTotals totals, Row.@Nullable Point position) {
        sums.computeIfAbsent(new Cell(buckets.number(time), first, second), cell -> new Sum())
                .add(totals, position);
    }

    List<AggregateRow> rows() {
        List<AggregateRow> rows = new ArrayList<>(sums.size());
        sums.forEach((cell, sum) -> rows.add(new AggregateRow(
                buckets.name(cell.bucket),
                List.of(cell.first, cell.second).subList(0, groups),
                sum.totals(),
                sum.position())));
        return rows;
    }

    /** Value of a group that is not asked for. */
    static String none() {
        return NONE;
    }

    /** Rows of several instances, those of the same bucket and groups added up. */
    static List<AggregateRow> together(List<List<AggregateRow>> all) {
        if (all.size() == 1) {
            return all.get(0);
        }
        Map<List<String>, Sum> sums = new HashMap<>();
        for (List<AggregateRow> rows : all) {
            for (AggregateRow row : rows) {
                List<String> name = new ArrayList<>(row.groups());
                name.add(0, row.bucket());
                sums.computeIfAbsent(name, unseen -> new Sum()).add(row);
            }
        }
        List<AggregateRow> together = new ArrayList<>(sums.size());
        sums.forEach((name, sum) -> together.add(
                new AggregateRow(name.get(0), name.subList(1, name.size()), sum.totals(), sum.position())));
        return together;
    }

    private static final class Sum {
        private long events;
        private long killedBest;
        private long killedLow;
        private long killedHigh;
        private long injuredBest;
        private long injuredLow;
        private long injuredHigh;
        private long intercepted;
        private long launched;
        private double lat;
        private double lon;
        private long positions;

        void add(AggregateRow row) {
            add(row.totals(), null);
            if (row.position() != null) {
                lat += row.position().lat();
                lon += row.position().lon();
                positions += row.position().count();
            }
        }

        void add(RollupTotals more, Row.@Nullable Point position) {
            events += more.getEvents();
            killedBest += more.getKilledBest();
            killedLow += more.getKilledLow();
            killedHigh += more.getKilledHigh();
            injuredBest += more.getInjuredBest();
            injuredLow += more.getInjuredLow();
            injuredHigh += more.getInjuredHigh();
            intercepted += more.getIntercepted();
            launched += more.getLaunched();
            if (position != null) {
                lat += position.lat();
                lon += position.lon();
                positions++;
            }
        }

        RollupTotals totals() {
            return new RollupTotals(
                    events,
                    killedBest,
                    killedLow,
                    killedHigh,
                    injuredBest,
                    injuredLow,
                    injuredHigh,
                    intercepted,
                    launched);
        }

        AggregateRow.@Nullable Position position() {
            return positions == 0 ? null : new AggregateRow.Position(lat, lon, positions);
        }
    }
}
