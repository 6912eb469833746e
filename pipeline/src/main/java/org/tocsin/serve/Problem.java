package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.Map;

/** A request that cannot be answered, told to the caller as RFC 9457 problem+json. The message is the {@code detail}. */
public final class Problem extends RuntimeException {
    /** Media type of the answer. */
    static final String MEDIA_TYPE = "application/problem+json";

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Map<String, String> headers;

    private Problem(HttpStatus status, String detail, Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.headers = Map.copyOf(headers);
    }

    /** 400: the request is wrong; the detail says how to put it right. */
    public static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail, Map.of());
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail, Map.of());
    }

    /** 503: the stores cannot be read now. */
    public static Problem unavailable(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail, Map.of());
    }

    /** Any other status with its own name as the title. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail, Map.of());
    }

    /** This problem with a header beside it that tells the caller's program what to do. */
    public Problem with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Problem(status, String.valueOf(getMessage()), more);
    }

    /** Headers of the answer. */
    Map<String, String> headers() {
        return headers;
    }

    HttpStatus status() {
        return status;
    }

    /** The members that RFC 9457 names. */
    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", status.getMessage())
                .put("status", status.getCode())
                .put("detail", getMessage());
    }
}
