package org.tocsin.rollup;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.RollupTotals;

/** Sums the cells of a window by group. Not thread-safe. */
public final class GroupTotals implements BiConsumer<RollupKey, RollupTotals> {
    private final @Nullable String eventType;
    private final Map<String, RollupTotals> groups = new HashMap<>();

    /**
     * No cells yet.
     *
     * @param eventType the event type that counts; null for all
     */
    public GroupTotals(@Nullable String eventType) {
        this.eventType = eventType;
    }

    @Override
    public void accept(RollupKey cell, RollupTotals totals) {
        if (eventType == null || eventType.equals(cell.eventType())) {
            groups.merge(cell.value(), totals, Rollups::add);
        }
    }

    /** The groups that hold anything, the largest by the metric first, equal ones by name. */
    public List<Map.Entry<String, RollupTotals>> largestFirst(RollupMetric metric) {
        return groups.entrySet().stream()
                .filter(group -> group.getValue().getEvents() > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, RollupTotals> group) -> metric.of(group.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
