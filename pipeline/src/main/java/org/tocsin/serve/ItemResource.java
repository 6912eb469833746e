package org.tocsin.serve;

import static org.tocsin.serve.AnswerFormat.GEOJSON;
import static org.tocsin.serve.AnswerFormat.JSON;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Coverage;

/** One item of a collection. */
final class ItemResource<T> implements Resource {
    private final Gathering<T> gathering;
    private final List<AnswerFormat> formats;
    private final Operation operation;

    private ItemResource(Gathering<T> gathering, String folder, List<AnswerFormat> formats) {
        this.gathering = gathering;
        this.formats = formats;
        this.operation = Operation.get(
                folder + "/{" + gathering.idField() + "}",
                "One item of " + gathering.name() + " by its identifier.",
                List.of(gathering.id(), gathering.choosing(), AnswerFormat.parameter(formats)),
                Reply.ofState(
                        Replies.item("The item as it stands.", formats, gathering.component()),
                        Reply.notFound("No item that stands has this identifier.")));
    }

    /** {@code /v1/NAME/{id}}. */
    static <T> ItemResource<T> of(Gathering<T> gathering) {
        return new ItemResource<>(gathering, "/v1/" + gathering.name(), List.of(JSON, GEOJSON));
    }

    /** The item as OGC API Features asks for it. */
    static <T> ItemResource<T> ofFeatures(Gathering<T> gathering) {
        return new ItemResource<>(gathering, "/v1/collections/" + gathering.name() + "/items", List.of(GEOJSON, JSON));
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        Set<String> fields = parameters.find(gathering.choosing()).orElse(Set.of());
        AnswerFormat format = AnswerFormat.of(ctx, parameters, formats);
        Answered<T> found = gathering.one(parameters.get(gathering.id()));
        Item item = gathering.item(found.value()).only(fields);
        String tag = Sending.tag(Sending.bytes(item.feature()), format.label().getBytes(StandardCharsets.UTF_8));
        if (!Sending.isKnown(ctx, tag)) {
            Sending.json(ctx, format.contentType(), written(item, format, found.coverage(), new Links(ctx)));
        }
    }

    private ObjectNode written(Item item, AnswerFormat format, Coverage coverage, Links links) {
        ObjectNode answer;
        if (format == GEOJSON) {
            answer = item.feature();
            String collection = links.root() + "/v1/collections/" + gathering.name();
            answer.putArray("links")
                    .add(Links.link("self", links.self(), GEOJSON.mediaType()))
                    .add(Links.link("collection", collection, JSON.mediaType()));
        } else {
            answer = JsonNodeFactory.instance.objectNode();
            answer.set("data", item.json());
        }
        answer.set("meta", meta(coverage));
        return answer;
    }

    static ObjectNode meta(Coverage coverage) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("complete", coverage.complete())
                .put("instances", coverage.instances())
                .put("lag_ms", coverage.lagMs());
    }
}
