package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the OpenAPI 3.1 document from what the operations declare and from the Avro schemas. */
final class OpenApi {
    private static final String DESCRIPTION =
            "Typed, located, counted, corrected conflict events from the news. Lists are paged: the header Link and"
                    + " meta.next lead to the next page. meta.complete is false where a part of the state could not be"
                    + " read; meta.lag_ms says by how much the state may be behind. Errors are application/problem+json"
                    + " (RFC 9457). GET / is the page for people and /assets/* its files: HTML, no part of this contract.";

    private OpenApi() {}

    /** The document for some operations. */
    static ObjectNode document(List<Operation> operations) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Tocsin")
                .put("version", version())
                .put("description", DESCRIPTION)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            paths.withObjectProperty(path(operation))
                    .set(operation.method().name().toLowerCase(Locale.ROOT), describe(operation));
        }
        ObjectNode components = document.putObject("components");
        components.set("schemas", Components.all());
        Security.describeScheme(components.putObject("securitySchemes"));
        return document;
    }

    /** The path as OpenAPI writes it. */
    static String path(Operation operation) {
        return operation.path().replace('<', '{').replace('>', '}');
    }

    /** Version of the program; 0 where it does not run from its jar. */
    private static String version() {
        return Optional.ofNullable(OpenApi.class.getPackage().getImplementationVersion())
                .orElse("0");
    }

    private static ObjectNode describe(Operation operation) {
        ObjectNode described = JsonNodeFactory.instance
                .objectNode()
                .put("operationId", id(operation))
                .put("summary", operation.summary());
        if (!operation.parameters().isEmpty()) {
            ArrayNode parameters = described.putArray("parameters");
            operation.parameters().forEach(parameter -> parameters.add(describe(parameter)));
        }
        Operation.Body body = operation.body();
        if (body != null) {
            ObjectNode request = described.putObject("requestBody").put("description", body.description());
            request.put("required", true).set("content", content(body.content()));
        }
        ObjectNode responses = described.putObject("responses");
        Security.describe(operation, described);
        List<Reply> replies = new ArrayList<>(operation.replies());
        replies.addAll(Security.refusals(operation));
        for (Reply reply : replies) {
            ObjectNode response = responses
                    .putObject(Integer.toString(reply.status().getCode()))
                    .put("description", reply.description());
            if (!reply.content().isEmpty()) {
                response.set("content", content(reply.content()));
            }
        }
        return described;
    }

    private static ObjectNode describe(Parameter<?> parameter) {
        ObjectNode described = JsonNodeFactory.instance
                .objectNode()
                .put("name", parameter.name())
                .put("in", parameter.location().label())
                .put("description", parameter.description());
        if (parameter.location() == Parameter.Location.PATH) {
            described.put("required", true);
        }
        if (parameter.schema().path("type").asText().equals("array")) {
            described.put("style", "form").put("explode", false);
        }
        described.set("schema", parameter.schema());
        if (parameter.location() == Parameter.Location.QUERY) {
            described.set("example", example(parameter));
        }
        return described;
    }

    /** The example as the value that its text stands for: what is separated by commas is a list. */
    private static com.fasterxml.jackson.databind.JsonNode example(Parameter<?> parameter) {
        String type = parameter.schema().path("type").asText();
        return switch (type) {
            case "array" -> list(parameter);
            case "integer" -> JsonNodeFactory.instance.numberNode(Integer.parseInt(parameter.example()));
            case "number" -> JsonNodeFactory.instance.numberNode(Double.parseDouble(parameter.example()));
            default -> JsonNodeFactory.instance.textNode(parameter.example());
        };
    }

    private static ArrayNode list(Parameter<?> parameter) {
        boolean numbers = parameter.schema().at("/items/type").asText().equals("number");
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (String each : parameter.example().split(",")) {
            if (numbers) {
                values.add(Double.parseDouble(each));
            } else {
                values.add(each);
            }
        }
        return values;
    }

    private static ObjectNode content(List<Reply.Content> contents) {
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        contents.forEach(content -> described.putObject(content.mediaType()).set("schema", content.schema()));
        return described;
    }

    /** For example {@code get_v1_events_event_id}. */
    private static String id(Operation operation) {
        String path = path(operation).replaceAll("[^a-z0-9]+", "_").replaceAll("^_|_$", "");
        return operation.method().name().toLowerCase(Locale.ROOT) + "_" + path;
    }
}
