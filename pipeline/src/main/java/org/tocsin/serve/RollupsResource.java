package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.rollup.RollupClock;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupMetric;
import org.tocsin.rollup.RollupWindow;
import org.tocsin.rollup.RollupWindow.KeyRange;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.Answer;

/** {@code /v1/rollups}: totals over a rolling window of time, the largest first. */
final class RollupsResource implements Resource {
    private static final String SEVEN_DAYS = "P7D";
    private static final int GROUPS = 100;
    private static final int MOST_GROUPS = 10_000;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private final Stores stores;
    private final Clock now;

    RollupsResource(Stores stores, Clock now) {
        this.stores = stores;
        this.now = now;
    }

    @Override
    public String path() {
        return "/v1/rollups";
    }

    @Override
    public String summary() {
        return "Totals of incidents over a rolling window, by country, division, town, actor or speaker and target.";
    }

    @Override
    public List<String> parameters() {
        return List.of("window", "end", "clock", "group_by", "metric", "event_type", "limit");
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        RollupClock clock = choice(parameters, "clock", RollupClock.values(), RollupClock.OCCURRED);
        RollupDimension dimension = choice(parameters, "group_by", RollupDimension.values(), RollupDimension.COUNTRY);
        RollupMetric metric = choice(parameters, "metric", RollupMetric.values(), RollupMetric.EVENTS);
        Optional<String> type = parameters.oneOf(
                "event_type", EventTypes.ALL.stream().map(EventType::name).toList());
        int limit = parameters.number("limit", GROUPS, 1, MOST_GROUPS);
        RollupWindow window = window(parameters, clock, dimension);

        Map<String, RollupTotals> totals = new TreeMap<>();
        Answer<Map.Entry<RollupKey, RollupTotals>> cells = stores.rollups(window.keys(clock, dimension));
        cells.items().forEach(cell -> {
            if (type.map(cell.getKey().eventType()::equals).orElse(true)) {
                totals.merge(cell.getKey().value(), cell.getValue(), Rollups::add);
            }
        });

        Envelope envelope = new Envelope(new Answer<>(cells.items(), totals.size() > limit, cells.complete()));
        totals.entrySet().stream()
                .filter(group -> group.getValue().getEvents() > 0)
                .sorted(Comparator.comparingLong((Map.Entry<String, RollupTotals> group) -> metric.of(group.getValue()))
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .forEach(group -> envelope.add(row(dimension, group.getKey(), metric, group.getValue())));
        describe(envelope.meta(), window, clock, dimension, metric);
        envelope.send(ctx);
    }

    private RollupWindow window(QueryParameters parameters, RollupClock clock, RollupDimension dimension) {
        String length = parameters.text("window").orElse(SEVEN_DAYS);
        Instant end = parameters.end("end").orElseGet(() -> newest(clock, dimension));
        try {
            RollupWindow window = RollupWindow.ending(length, end);
            if (window.start().isBefore(EARLIEST)) {
                throw new IllegalArgumentException("Buckets have four-digit years");
            }
            return window;
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "The parameter window cannot be '" + length
                            + "'; it is an ISO 8601 duration above zero, for example P7D or PT24H, that does not reach back beyond the year 1");
        }
    }

    /** End of the newest bucket that holds anything, but not later than the current one: old articles give an answer too. */
    private Instant newest(RollupClock clock, RollupDimension dimension) {
        Instant current = bucketEnd(clock, clock.bucket(now.instant()));
        KeyRange untilNow = new RollupWindow(EARLIEST, current).keys(clock, dimension);
        List<Map.Entry<RollupKey, RollupTotals>> cells =
                stores.rollups(untilNow).items();
        return cells.isEmpty()
                ? current
                : bucketEnd(clock, cells.get(cells.size() - 1).getKey().bucket());
    }

    private static Instant bucketEnd(RollupClock clock, String bucket) {
        return clock.start(bucket).plus(1, clock.width());
    }

    private static <E extends Enum<E>> E choice(QueryParameters parameters, String name, E[] values, E byDefault) {
        List<String> labels = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return parameters
                .oneOf(name, labels)
                .map(label -> values[labels.indexOf(label)])
                .orElse(byDefault);
    }

    private static ObjectNode row(RollupDimension dimension, String group, RollupMetric metric, RollupTotals totals) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(dimension.label(), group);
        row.put("value", metric.of(totals));
        for (RollupMetric each : RollupMetric.values()) {
            row.put(each.label(), each.of(totals));
        }
        return row;
    }

    private static void describe(
            ObjectNode meta, RollupWindow window, RollupClock clock, RollupDimension dimension, RollupMetric metric) {
        meta.put("start", window.start().toString());
        meta.put("end", window.end().toString());
        meta.put("first_bucket", window.firstBucket(clock));
        meta.put("last_bucket", window.lastBucket(clock));
        meta.put("clock", clock.label());
        meta.put("group_by", dimension.label());
        meta.put("metric", metric.label());
    }
}
