package org.tocsin.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** Answers that are JSON. */
public final class JsonAnswer {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonAnswer() {}

    /** A tree on one line. */
    public static String line(JsonNode json) {
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }

    /** Answers a tree, with a line break at its end for those who read it in a terminal. */
    public static void send(Context ctx, String mediaType, JsonNode json) {
        ctx.contentType(mediaType).result((line(json) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
