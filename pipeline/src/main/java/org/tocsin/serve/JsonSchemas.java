package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;

/** Small JSON Schemas (draft 2020-12, as in OpenAPI 3.1), to put declarations together from. Each call gives a new tree. */
public final class JsonSchemas {
    private JsonSchemas() {}

    /** Any text. */
    public static ObjectNode text() {
        return type("string");
    }

    /** Text of a format that JSON Schema names, for example {@code date-time}. */
    public static ObjectNode text(String format) {
        return text().put("format", format);
    }

    /** Text that a regular expression matches as a whole. */
    public static ObjectNode pattern(String expression) {
        return text().put("pattern", "^(?:" + expression + ")$");
    }

    /** One of some texts. */
    public static ObjectNode oneOf(Collection<String> values) {
        ObjectNode schema = text();
        values.forEach(schema.putArray("enum")::add);
        return schema;
    }

    /** A whole number within bounds. */
    public static ObjectNode wholeNumber(long least, long most) {
        return type("integer").put("minimum", least).put("maximum", most);
    }

    /** A whole number. */
    public static ObjectNode wholeNumber() {
        return type("integer");
    }

    /** A number within bounds. */
    public static ObjectNode number(double least, double most) {
        return type("number").put("minimum", least).put("maximum", most);
    }

    /** Any number. */
    public static ObjectNode number() {
        return type("number");
    }

    /** True or false. */
    public static ObjectNode truth() {
        return type("boolean");
    }

    /** Any value. */
    public static ObjectNode any() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A list of items. */
    public static ObjectNode list(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    /** An object, nothing of which is told; add properties with {@link #with}. */
    public static ObjectNode object() {
        return type("object");
    }

    /** Adds a property that is always there and returns the object. */
    public static ObjectNode with(ObjectNode object, String name, ObjectNode schema) {
        object.withArray("required").add(name);
        return withOptional(object, name, schema);
    }

    /** Adds a property that may be absent and returns the object. */
    public static ObjectNode withOptional(ObjectNode object, String name, ObjectNode schema) {
        object.withObjectProperty("properties").set(name, schema);
        return object;
    }

    /** The schema or null. */
    public static ObjectNode nullable(ObjectNode schema) {
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        either.putArray("anyOf").add(schema).add(type("null"));
        return either;
    }

    /** Adds a description and returns the schema. */
    public static ObjectNode described(ObjectNode schema, String description) {
        return schema.put("description", description);
    }

    /** A schema among the components of the document. */
    public static ObjectNode reference(String component) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + component);
    }

    private static ObjectNode type(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }
}
