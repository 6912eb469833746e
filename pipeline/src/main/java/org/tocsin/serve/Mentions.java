package org.tocsin.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Turns an event into the sentences that tell of it, with the spans of its fields counted within each sentence. */
final class Mentions {
    private static final List<String> COPIED = List.of("event_id", "article_id", "url", "source", "published_at");

    private Mentions() {}

    /** One row a sentence. */
    static List<ObjectNode> rows(ObjectNode event) {
        List<ObjectNode> rows = new ArrayList<>();
        JsonNode sentences = event.path("evidence");
        for (int i = 0; i < sentences.size(); i++) {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            COPIED.forEach(field -> row.set(field, event.path(field)));
            String sentence = sentences.get(i).textValue();
            JsonNode start = event.path("evidence_starts").path(i);
            row.put("sentence", sentence);
            row.put("start", start.isInt() ? (Integer) start.intValue() : null);
            row.set("spans", start.isInt() ? spans(event.path("spans"), start.intValue(), sentence.length()) : none());
            rows.add(row);
        }
        return rows;
    }

    private static ArrayNode spans(JsonNode spans, int start, int length) {
        ArrayNode within = none();
        for (JsonNode span : spans) {
            int from = span.path("start").intValue() - start;
            int to = span.path("end").intValue() - start;
            if (from >= 0 && to <= length) {
                within.addObject()
                        .put("field", span.path("field").textValue())
                        .put("start", from)
                        .put("end", to);
            }
        }
        return within;
    }

    private static ArrayNode none() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ObjectNode schema() {
        ObjectNode row = JsonSchemas.object();
        JsonSchemas.with(row, "event_id", JsonSchemas.text());
        JsonSchemas.with(row, "article_id", JsonSchemas.text());
        JsonSchemas.with(row, "url", JsonSchemas.nullable(JsonSchemas.text()));
        JsonSchemas.with(row, "source", JsonSchemas.nullable(JsonSchemas.text()));
        JsonSchemas.with(row, "published_at", JsonSchemas.nullable(JsonSchemas.text("date-time")));
        JsonSchemas.with(row, "sentence", JsonSchemas.described(JsonSchemas.text(), "The sentence, verbatim."));
        JsonSchemas.with(
                row,
                "start",
                JsonSchemas.described(
                        JsonSchemas.nullable(JsonSchemas.wholeNumber()),
                        "Offset of its first character in the article's text; null for events of older versions."));
        return JsonSchemas.with(
                row,
                "spans",
                JsonSchemas.described(
                        JsonSchemas.list(JsonSchemas.reference("Span")),
                        "What fields were read from, within the sentence."));
    }
}
