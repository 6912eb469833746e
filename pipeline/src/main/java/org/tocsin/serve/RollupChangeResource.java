package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tocsin.rollup.GroupChanges;
import org.tocsin.rollup.RollupBaseline;
import org.tocsin.rollup.RollupChange;

/** {@code /v1/rollups/change}: the last days against the days before, the clearest changes first. */
final class RollupChangeResource implements PlainResource {
    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;

    private final Stores stores;
    private final Clock now;

    RollupChangeResource(Stores stores, Clock now) {
        this.stores = stores;
        this.now = now;
    }

    @Override
    public String path() {
        return "/v1/rollups/change";
    }

    @Override
    public String summary() {
        return "The last days against the days before, by group: up, down, no_clear_change or too_few to say.";
    }

    @Override
    public List<String> parameters() {
        return List.of("recent", "baseline", "end", "clock", "group_by", "metric", "event_type", "limit");
    }

    @Override
    public void answer(Context ctx, PlainParameters parameters) {
        RollupQuestion question = RollupQuestion.of(parameters);
        RollupBaseline baseline = baseline(parameters, question);
        GroupChanges changes = new GroupChanges(baseline, question.metric(), question.eventType());
        boolean complete = stores.rollups(baseline.window().keys(question.clock(), question.dimension()), changes);
        List<Map.Entry<String, RollupChange>> groups = changes.clearestFirst();

        Envelope envelope = new Envelope(complete, groups.size() > question.limit());
        groups.stream()
                .limit(question.limit())
                .forEach(group -> envelope.add(row(question, baseline, group.getKey(), group.getValue())));
        describe(envelope.meta(), baseline);
        question.describe(envelope.meta());
        envelope.send(ctx);
    }

    private RollupBaseline baseline(PlainParameters parameters, RollupQuestion question) {
        int recent = parameters.number("recent", WEEK, 1, RollupBaseline.MOST_DAYS);
        int before =
                parameters.number("baseline", FOUR_WEEKS, RollupBaseline.LEAST_BASELINE_DAYS, RollupBaseline.MOST_DAYS);
        Instant end = parameters.end("end").orElseGet(() -> newest(question));
        try {
            RollupBaseline baseline = new RollupBaseline(question.bucketEnd(end.minusNanos(1)), recent, before);
            if (RollupQuestion.isInCalendar(baseline.window())) {
                return baseline;
            }
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            // told below
        }
        throw Problem.badRequest("The parameter end cannot be " + end
                + "; it and all days before it that are asked for must lie in the years 1 to 9999");
    }

    /** The end of the newest bucket that holds anything, but of none that is still filling: a day that is half over looks quiet. */
    private Instant newest(RollupQuestion question) {
        Instant current = question.clock().start(question.clock().bucket(now.instant()));
        return question.newest(stores, current).orElse(current);
    }

    private static ObjectNode row(RollupQuestion question, RollupBaseline baseline, String group, RollupChange change) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(question.dimension().label(), group)
                .put("change", change.verdict().label())
                .put("recent", change.recent())
                .put("baseline", change.baseline())
                .put("recent_per_day", (double) change.recent() / baseline.recentDays())
                .put("baseline_per_day", (double) change.baseline() / baseline.baselineDays())
                .put("ratio", change.ratio())
                .put("probability", change.probability())
                .put("dispersion", change.dispersion());
    }

    private static void describe(ObjectNode meta, RollupBaseline baseline) {
        meta.put("baseline_start", baseline.window().start().toString());
        meta.put("start", baseline.recent().start().toString());
        meta.put("end", baseline.end().toString());
        meta.put("level", RollupChange.LEVEL);
        meta.put("least_counts", RollupChange.LEAST_COUNTS);
    }
}
