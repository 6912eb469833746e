package org.tocsin.stream;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.rollup.HistoryCoder;
import org.tocsin.rollup.RollupClock;
import org.tocsin.schema.Incident;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.serve.InstancesResource;
import org.tocsin.serve.Operation;
import org.tocsin.serve.QueryParameters;
import org.tocsin.serve.Resource;
import org.tocsin.serve.query.AggregateRow;
import org.tocsin.serve.query.Aggregation;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.ClusterHoldings;
import org.tocsin.serve.query.Coverage;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Paging;
import org.tocsin.serve.query.Slice;

/**
 * An instance in a process of its own, to be killed, that reads made-up articles. Argument: a properties file. {@value #PATH} lists the
 * newest incidents, says how many there are, and how many there are by the totals.
 */
final class InstanceChild {
    static final String PATH = "/v1/newest";

    /** How many incidents it lists. */
    static final int PAGE = 25;

    private InstanceChild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PipelineConfig config = PipelineConfig.load(Path.of(args[0]), Map.of());
        String token = config.text(Setting.API_INTERNAL_TOKEN);
        Pipeline pipeline = new Pipeline(config, HistoryCoder::coder);
        ClusterHoldings holdings = new ClusterHoldings(pipeline, token, Optional.empty());
        ApiServer.start(
                ApiSettings.on(config.text(Setting.API_HOST), Math.toIntExact(config.number(Setting.API_PORT))),
                List.of(InstancesResource.with(holdings, token), new Newest(holdings)));
        pipeline.start();
        pipeline.awaitEnd();
    }

    private record Newest(ClusterHoldings holdings) implements Resource {
        private static final Paging NEWEST =
                new Paging(Paging.Sort.REPORTED_AT, Paging.Direction.DESCENDING, PAGE, null);
        private static final Aggregation ONE =
                new Aggregation(RollupClock.REPORTED, Aggregation.Bucket.ALL, List.of(), 0);

        @Override
        public Operation operation() {
            return Operation.get(PATH, "The newest incidents.", List.of());
        }

        @Override
        public void answer(Context ctx, QueryParameters parameters) {
            Answered<Slice<Incident>> incidents = holdings.incidents(Filter.NONE, NEWEST);
            Answered<List<AggregateRow>> totals = holdings.aggregates(Filter.NONE, ONE);
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode items = answer.putArray("incidents");
            incidents.value().items().forEach(item -> items.add(item.getIncidentId() + " " + item.getRevision()));
            answer.put("matched", incidents.value().matched());
            answer.put(
                    "events",
                    totals.value().stream()
                            .mapToLong(row -> row.totals().getEvents())
                            .sum());
            answer.set("listed", coverage(incidents.coverage()));
            answer.set("counted", coverage(totals.coverage()));
            ctx.contentType("application/json").result(answer.toString());
        }

        private static ObjectNode coverage(Coverage coverage) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("complete", coverage.complete())
                    .put("instances", coverage.instances())
                    .put("lag_ms", coverage.lagMs());
        }
    }
}
