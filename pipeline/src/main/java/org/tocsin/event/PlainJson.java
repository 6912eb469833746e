package org.tocsin.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Avro records as plain JSON: field names as in the schema (snake_case), unions without their branch, enums as strings, absent
 * values as null, dates as ISO 8601 days, times as ISO 8601 in UTC.
 */
public final class PlainJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();

    private PlainJson() {}

    /** The record as a JSON object with the fields in the order of the schema. */
    public static ObjectNode of(IndexedRecord item) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : item.getSchema().getFields()) {
            object.set(field.name(), value(item.get(field.pos())));
        }
        return object;
    }

    /** The record as JSON on one line, without a line break at its end. */
    public static String line(IndexedRecord item) {
        try {
            return MAPPER.writeValueAsString(of(item));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "A JSON tree of " + item.getSchema().getFullName() + " cannot be written", e);
        }
    }

    private static JsonNode value(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof IndexedRecord nested) {
            return of(nested);
        }
        if (value instanceof Iterable<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(value(item)));
            return array;
        }
        if (value instanceof Map<?, ?> entries) {
            ObjectNode object = NODES.objectNode();
            entries.forEach((key, entry) -> object.set(key.toString(), value(entry)));
            return object;
        }
        if (value instanceof Integer number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        // strings, enum constants, java.time dates and instants: each prints as the contract wants it
        return NODES.textNode(value.toString());
    }
}
