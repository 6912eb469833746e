package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import java.util.List;

/** The schemas of answers with data, in each of their formats. */
final class Replies {
    private Replies() {}

    /** A list of items of a component of the document. */
    static Reply items(String description, List<AnswerFormat> formats, String component) {
        return items(description, formats, JsonSchemas.reference(component));
    }

    /** A list of items. */
    static Reply items(String description, List<AnswerFormat> formats, ObjectNode item) {
        return reply(
                description,
                formats.stream()
                        .map(format -> new Reply.Content(format.mediaType(), list(format, item)))
                        .toList());
    }

    /** One item of a component of the document. */
    static Reply item(String description, List<AnswerFormat> formats, String component) {
        return reply(
                description,
                formats.stream()
                        .map(format ->
                                new Reply.Content(format.mediaType(), one(format, JsonSchemas.reference(component))))
                        .toList());
    }

    private static Reply reply(String description, List<Reply.Content> content) {
        return new Reply(HttpStatus.OK, description, content);
    }

    private static ObjectNode list(AnswerFormat format, ObjectNode item) {
        return switch (format) {
            case JSON -> data(JsonSchemas.list(item.deepCopy()), "ListMeta");
            case GEOJSON -> features(item);
            case CSV -> JsonSchemas.described(JsonSchemas.text(), "RFC 4180 with a line of headings.");
            case NDJSON -> JsonSchemas.described(item.deepCopy(), "Each line; one item as JSON a line.");
        };
    }

    private static ObjectNode one(AnswerFormat format, ObjectNode item) {
        return format == AnswerFormat.GEOJSON
                ? JsonSchemas.with(
                        JsonSchemas.with(feature(item), "links", JsonSchemas.list(JsonSchemas.reference("Link"))),
                        "meta",
                        JsonSchemas.reference("Meta"))
                : data(item, "Meta");
    }

    /** Data and what there is to say of it. */
    static ObjectNode data(ObjectNode data, String meta) {
        ObjectNode answer = JsonSchemas.with(JsonSchemas.object(), "data", data);
        return JsonSchemas.with(answer, "meta", JsonSchemas.reference(meta));
    }

    private static ObjectNode features(ObjectNode item) {
        ObjectNode collection = JsonSchemas.object();
        JsonSchemas.with(collection, "type", JsonSchemas.oneOf(List.of("FeatureCollection")));
        JsonSchemas.with(collection, "features", JsonSchemas.list(feature(item)));
        JsonSchemas.with(collection, "numberMatched", JsonSchemas.wholeNumber());
        JsonSchemas.with(collection, "numberReturned", JsonSchemas.wholeNumber());
        JsonSchemas.with(collection, "links", JsonSchemas.list(JsonSchemas.reference("Link")));
        return JsonSchemas.with(collection, "meta", JsonSchemas.reference("ListMeta"));
    }

    private static ObjectNode feature(ObjectNode item) {
        ObjectNode feature = JsonSchemas.object();
        JsonSchemas.with(feature, "type", JsonSchemas.oneOf(List.of("Feature")));
        JsonSchemas.withOptional(feature, "id", JsonSchemas.text());
        JsonSchemas.with(feature, "geometry", JsonSchemas.nullable(JsonSchemas.reference("Point")));
        return JsonSchemas.with(feature, "properties", item.deepCopy());
    }
}
