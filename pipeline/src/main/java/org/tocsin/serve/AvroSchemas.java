package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/**
 * Describes Avro records as JSON Schemas of the plain JSON that {@link org.tocsin.event.PlainJson} makes of them, documentation
 * included. Named types become components of their own. No field is required, since {@code fields} may leave any out.
 */
final class AvroSchemas {
    private final ObjectNode components;

    /** Adds to these components. */
    AvroSchemas(ObjectNode components) {
        this.components = components;
    }

    /** Adds a record with all types that it holds. */
    void add(Schema schema) {
        written(schema);
    }

    private ObjectNode written(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM -> named(schema);
            case ARRAY -> JsonSchemas.list(written(schema.getElementType()));
            case UNION -> union(schema.getTypes());
            case INT, LONG -> number(schema);
            case FLOAT, DOUBLE -> JsonSchemas.number();
            case BOOLEAN -> JsonSchemas.truth();
            case STRING -> JsonSchemas.text();
            case MAP -> mapOf(written(schema.getValueType()));
            case NULL, BYTES, FIXED ->
                throw new IllegalArgumentException("No record of a topic may hold " + schema.getType());
        };
    }

    private ObjectNode named(Schema schema) {
        if (!components.has(schema.getName())) {
            if (schema.getType() == Schema.Type.ENUM) {
                components.set(
                        schema.getName(),
                        JsonSchemas.described(JsonSchemas.oneOf(schema.getEnumSymbols()), schema.getDoc()));
            } else {
                ObjectNode object = JsonSchemas.described(JsonSchemas.object(), schema.getDoc());
                components.set(schema.getName(), object);
                schema.getFields().forEach(field -> add(object, field));
            }
        }
        return JsonSchemas.reference(schema.getName());
    }

    private void add(ObjectNode object, Schema.Field field) {
        ObjectNode schema = written(field.schema());
        if (field.name().equals("event_type") && field.hasDefaultValue()) {
            schema.put("const", field.defaultVal().toString());
        }
        JsonSchemas.withOptional(object, field.name(), JsonSchemas.described(schema, field.doc()));
    }

    private ObjectNode union(List<Schema> types) {
        List<ObjectNode> written = types.stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .map(this::written)
                .toList();
        if (written.size() == 1) {
            return written.size() == types.size() ? written.get(0) : JsonSchemas.nullable(written.get(0));
        }
        ObjectNode any = JsonNodeFactory.instance.objectNode();
        written.forEach(any.putArray("anyOf")::add);
        return written.size() == types.size() ? any : JsonSchemas.nullable(any);
    }

    private static ObjectNode number(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical == null) {
            return JsonSchemas.wholeNumber();
        }
        return switch (logical.getName()) {
            case "date" -> JsonSchemas.text("date");
            case "timestamp-millis" -> JsonSchemas.text("date-time");
            default -> throw new IllegalArgumentException("Plain JSON does not know " + logical.getName());
        };
    }

    private static ObjectNode mapOf(ObjectNode values) {
        ObjectNode object = JsonSchemas.object();
        object.set("additionalProperties", values);
        return object;
    }
}
