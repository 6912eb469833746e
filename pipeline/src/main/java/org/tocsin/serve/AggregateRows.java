package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.document.gazetteer.DivisionCodes;
import org.tocsin.rollup.RollupMetric;
import org.tocsin.serve.query.AggregateRow;
import org.tocsin.serve.query.Aggregation;
import org.tocsin.serve.query.Aggregation.Group;

/**
 * Writes and orders the rows of an aggregation.
 *
 * @param aggregation how they were summed
 * @param metric what is given as value
 */
record AggregateRows(Aggregation aggregation, RollupMetric metric) {
    private static final List<String> POSITION = List.of("lat", "lon");

    /** By bucket, within a bucket the largest value first; only the largest groups where {@code top} is less than their number. */
    List<AggregateRow> ordered(List<AggregateRow> rows, int top) {
        Set<List<String>> largest = largest(rows, top);
        return rows.stream()
                .filter(row -> largest.contains(row.groups()))
                .sorted(Comparator.comparing(AggregateRow::bucket)
                        .thenComparing(row -> metric.of(row.totals()), Comparator.reverseOrder())
                        .thenComparing(row -> String.join("\t", row.groups())))
                .toList();
    }

    private Set<List<String>> largest(List<AggregateRow> rows, int top) {
        Map<List<String>, Long> sums = new HashMap<>();
        rows.forEach(row -> sums.merge(row.groups(), metric.of(row.totals()), Long::sum));
        return new HashSet<>(sums.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Long>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> String.join("\t", entry.getKey())))
                .limit(top)
                .map(Map.Entry::getKey)
                .toList());
    }

    /** A row as callers see it. */
    Item item(AggregateRow row) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("bucket", row.bucket());
        for (int i = 0; i < row.groups().size(); i++) {
            String value = row.groups().get(i);
            Group group = aggregation.groups().get(i);
            json.put(AggregateParameters.label(group), value);
            if (isNamed(group)) {
                json.put("name", group == Group.ADMIN1 ? divisionName(value) : lastPart(value));
            }
        }
        json.put("value", metric.of(row.totals()));
        for (RollupMetric each : RollupMetric.values()) {
            json.put(each.label(), each.of(row.totals()));
        }
        AggregateRow.Position position = row.position();
        if (isPlaced()) {
            json.put("lat", position == null ? null : (Double) (position.lat() / position.count()));
            json.put("lon", position == null ? null : (Double) (position.lon() / position.count()));
        }
        return Item.row(json);
    }

    List<Column> columns() {
        List<String> names = new ArrayList<>(List.of("bucket"));
        for (Group group : aggregation.groups()) {
            names.add(AggregateParameters.label(group));
            if (isNamed(group)) {
                names.add("name");
            }
        }
        names.add("value");
        for (RollupMetric each : RollupMetric.values()) {
            names.add(each.label());
        }
        if (isPlaced()) {
            names.addAll(POSITION);
        }
        return Tables.of(names);
    }

    private boolean isPlaced() {
        return aggregation.groups().stream()
                .anyMatch(group -> group == Group.CELL || group == Group.ADMIN1 || group == Group.TOWN);
    }

    private static boolean isNamed(Group group) {
        return group == Group.ADMIN1 || group == Group.TOWN;
    }

    private static String divisionName(String value) {
        String name = DivisionCodes.shared().name(value);
        return name == null ? lastPart(value) : name;
    }

    private static String lastPart(String value) {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    static ObjectNode schema() {
        ObjectNode row = JsonSchemas.object();
        JsonSchemas.with(
                row,
                "bucket",
                JsonSchemas.described(
                        JsonSchemas.text(),
                        "2024-11-18T07, 2024-11-18 (for weeks their Monday), 2024-11, 2024 or all."));
        for (Group group : Group.values()) {
            JsonSchemas.withOptional(row, AggregateParameters.label(group), JsonSchemas.text());
        }
        JsonSchemas.withOptional(
                row, "name", JsonSchemas.described(JsonSchemas.text(), "Name of the division or town."));
        JsonSchemas.with(
                row, "value", JsonSchemas.described(JsonSchemas.wholeNumber(), "The metric that was asked for."));
        for (RollupMetric each : RollupMetric.values()) {
            JsonSchemas.with(row, each.label(), JsonSchemas.wholeNumber());
        }
        for (String each : POSITION) {
            JsonSchemas.withOptional(
                    row,
                    each,
                    JsonSchemas.described(
                            JsonSchemas.nullable(JsonSchemas.number(-180, 180)),
                            "Mean position of what is counted; of rows by division, town or cell."));
        }
        return row;
    }
}
