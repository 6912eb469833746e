package org.tocsin.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.tocsin.stream.Answer;

/** The shape of every answer with data: {@code {"data": [...], "meta": {...}}}. */
final class Envelope {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ArrayNode data = JsonNodeFactory.instance.arrayNode();
    private final ObjectNode meta = JsonNodeFactory.instance.objectNode();

    /** An empty envelope for an answer of the stores, which says whether all of the state was asked and whether there is more. */
    Envelope(Answer<?> answer) {
        this(answer.complete(), answer.more());
    }

    /**
     * An empty envelope.
     *
     * @param complete whether all of the state was asked
     * @param more whether the answer is cut
     */
    Envelope(boolean complete, boolean more) {
        meta.put("complete", complete);
        meta.put("more", more);
    }

    void add(JsonNode item) {
        data.add(item);
    }

    /** What there is to say about the answer. */
    ObjectNode meta() {
        return meta;
    }

    void send(Context ctx) {
        meta.put("count", data.size());
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("data", data);
        answer.set("meta", meta);
        send(ctx, "application/json", answer);
    }

    /** Sends JSON, with a line break at its end for those who read it in a terminal. */
    static void send(Context ctx, String mediaType, JsonNode json) {
        try {
            ctx.contentType(mediaType)
                    .result((MAPPER.writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }
}
