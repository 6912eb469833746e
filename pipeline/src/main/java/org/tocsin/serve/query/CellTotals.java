package org.tocsin.serve.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow;
import org.tocsin.schema.RollupTotals;

/** Totals from the store of rollups, which knows days, event types and its dimensions. Not thread-safe. */
final class CellTotals implements BiConsumer<String, RollupTotals> {
    /** Over more days more cells are read than rows of incidents would be. */
    static final int MOST_DAYS = 92;

    private static final int LAST_YEAR = 9999;

    private final Filter filter;
    private final Aggregation aggregation;
    private final RollupDimension dimension;
    private final Totals totals;

    CellTotals(Filter filter, Aggregation aggregation) {
        this.filter = filter;
        this.aggregation = aggregation;
        this.dimension = dimension(aggregation).orElseThrow();
        this.totals =
                new Totals(new TimeBuckets(aggregation), aggregation.groups().size());
    }

    /** Whether the store of rollups gives the same totals as the incidents would, and sooner. */
    static boolean answers(Filter filter, Aggregation aggregation) {
        return dimension(aggregation).isPresent() && asksDaysAndTypesOnly(filter) && isShort(filter);
    }

    /** The cells of the days asked for. */
    RollupWindow.KeyRange keys() {
        return new RollupWindow(
                        start(filter.from().orElseThrow()),
                        start(filter.to().orElseThrow().plusDays(1)))
                .keys(aggregation.clock(), dimension);
    }

    @Override
    public void accept(String key, RollupTotals cell) {
        RollupKey name = RollupKey.parse(key);
        if (filter.eventTypes().isEmpty() || filter.eventTypes().contains(name.eventType())) {
            long time = aggregation.clock().start(name.bucket()).toEpochMilli();
            totals.add(time, value(name, 0), value(name, 1), cell, null);
        }
    }

    List<AggregateRow> rows() {
        return totals.rows();
    }

    private String value(RollupKey name, int group) {
        List<Aggregation.Group> groups = aggregation.groups();
        if (group >= groups.size()) {
            return Totals.none();
        }
        return groups.get(group) == Aggregation.Group.EVENT_TYPE ? name.eventType() : name.value();
    }

    /** The one dimension that is grouped by, beside event types; countries where there is none, which hold each incident once. */
    private static Optional<RollupDimension> dimension(Aggregation aggregation) {
        List<Aggregation.Group> others = new ArrayList<>(aggregation.groups());
        others.removeIf(group -> group == Aggregation.Group.EVENT_TYPE);
        if (others.isEmpty()) {
            return Optional.of(RollupDimension.COUNTRY);
        }
        return others.size() > 1 ? Optional.empty() : Optional.ofNullable(dimension(others.get(0)));
    }

    /** Divisions and towns are answered with their positions, which the store does not keep. */
    private static @Nullable RollupDimension dimension(Aggregation.Group group) {
        return switch (group) {
            case COUNTRY -> RollupDimension.COUNTRY;
            case ACTOR -> RollupDimension.ACTOR;
            case SPEAKER_TARGET -> RollupDimension.SPEAKER_TARGET;
            case EVENT_TYPE, ADMIN1, TOWN, METHOD, STATUS, SOURCE, CELL -> null;
        };
    }

    private static boolean asksDaysAndTypesOnly(Filter filter) {
        return Filter.NONE.on(filter.from(), filter.to(), filter.eventTypes()).equals(filter);
    }

    private static boolean isShort(Filter filter) {
        return filter.from().isPresent()
                && filter.to().isPresent()
                && !filter.to().get().isBefore(filter.from().get())
                && ChronoUnit.DAYS.between(filter.from().get(), filter.to().get()) < MOST_DAYS
                && filter.from().get().getYear() >= 0
                && filter.to().get().getYear() < LAST_YEAR;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
