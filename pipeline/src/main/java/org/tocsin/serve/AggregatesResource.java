package org.tocsin.serve;

import static org.tocsin.serve.AnswerFormat.CSV;
import static org.tocsin.serve.AnswerFormat.GEOJSON;
import static org.tocsin.serve.AnswerFormat.JSON;
import static org.tocsin.serve.AnswerFormat.NDJSON;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.rollup.RollupMetric;
import org.tocsin.serve.query.AggregateRow;
import org.tocsin.serve.query.Aggregation;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Holdings;

/** {@code /v1/aggregates}: sums of incidents by time and group. */
final class AggregatesResource implements Resource {
    private static final List<AnswerFormat> FORMATS = List.of(JSON, CSV, NDJSON, GEOJSON);

    private final Holdings holdings;
    private final Clock now;
    private final Operation operation;

    AggregatesResource(Holdings holdings, Clock now) {
        this.holdings = holdings;
        this.now = now;
        this.operation = Operation.get(
                "/v1/aggregates",
                "Sums of the incidents that stand, by time and up to two groups, as flat rows.",
                parameters(),
                Reply.ofState(Replies.items(
                        "Rows by bucket, within a bucket the largest value first.", FORMATS, AggregateRows.schema())));
    }

    private static List<Parameter<?>> parameters() {
        List<Parameter<?>> parameters = new ArrayList<>(List.of(
                AggregateParameters.CLOCK,
                AggregateParameters.BUCKET,
                AggregateParameters.GROUP_BY,
                AggregateParameters.ZOOM,
                AggregateParameters.METRIC,
                AggregateParameters.TOP));
        parameters.addAll(FilterParameters.ALL);
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
        Aggregation aggregation = AggregateParameters.aggregation(parameters);
        RollupMetric metric = parameters.get(AggregateParameters.METRIC);
        int limit = parameters.get(PagingParameters.LIMIT);
        int top = parameters.find(AggregateParameters.TOP).orElse(Integer.MAX_VALUE);
        Filter filter = FilterParameters.filter(
                parameters, new NewestBucket(holdings, aggregation.clock(), NewestBucket.today(now)));

        Answered<List<AggregateRow>> answer = holdings.aggregates(filter, aggregation);
        AggregateRows rows = new AggregateRows(aggregation, metric);
        List<AggregateRow> ordered = rows.ordered(answer.value(), top);
        new Listing(
                        ordered.stream().limit(limit).map(rows::item).toList(),
                        rows.columns(),
                        answer.coverage(),
                        ordered.size(),
                        null,
                        meta(filter, aggregation, metric))
                .send(ctx, format);
    }

    private static ObjectNode meta(Filter filter, Aggregation aggregation, RollupMetric metric) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        filter.from().ifPresent(day -> meta.put("from", day.toString()));
        filter.to().ifPresent(day -> meta.put("to", day.toString()));
        return meta.put("clock", AggregateParameters.label(aggregation.clock()))
                .put("bucket", AggregateParameters.label(aggregation.bucket()))
                .put("metric", metric.label());
    }
}
