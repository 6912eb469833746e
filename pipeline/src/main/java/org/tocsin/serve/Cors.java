package org.tocsin.serve;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.util.Set;

/**
 * Lets pages of other origins read answers where that is set; requests of all others are answered as ever, and their browsers keep
 * the answer from them.
 *
 * @param origins for example {@code https://desk.example}; {@code *} for all; empty for none
 */
record Cors(Set<String> origins) {
    private static final String ALL = "*";
    private static final String READABLE =
            "Link, ETag, Retry-After, WWW-Authenticate, Tocsin-Complete, Tocsin-Instances, Tocsin-Lag-Ms,"
                    + " Tocsin-Matched";

    /** Tells the browser what the page of the request may do; what it asks before the request is answered here. */
    void allow(Context ctx) {
        if (origins.isEmpty()) {
            return;
        }
        ctx.res().addHeader(Header.VARY, Header.ORIGIN);
        String origin = ctx.header(Header.ORIGIN);
        if (origin != null && (origins.contains(ALL) || origins.contains(origin))) {
            ctx.header(Header.ACCESS_CONTROL_ALLOW_ORIGIN, origins.contains(ALL) ? ALL : origin)
                    .header(Header.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
        }
        if (ctx.method().equals(HandlerType.OPTIONS) && ctx.header(Header.ACCESS_CONTROL_REQUEST_METHOD) != null) {
            answer(ctx);
        }
    }

    private static void answer(Context ctx) {
        ctx.header(Header.ACCESS_CONTROL_ALLOW_METHODS, "GET, POST")
                .header(
                        Header.ACCESS_CONTROL_ALLOW_HEADERS,
                        "Authorization, Content-Type, If-None-Match, Idempotency-Key, Last-Event-ID")
                .header(Header.ACCESS_CONTROL_MAX_AGE, "600")
                .status(HttpStatus.NO_CONTENT)
                .skipRemainingHandlers();
    }
}
