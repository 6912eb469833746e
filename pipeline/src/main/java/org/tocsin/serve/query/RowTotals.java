package org.tocsin.serve.query;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.RollupTotals;

/** Totals from rows: any filter, any groups. Not thread-safe. */
final class RowTotals implements Consumer<Row> {
    private static final List<String> ONE = List.of(Totals.none());

    private final RowFilter filter;
    private final Aggregation aggregation;
    private final Totals totals;
    private final boolean placed;

    RowTotals(Filter filter, Aggregation aggregation, Vocabulary vocabulary) {
        this.filter = RowFilter.ofTotals(filter, aggregation, vocabulary);
        this.aggregation = aggregation;
        this.totals =
                new Totals(new TimeBuckets(aggregation), aggregation.groups().size());
        this.placed = aggregation.groups().stream().anyMatch(Aggregation.Group::isPlaced);
    }

    @Override
    public void accept(Row row) {
        RollupTotals share = row.figures().totals();
        if (share == null || !row.stands() || !filter.test(row)) {
            return;
        }
        long time = RowFilter.time(row, aggregation.clock());
        for (String first : values(row, 0)) {
            for (String second : values(row, 1)) {
                totals.add(time, first, second, share, placed ? row.position() : null);
            }
        }
    }

    List<AggregateRow> rows() {
        return totals.rows();
    }

    private List<String> values(Row row, int group) {
        List<Aggregation.Group> groups = aggregation.groups();
        return group >= groups.size() ? ONE : values(row, groups.get(group));
    }

    private List<String> values(Row row, Aggregation.Group group) {
        return switch (group) {
            case EVENT_TYPE -> List.of(row.traits().eventType());
            case COUNTRY -> List.of(row.traits().country());
            case ADMIN1 -> known(row.traits().division());
            case TOWN -> row.groups().towns();
            case ACTOR -> row.groups().names();
            case SPEAKER_TARGET -> row.groups().dyads();
            case METHOD -> known(row.traits().method());
            case STATUS -> known(row.traits().status());
            case SOURCE -> row.sources();
            case CELL -> row.position() == null ? List.of() : List.of(MapCell.of(row.position(), aggregation.zoom()));
        };
    }

    private static List<String> known(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
