package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HttpStatus;

/** A request that cannot be answered, told to the caller as RFC 9457 problem+json. The message is the {@code detail}. */
public final class Problem extends RuntimeException {
    /** Media type of the answer. */
    static final String MEDIA_TYPE = "application/problem+json";

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private Problem(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    /** 400: the request is wrong; the detail says how to put it right. */
    public static Problem badRequest(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, detail);
    }

    /** 404: there is no such thing. */
    public static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, detail);
    }

    /** 503: the stores cannot be read now. */
    public static Problem unavailable(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    /** Any other status with its own name as the title. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status, detail);
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
