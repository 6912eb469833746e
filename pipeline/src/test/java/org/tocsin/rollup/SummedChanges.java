package org.tocsin.rollup;

import java.util.Map;
import java.util.TreeMap;
import org.tocsin.incident.IncidentChange;
import org.tocsin.schema.RollupTotals;

/** Cells in a map, which follow changes of incidents as the stream's store does. */
final class SummedChanges {
    private final Map<String, RollupTotals> cells = new TreeMap<>();

    void add(IncidentChange change) {
        Rollups.change(change)
                .forEach((key, delta) -> cells.merge(key.encode(), delta, (before, difference) -> {
                    RollupTotals total = Rollups.add(before, difference);
                    return total.equals(Rollups.zero()) ? null : total;
                }));
    }

    Map<String, RollupTotals> cells() {
        return cells;
    }
}
