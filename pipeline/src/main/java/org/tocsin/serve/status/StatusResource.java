package org.tocsin.serve.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.serve.JsonAnswer;
import org.tocsin.serve.JsonSchemas;
import org.tocsin.serve.Operation;
import org.tocsin.serve.QueryParameters;
import org.tocsin.serve.Reply;
import org.tocsin.serve.Resource;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Coverage;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Holdings;
import org.tocsin.serve.query.Paging;
import org.tocsin.serve.query.Slice;
import org.tocsin.stream.StoresUnavailable;

/** {@code /v1/status}: what the pipeline does, how fast and how far behind. It answers in every state. */
public final class StatusResource implements Resource {
    /** Who the places and dates on the page come from. */
    static final String ATTRIBUTION = "Places: GeoNames (CC BY 4.0). Boundaries: Natural Earth (public domain).";

    private static final Paging ONE = new Paging(Paging.Sort.REPORTED_AT, Paging.Direction.DESCENDING, 1, null);

    private final Supplier<String> state;
    private final About about;
    private final Holdings holdings;
    private final Figures figures;

    /**
     * What does not change while the program runs.
     *
     * @param version of the program
     * @param disputedBorders how the map draws disputed borders
     */
    public record About(String version, String disputedBorders) {}

    /** The figures that Kafka gives. */
    public interface Figures {
        /** Articles done since the beginning. */
        OptionalLong articlesDone();

        /** Articles that wait. */
        OptionalLong articlesWaiting();

        /** Articles done a second. */
        OptionalDouble articlesPerSecond();

        /** Dead letters that the topic keeps. */
        OptionalLong deadLetters();
    }

    /**
     * The operation.
     *
     * @param state what the pipeline is doing
     * @param about what does not change while the program runs
     */
    public StatusResource(Supplier<String> state, About about, Holdings holdings, Figures figures) {
        this.state = state;
        this.about = about;
        this.holdings = holdings;
        this.figures = figures;
    }

    @Override
    public Operation operation() {
        ObjectNode articles = JsonSchemas.object();
        JsonSchemas.withOptional(articles, "total", JsonSchemas.wholeNumber());
        JsonSchemas.withOptional(articles, "waiting", JsonSchemas.wholeNumber());
        JsonSchemas.withOptional(articles, "per_second", JsonSchemas.number(0, Integer.MAX_VALUE));
        ObjectNode data = JsonSchemas.object();
        JsonSchemas.with(data, "state", JsonSchemas.text());
        JsonSchemas.with(data, "version", JsonSchemas.text());
        JsonSchemas.withOptional(data, "instances", JsonSchemas.wholeNumber());
        JsonSchemas.withOptional(data, "lag_ms", JsonSchemas.wholeNumber());
        JsonSchemas.with(data, "articles", articles);
        JsonSchemas.withOptional(data, "events", JsonSchemas.object());
        JsonSchemas.withOptional(data, "incidents", JsonSchemas.wholeNumber());
        JsonSchemas.withOptional(data, "dead_letters", JsonSchemas.wholeNumber());
        JsonSchemas.with(data, "disputed_borders", JsonSchemas.text());
        JsonSchemas.with(data, "attribution", JsonSchemas.text());
        ObjectNode answer = JsonSchemas.object();
        JsonSchemas.with(answer, "data", data);
        JsonSchemas.with(answer, "meta", JsonSchemas.with(JsonSchemas.object(), "complete", JsonSchemas.truth()));
        return Operation.get(
                "/v1/status",
                "What the pipeline does, how fast and how far behind; figures that cannot be had now are left out.",
                List.of(),
                Reply.ok("Figures of all instances together.", answer),
                Reply.badRequest());
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("state", state.get()).put("version", about.version());
        ObjectNode articles = data.putObject("articles");
        put(articles, "total", figures.articlesDone());
        put(articles, "waiting", figures.articlesWaiting());
        figures.articlesPerSecond().ifPresent(rate -> articles.put("per_second", Math.round(rate * 10) / 10.0));
        Optional<Coverage> coverage = putHoldings(data);
        put(data, "dead_letters", figures.deadLetters());
        data.put("disputed_borders", about.disputedBorders()).put("attribution", ATTRIBUTION);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", data);
        answer.putObject("meta")
                .put("complete", coverage.map(Coverage::complete).orElse(false));
        JsonAnswer.send(ctx, "application/json", answer);
    }

    /** Adds what the stores say, where they can be read. */
    private Optional<Coverage> putHoldings(ObjectNode data) {
        try {
            Answered<? extends Slice<?>> incidents = holdings.incidents(Filter.NONE, ONE);
            ObjectNode events = JsonNodeFactory.instance.objectNode();
            for (EventType<?> type : EventTypes.ALL) {
                Filter ofType = Filter.NONE.on(Optional.empty(), Optional.empty(), Set.of(type.name()));
                events.put(type.name(), holdings.events(ofType, ONE).value().matched());
            }
            Coverage coverage = incidents.coverage();
            data.put("instances", coverage.instances()).put("lag_ms", coverage.lagMs());
            data.set("events", events);
            data.put("incidents", incidents.value().matched());
            return Optional.of(coverage);
        } catch (StoresUnavailable e) {
            return Optional.empty();
        }
    }

    private static void put(ObjectNode object, String name, OptionalLong figure) {
        figure.ifPresent(value -> object.put(name, value));
    }
}
