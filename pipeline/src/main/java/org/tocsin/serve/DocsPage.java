package org.tocsin.serve;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes an OpenAPI document as one HTML page.
 *
 * @param document the document
 */
record DocsPage(JsonNode document) {
    String html(String style) {
        StringBuilder html = new StringBuilder(
                        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>Tocsin API</title>\n<style>")
                .append(style)
                .append("</style>\n</head>\n<body>\n<main>\n<h1>Tocsin API</h1>\n");
        html.append("<p>")
                .append(escaped(document.at("/info/description").asText()))
                .append("</p>\n");
        html.append("<p>Version ").append(escaped(document.at("/info/version").asText()));
        html.append(". The same as an <a href=\"/openapi.json\">OpenAPI document</a>; ")
                .append("<a href=\"/schemas\">Avro schemas</a> of the topics.</p>\n");
        contents(html);
        each((path, method, operation) -> operation(html, path, method, operation));
        html.append("<h2 id=\"schemas\">Schemas</h2>\n");
        document.at("/components/schemas")
                .properties()
                .forEach(schema -> component(html, schema.getKey(), schema.getValue()));
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private interface Reader {
        void read(String path, String method, JsonNode operation);
    }

    private void each(Reader reader) {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> reader.read(path.getKey(), method.getKey(), method.getValue())));
    }

    private void contents(StringBuilder html) {
        html.append("<nav aria-label=\"Operations\">\n<ul>\n");
        each((path, method, operation) -> html.append("<li><a href=\"#")
                .append(escaped(operation.path("operationId").asText()))
                .append("\"><code>")
                .append(escaped(heading(path, method)))
                .append("</code></a></li>\n"));
        html.append("<li><a href=\"#schemas\">Schemas</a></li>\n</ul>\n</nav>\n");
    }

    private static void operation(StringBuilder html, String path, String method, JsonNode operation) {
        html.append("<h2 id=\"")
                .append(escaped(operation.path("operationId").asText()))
                .append("\"><code>")
                .append(escaped(heading(path, method)))
                .append("</code></h2>\n<p>")
                .append(escaped(operation.path("summary").asText()))
                .append("</p>\n");
        if (operation.has("parameters")) {
            html.append("<h3>Parameters</h3>\n<table>\n<thead><tr><th scope=\"col\">Name</th><th scope=\"col\">In</th>")
                    .append(
                            "<th scope=\"col\">Value</th><th scope=\"col\">Meaning</th><th scope=\"col\">Example</th></tr></thead>\n<tbody>\n");
            operation.path("parameters").forEach(parameter -> parameter(html, parameter));
            html.append("</tbody>\n</table>\n");
        }
        if (operation.has("requestBody")) {
            JsonNode body = operation.path("requestBody");
            html.append("<h3>Request body</h3>\n<p>")
                    .append(escaped(body.path("description").asText()))
                    .append(" ")
                    .append(mediaTypes(body))
                    .append("</p>\n");
        }
        html.append("<h3>Answers</h3>\n<ul>\n");
        operation
                .path("responses")
                .properties()
                .forEach(reply -> html.append("<li><code>")
                        .append(escaped(reply.getKey()))
                        .append("</code> ")
                        .append(escaped(reply.getValue().path("description").asText()))
                        .append(" ")
                        .append(mediaTypes(reply.getValue()))
                        .append("</li>\n"));
        html.append("</ul>\n");
    }

    private static void parameter(StringBuilder html, JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        row(
                html,
                "<code>" + escaped(parameter.path("name").asText()) + "</code>",
                escaped(parameter.path("in").asText()),
                type(schema)
                        + (schema.has("default")
                                ? "; default " + escaped(schema.path("default").asText())
                                : ""),
                escaped(parameter.path("description").asText()),
                example(parameter.path("example")));
    }

    private static void component(StringBuilder html, String name, JsonNode schema) {
        html.append("<h3 id=\"schema-")
                .append(escaped(name))
                .append("\">")
                .append(escaped(name))
                .append("</h3>\n<p>")
                .append(escaped(schema.path("description").asText()))
                .append("</p>\n");
        if (schema.has("enum") || schema.has("anyOf")) {
            html.append("<p>").append(type(schema)).append("</p>\n");
        }
        if (schema.has("properties")) {
            html.append("<table>\n<thead><tr><th scope=\"col\">Field</th><th scope=\"col\">Value</th>")
                    .append("<th scope=\"col\">Meaning</th></tr></thead>\n<tbody>\n");
            for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
                row(
                        html,
                        "<code>" + escaped(field.getKey()) + "</code>",
                        type(field.getValue()),
                        escaped(field.getValue().path("description").asText()));
            }
            html.append("</tbody>\n</table>\n");
        }
    }

    /** What values a schema allows, in short. */
    private static String type(JsonNode schema) {
        if (schema.has("$ref")) {
            String name = schema.path("$ref").asText().replaceAll(".*/", "");
            return "<a href=\"#schema-" + escaped(name) + "\">" + escaped(name) + "</a>";
        }
        if (schema.has("enum")) {
            return texts(schema.path("enum")).stream()
                    .map(value -> "<code>" + escaped(value) + "</code>")
                    .collect(Collectors.joining(" "));
        }
        if (schema.has("anyOf")) {
            List<String> types = new ArrayList<>();
            schema.path("anyOf").forEach(each -> types.add(type(each)));
            return String.join(" or ", types);
        }
        if (schema.path("type").asText().equals("array")) {
            return "list of " + type(schema.path("items"));
        }
        String format = schema.path("format").asText();
        String bounds = schema.has("minimum")
                ? " from " + schema.path("minimum").asText() + " to "
                        + schema.path("maximum").asText()
                : "";
        return escaped((format.isEmpty() ? schema.path("type").asText("any") : format) + bounds);
    }

    private static String example(JsonNode example) {
        if (example.isMissingNode()) {
            return "";
        }
        return "<code>" + escaped(example.isArray() ? String.join(",", texts(example)) : example.asText()) + "</code>";
    }

    private static String mediaTypes(JsonNode described) {
        List<String> types = new ArrayList<>();
        described
                .path("content")
                .properties()
                .forEach(content -> types.add("<code>" + escaped(content.getKey()) + "</code>"));
        return String.join(" ", types);
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static void row(StringBuilder html, String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(cell).append("</td>");
        }
        html.append("</tr>\n");
    }

    private static String heading(String path, String method) {
        return method.toUpperCase(Locale.ROOT) + " " + path;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
