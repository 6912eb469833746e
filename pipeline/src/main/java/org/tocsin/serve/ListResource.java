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
import java.util.Set;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Paging;
import org.tocsin.serve.query.Slice;

/** A list of the items of a collection: {@code /v1/events}, {@code /v1/incidents} and their OGC face. */
final class ListResource<T> implements Resource {
    private final Gathering<T> gathering;
    private final NewestDay newestDay;
    private final Parameter<Integer> limit;
    private final List<AnswerFormat> formats;
    private final Operation operation;

    private ListResource(
            Gathering<T> gathering, Clock now, String path, Parameter<Integer> limit, List<AnswerFormat> formats) {
        this.gathering = gathering;
        this.newestDay = gathering.newestDay(now);
        this.limit = limit;
        this.formats = formats;
        this.operation = Operation.get(path, gathering.title(), parameters(), Reply.ofState(replies()));
    }

    /** {@code /v1/NAME}: JSON where nothing else is asked for. */
    static <T> ListResource<T> of(Gathering<T> gathering, Clock now) {
        return new ListResource<>(
                gathering, now, "/v1/" + gathering.name(), PagingParameters.LIMIT, List.of(JSON, GEOJSON, CSV, NDJSON));
    }

    /** The items as OGC API Features asks for them: GeoJSON where nothing else is asked for. */
    static <T> ListResource<T> ofFeatures(Gathering<T> gathering, Clock now) {
        return new ListResource<>(
                gathering,
                now,
                "/v1/collections/" + gathering.name() + "/items",
                PagingParameters.CUT_LIMIT,
                List.of(GEOJSON, JSON, CSV, NDJSON));
    }

    private List<Parameter<?>> parameters() {
        List<Parameter<?>> parameters = new ArrayList<>(gathering.selecting());
        parameters.addAll(List.of(
                gathering.choosing(),
                PagingParameters.SORT,
                limit,
                PagingParameters.CURSOR,
                AnswerFormat.parameter(formats)));
        return parameters;
    }

    private Reply replies() {
        return Replies.items("A page of the items that meet the conditions.", formats, gathering.component());
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        Set<String> fields = parameters.find(gathering.choosing()).orElse(Set.of());
        AnswerFormat format = AnswerFormat.of(ctx, parameters, formats);
        Paging paging = PagingParameters.paging(parameters, parameters.get(limit));
        Filter filter = FilterParameters.filter(parameters, newestDay);

        Answered<Slice<T>> answer = gathering.list().apply(filter, paging);
        List<Item> items = answer.value().items().stream()
                .map(held -> gathering.item(held).only(fields))
                .toList();
        new Listing(
                        items,
                        Column.only(gathering.columns(), fields),
                        answer.coverage(),
                        answer.value().matched(),
                        answer.value().next(),
                        days(filter))
                .send(ctx, format);
    }

    private static ObjectNode days(Filter filter) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        filter.from().ifPresent(day -> meta.put("from", day.toString()));
        filter.to().ifPresent(day -> meta.put("to", day.toString()));
        return meta;
    }
}
