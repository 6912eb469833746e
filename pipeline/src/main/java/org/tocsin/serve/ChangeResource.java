package org.tocsin.serve;

import static org.tocsin.serve.AnswerFormat.CSV;
import static org.tocsin.serve.AnswerFormat.JSON;
import static org.tocsin.serve.AnswerFormat.NDJSON;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.rollup.GroupChanges;
import org.tocsin.rollup.RollupBaseline;
import org.tocsin.rollup.RollupChange;
import org.tocsin.rollup.RollupClock;
import org.tocsin.serve.query.AggregateRow;
import org.tocsin.serve.query.Aggregation;
import org.tocsin.serve.query.Aggregation.Group;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Holdings;

/** {@code /v1/aggregates/change}: the last days against the days before, the clearest changes first. */
final class ChangeResource implements Resource {
    private static final List<AnswerFormat> FORMATS = List.of(JSON, CSV, NDJSON);

    private static final Parameter<Integer> RECENT = Parameter.wholeNumber(
                    "recent", 1, RollupBaseline.MOST_DAYS, "How many last days are compared.", 7)
            .orElse(7, IntNode.valueOf(7));

    private static final Parameter<Integer> BASELINE = Parameter.wholeNumber(
                    "baseline",
                    RollupBaseline.LEAST_BASELINE_DAYS,
                    RollupBaseline.MOST_DAYS,
                    "With how many days before them.",
                    28)
            .orElse(28, IntNode.valueOf(28));

    private static final Parameter<LocalDate> END = Parameter.of(
            "datetime",
            JsonSchemas.pattern("(\\.\\.)?/.+"),
            "The last day: ../2024-11-20. Without it the newest day that holds anything, but not today: a day that is half over"
                    + " would look quiet.",
            "../2024-11-20",
            ChangeResource::end);

    private final Holdings holdings;
    private final Clock now;
    private final Operation operation;

    ChangeResource(Holdings holdings, Clock now) {
        this.holdings = holdings;
        this.now = now;
        this.operation = Operation.get(
                "/v1/aggregates/change",
                "The last days against the days before, by group: up, down, no_clear_change or too_few to say.",
                parameters(),
                Reply.ofState(
                        Replies.items("Clear changes first, the least probable first.", FORMATS, ChangeRows.schema())));
    }

    private static List<Parameter<?>> parameters() {
        List<Parameter<?>> parameters = new ArrayList<>(List.of(
                RECENT,
                BASELINE,
                AggregateParameters.CLOCK,
                AggregateParameters.ONE_GROUP,
                AggregateParameters.METRIC));
        for (Parameter<?> each : FilterParameters.ALL) {
            parameters.add(each.name().equals(END.name()) ? END : each);
        }
        parameters.addAll(List.of(PagingParameters.LIMIT, AnswerFormat.parameter(FORMATS)));
        return parameters;
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        AnswerFormat format = AnswerFormat.of(ctx, parameters, FORMATS);
        RollupClock clock = parameters.get(AggregateParameters.CLOCK);
        Group group = parameters.get(AggregateParameters.ONE_GROUP);
        int limit = parameters.get(PagingParameters.LIMIT);
        Filter filter = FilterParameters.undated(parameters);
        RollupBaseline baseline = baseline(parameters, filter, clock);

        GroupChanges changes = new GroupChanges(baseline, parameters.get(AggregateParameters.METRIC));
        Answered<List<AggregateRow>> days = holdings.aggregates(
                filter.on(Optional.of(baseline.firstDay()), Optional.of(baseline.lastDay())),
                new Aggregation(clock, Aggregation.Bucket.DAY, List.of(group), 0));
        days.value().forEach(row -> changes.add(row.groups().get(0), LocalDate.parse(row.bucket()), row.totals()));
        List<Map.Entry<String, RollupChange>> groups = changes.clearestFirst();
        ChangeRows rows = new ChangeRows(AggregateParameters.label(group), baseline);
        ObjectNode meta = rows.meta()
                .put("clock", AggregateParameters.label(clock))
                .put("metric", parameters.get(AggregateParameters.METRIC).label());
        new Listing(
                        groups.stream().limit(limit).map(rows::item).toList(),
                        rows.columns(),
                        days.coverage(),
                        groups.size(),
                        null,
                        meta)
                .send(ctx, format);
    }

    private RollupBaseline baseline(QueryParameters parameters, Filter filter, RollupClock clock) {
        LocalDate yesterday = NewestBucket.today(now).minusDays(1);
        LocalDate last = parameters.find(END).orElseGet(() -> new NewestBucket(holdings, clock, yesterday).of(filter));
        RollupBaseline baseline = new RollupBaseline(last, parameters.get(RECENT), parameters.get(BASELINE));
        if (baseline.firstDay().getYear() < 1) {
            throw Problem.badRequest("The parameter datetime cannot be ../" + last
                    + "; all days before it that are asked for must lie in the years 1 to 9999");
        }
        return baseline;
    }

    private static LocalDate end(String text) {
        DayInterval interval = DayInterval.parse(text);
        LocalDate to = interval.to();
        if (to == null || interval.from() != null) {
            throw new Parameter.Unreadable(
                    "it is the last day with an open start, for example ../2024-11-20; how many days are compared is said by"
                            + " recent and baseline");
        }
        return to;
    }
}
