package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tocsin.rollup.GroupTotals;
import org.tocsin.rollup.RollupMetric;
import org.tocsin.rollup.RollupWindow;
import org.tocsin.schema.RollupTotals;

/** {@code /v1/rollups}: totals over a rolling window of time, the largest first. */
final class RollupsResource implements PlainResource {
    private static final String SEVEN_DAYS = "P7D";

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
    public void answer(Context ctx, PlainParameters parameters) {
        RollupQuestion question = RollupQuestion.of(parameters);
        RollupWindow window = window(parameters, question);
        GroupTotals totals = new GroupTotals(question.eventType());
        boolean complete = stores.rollups(window.keys(question.clock(), question.dimension()), totals);
        List<Map.Entry<String, RollupTotals>> groups = totals.largestFirst(question.metric());

        Envelope envelope = new Envelope(complete, groups.size() > question.limit());
        groups.stream()
                .limit(question.limit())
                .forEach(group -> envelope.add(row(question, group.getKey(), group.getValue())));
        ObjectNode meta = envelope.meta();
        meta.put("start", window.start().toString());
        meta.put("end", window.end().toString());
        meta.put("first_bucket", window.firstBucket(question.clock()));
        meta.put("last_bucket", window.lastBucket(question.clock()));
        question.describe(meta);
        envelope.send(ctx);
    }

    private RollupWindow window(PlainParameters parameters, RollupQuestion question) {
        String length = parameters.text("window").orElse(SEVEN_DAYS);
        Instant end = parameters.end("end").orElseGet(() -> newest(question));
        try {
            RollupWindow window = RollupWindow.ending(length, end);
            if (RollupQuestion.isInCalendar(window)) {
                return window;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw Problem.badRequest(
                "The parameter window cannot be '" + length
                        + "'; it is an ISO 8601 duration above zero, for example P7D or PT24H, that does not reach back beyond the year 1");
    }

    /** End of the newest bucket that holds anything, but not later than the current one: old articles give an answer too. */
    private Instant newest(RollupQuestion question) {
        Instant current = question.bucketEnd(now.instant());
        return question.newest(stores, current).orElse(current);
    }

    private static ObjectNode row(RollupQuestion question, String group, RollupTotals totals) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(question.dimension().label(), group);
        row.put("value", question.metric().of(totals));
        for (RollupMetric each : RollupMetric.values()) {
            row.put(each.label(), each.of(totals));
        }
        return row;
    }
}
