package org.tocsin.rollup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.RollupTotals;

/** Sorts the cells of two windows by group and day and compares the windows. Not thread-safe. */
public final class GroupChanges implements BiConsumer<RollupKey, RollupTotals> {
    private final RollupBaseline baseline;
    private final RollupMetric metric;
    private final @Nullable String eventType;
    private final Map<String, long[]> daysByGroup = new HashMap<>();

    /**
     * No cells yet.
     *
     * @param baseline the windows
     * @param metric what is compared
     * @param eventType the event type that counts; null for all
     */
    public GroupChanges(RollupBaseline baseline, RollupMetric metric, @Nullable String eventType) {
        this.baseline = baseline;
        this.metric = metric;
        this.eventType = eventType;
    }

    @Override
    public void accept(RollupKey cell, RollupTotals totals) {
        int day = baseline.day(cell.clock(), cell.bucket());
        boolean counts = eventType == null || eventType.equals(cell.eventType());
        if (counts && day >= 0 && day < baseline.days()) {
            daysByGroup.computeIfAbsent(cell.value(), group -> new long[baseline.days()])[day] += metric.of(totals);
        }
    }

    /** The groups with their changes: clear changes first, the least probable first, then the largest; equal ones by name. */
    public List<Map.Entry<String, RollupChange>> clearestFirst() {
        return daysByGroup.entrySet().stream()
                .map(group -> Map.entry(group.getKey(), change(group.getValue())))
                .filter(group -> group.getValue().recent() + group.getValue().baseline() > 0)
                .sorted(Comparator.comparing(
                                (Map.Entry<String, RollupChange> group) -> group.getValue(),
                                RollupChange.CLEAREST_FIRST)
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    private RollupChange change(long[] days) {
        int split = baseline.baselineDays();
        return RollupChange.of(Arrays.copyOfRange(days, split, days.length), Arrays.copyOf(days, split));
    }
}
