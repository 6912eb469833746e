package org.tocsin.serve.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tocsin.serve.JsonSchemas;

/** What lines of changes and messages of the stream look like, for the OpenAPI document. */
final class FeedSchemas {
    private FeedSchemas() {}

    /** A line of changes. */
    static ObjectNode line() {
        ObjectNode upsert = JsonSchemas.with(edit("upsert"), "item", item());
        ObjectNode cursor = JsonSchemas.with(JsonSchemas.object(), "op", only("cursor"));
        JsonSchemas.with(
                cursor,
                "cursor",
                JsonSchemas.described(JsonSchemas.text(), "The parameter since of the next request."));
        JsonSchemas.with(
                cursor, "more", JsonSchemas.described(JsonSchemas.truth(), "Whether there is more already now."));
        return anyOf(List.of(upsert, edit("delete"), cursor));
    }

    private static ObjectNode edit(String op) {
        ObjectNode edit = JsonSchemas.with(JsonSchemas.object(), "op", only(op));
        JsonSchemas.with(edit, "collection", JsonSchemas.oneOf(FeedCollection.names()));
        return JsonSchemas.with(edit, "id", JsonSchemas.text());
    }

    /** The stream: a text, each message of which reads as the schema of its content says. */
    static ObjectNode stream() {
        ObjectNode stream = JsonSchemas.text().put("contentMediaType", StreamResource.EVENT_STREAM);
        stream.set("contentSchema", message());
        return stream;
    }

    /** A message with its event, its id where it has one, and its data read as JSON. */
    private static ObjectNode message() {
        ObjectNode id = JsonSchemas.with(JsonSchemas.object(), "id", JsonSchemas.text());
        ObjectNode hello =
                JsonSchemas.with(JsonSchemas.object(), "collection", JsonSchemas.oneOf(FeedCollection.names()));
        ObjectNode reset = JsonSchemas.with(JsonSchemas.object(), "reason", JsonSchemas.text());
        ObjectNode last = JsonSchemas.with(reset.deepCopy(), "last_event_id", JsonSchemas.text());
        return anyOf(List.of(
                located("hello", hello),
                located("upsert", JsonSchemas.with(id.deepCopy(), "item", item())),
                located("delete", id),
                message("reset", reset),
                located("cut", last),
                located("end", last.deepCopy())));
    }

    private static ObjectNode located(String event, ObjectNode data) {
        return JsonSchemas.with(message(event, data), "id", JsonSchemas.text());
    }

    private static ObjectNode message(String event, ObjectNode data) {
        return JsonSchemas.with(JsonSchemas.with(JsonSchemas.object(), "event", only(event)), "data", data);
    }

    private static ObjectNode item() {
        return anyOf(List.of(JsonSchemas.reference("Incident"), JsonSchemas.reference("Event")));
    }

    private static ObjectNode only(String value) {
        return JsonSchemas.oneOf(List.of(value));
    }

    private static ObjectNode anyOf(List<ObjectNode> schemas) {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        ArrayNode choices = either.putArray("anyOf");
        schemas.forEach(choices::add);
        return either;
    }
}
