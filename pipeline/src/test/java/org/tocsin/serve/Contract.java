package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An OpenAPI document that answers are held to. */
final class Contract {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final Map<String, JsonSchema> schemas = new HashMap<>();

    Contract(JsonNode document) {
        this.document = document;
    }

    JsonNode document() {
        return document;
    }

    /** What it says of an operation; the method in lower case. */
    JsonNode operation(String method, String template) {
        JsonNode operation = document.path("paths").path(template).path(method);
        assertThat(operation.isObject()).as("%s %s is told", method, template).isTrue();
        return operation;
    }

    /** Holds status, media type and body of an answer to what the document says of them. */
    void assertTold(String method, String template, HttpResponse<String> response) throws IOException {
        String type = Api.header(response, "Content-Type").replaceAll(";\\s*(charset|header|version=0).*", "");
        JsonNode schema = schema(method, template, response.statusCode(), type);
        if (type.contains("ndjson")) {
            for (String line : response.body().lines().toList()) {
                assertFits(schema, MAPPER.readTree(line));
            }
        } else if (type.contains("json")) {
            assertFits(schema, Api.json(response));
        }
    }

    /** The schema of an answer. */
    JsonNode schema(String method, String template, int status, String type) {
        JsonNode reply = operation(method, template).path("responses").path(Integer.toString(status));
        assertThat(reply.isObject()).as("%s of %s", status, template).isTrue();
        JsonNode content = reply.path("content").path(type);
        assertThat(content.isObject()).as("%s of %s", type, template).isTrue();
        return content.path("schema");
    }

    /** Holds a value to a schema of the document. */
    void assertFits(JsonNode schema, JsonNode value) {
        assertThat(compiled(schema).validate(value))
                .extracting(ValidationMessage::getMessage)
                .as("%s", value)
                .isEmpty();
    }

    /** A schema of the document, in which nothing may be but what it tells of. */
    private JsonSchema compiled(JsonNode schema) {
        return schemas.computeIfAbsent(schema.toString(), text -> {
            ObjectNode whole = schema.deepCopy();
            whole.putObject("components")
                    .set("schemas", document.at("/components/schemas").deepCopy());
            for (JsonNode parent : whole.findParents("properties")) {
                // answers may add to what they say of themselves, and Avro schemas are told of by their own standard
                if (parent.path("type").asText().equals("object")
                        && parent.at("/properties/event_id").isObject()) {
                    ((ObjectNode) parent).put("additionalProperties", false);
                }
            }
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(whole, CONFIG);
        });
    }

    /** Every query that the document shows for a GET operation: none, and each parameter with each value that is named. */
    List<String> queries(String template) {
        List<String> queries = new ArrayList<>(List.of(""));
        for (JsonNode parameter : operation("get", template).path("parameters")) {
            String name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("query") && !name.equals("cursor")) {
                values(parameter).forEach(value -> queries.add(name + "=" + value));
            }
        }
        return queries;
    }

    /** Every value of an enumeration, else the example; ready for an address. */
    private static List<String> values(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        JsonNode values = schema.has("enum") ? schema.path("enum") : schema.at("/items/enum");
        List<String> texts = new ArrayList<>();
        boolean bucket = parameter.path("name").asText().equals("bucket");
        values.forEach(value -> texts.add(bucket && value.asText().equals("hour") ? "day" : value.asText()));
        JsonNode example = parameter.path("example");
        List<String> items = new ArrayList<>();
        example.forEach(item -> items.add(item.asText()));
        texts.add(example.isArray() ? String.join(",", items) : example.asText());
        return texts.stream()
                .distinct()
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .toList();
    }
}
