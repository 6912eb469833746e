package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tocsin.rollup.RollupBaseline;
import org.tocsin.rollup.RollupChange;
import org.tocsin.serve.query.Aggregation.Group;

/**
 * Writes the rows of a comparison.
 *
 * @param group name of what is grouped by
 * @param baseline the windows
 */
record ChangeRows(String group, RollupBaseline baseline) {
    Item item(Map.Entry<String, RollupChange> entry) {
        RollupChange change = entry.getValue();
        return Item.row(JsonNodeFactory.instance
                .objectNode()
                .put(group, entry.getKey())
                .put("change", change.verdict().label())
                .put("recent", change.recent())
                .put("baseline", change.baseline())
                .put("recent_per_day", (double) change.recent() / baseline.recentDays())
                .put("baseline_per_day", (double) change.baseline() / baseline.baselineDays())
                .put("ratio", change.ratio())
                .put("probability", change.probability())
                .put("dispersion", change.dispersion()));
    }

    List<Column> columns() {
        return Tables.of(List.of(
                group,
                "change",
                "recent",
                "baseline",
                "recent_per_day",
                "baseline_per_day",
                "ratio",
                "probability",
                "dispersion"));
    }

    ObjectNode meta() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("baseline_from", baseline.firstDay().toString())
                .put("from", baseline.firstRecentDay().toString())
                .put("to", baseline.lastDay().toString())
                .put("level", RollupChange.LEVEL)
                .put("least_counts", RollupChange.LEAST_COUNTS);
    }

    static ObjectNode schema() {
        ObjectNode row = JsonSchemas.object();
        for (Group group : Group.values()) {
            if (group != Group.CELL) {
                JsonSchemas.withOptional(row, AggregateParameters.label(group), JsonSchemas.text());
            }
        }
        JsonSchemas.with(
                row,
                "change",
                JsonSchemas.oneOf(Arrays.stream(RollupChange.Verdict.values())
                        .map(RollupChange.Verdict::label)
                        .toList()));
        JsonSchemas.with(row, "recent", JsonSchemas.wholeNumber());
        JsonSchemas.with(row, "baseline", JsonSchemas.wholeNumber());
        JsonSchemas.with(row, "recent_per_day", JsonSchemas.number());
        JsonSchemas.with(row, "baseline_per_day", JsonSchemas.number());
        JsonSchemas.with(
                row,
                "ratio",
                JsonSchemas.described(
                        JsonSchemas.nullable(JsonSchemas.number()),
                        "Recent to baseline, per day; null where the baseline is nothing or both are too few."));
        JsonSchemas.with(row, "probability", JsonSchemas.number(0, 1));
        return JsonSchemas.with(row, "dispersion", JsonSchemas.number());
    }
}
