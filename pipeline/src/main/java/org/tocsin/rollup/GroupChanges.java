package org.tocsin.rollup;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.schema.RollupTotals;

/** Sorts the totals of two windows by group and day and compares the windows. Not thread-safe. */
public final class GroupChanges {
    private final RollupBaseline baseline;
    private final RollupMetric metric;
    private final Map<String, long[]> daysByGroup = new HashMap<>();

    /**
     * No totals yet.
     *
     * @param baseline the windows
     * @param metric what is compared
     */
    public GroupChanges(RollupBaseline baseline, RollupMetric metric) {
        this.baseline = baseline;
        this.metric = metric;
    }

    /** Adds totals of a group and day; days outside of the windows are left out. */
    public void add(String group, LocalDate day, RollupTotals totals) {
        int number = baseline.number(day);
        if (number >= 0 && number < baseline.days()) {
            daysByGroup.computeIfAbsent(group, name -> new long[baseline.days()])[number] += metric.of(totals);
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
