package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One kind of answer that an operation gives.
 *
 * @param status its status
 * @param description when it is given and what it holds
 * @param content each media type in which it is given, with the schema of what it holds; empty for answers without a body
 */
public record Reply(HttpStatus status, String description, List<Content> content) {
    /** Keeps a copy of the content. */
    public Reply {
        content = List.copyOf(content);
    }

    /**
     * A media type and what it holds.
     *
     * @param mediaType for example {@code application/json}
     * @param schema JSON Schema (2020-12); names of the document's components are written {@code #/components/schemas/Event}
     */
    public record Content(String mediaType, ObjectNode schema) {}

    /** 200 in one media type. */
    public static Reply ok(String description, String mediaType, ObjectNode schema) {
        return new Reply(HttpStatus.OK, description, List.of(new Content(mediaType, schema)));
    }

    /** 200 as JSON. */
    public static Reply ok(String description, ObjectNode schema) {
        return ok(description, "application/json", schema);
    }

    /** An answer of RFC 9457. */
    public static Reply problem(HttpStatus status, String description) {
        return new Reply(
                status, description, List.of(new Content(Problem.MEDIA_TYPE, JsonSchemas.reference("Problem"))));
    }

    /** 400, which names the wrong parameter and the nearest right name or value. */
    public static Reply badRequest() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "A parameter is unknown or has a bad value; the detail names the nearest right one.");
    }

    /** 404. */
    public static Reply notFound(String what) {
        return problem(HttpStatus.NOT_FOUND, what);
    }

    /** 503 with Retry-After. */
    public static Reply unavailable() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "No instance can answer now; Retry-After says after how many seconds to ask.");
    }

    /** The replies of an operation that reads the state: those given, 304, 400 and 503. */
    public static Reply[] ofState(Reply... own) {
        List<Reply> replies = new ArrayList<>(Arrays.asList(own));
        replies.add(new Reply(
                HttpStatus.NOT_MODIFIED, "Nothing changed since the answer that If-None-Match names.", List.of()));
        replies.add(badRequest());
        replies.add(unavailable());
        return replies.toArray(Reply[]::new);
    }
}
