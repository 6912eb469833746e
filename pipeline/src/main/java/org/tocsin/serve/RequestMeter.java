package org.tocsin.serve;

import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.tocsin.stream.meter.Figure;

/** Counts and times requests by the template of their route, so that no path of a caller's choice becomes a label. */
final class RequestMeter {
    private static final String ROUTE = "tocsin.route";
    /** The page's files and what there is not. */
    private static final String OTHER = "other";

    private static final double MICROS_A_MILLI = 1000;

    private final MeterRegistry registry;

    RequestMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Remembers which operation a request is for. */
    static void answeredBy(Operation operation, Context ctx) {
        ctx.attribute(ROUTE, operation.path());
    }

    /** Counts a request that was answered. */
    void count(Context ctx, float millis) {
        String route = ctx.attribute(ROUTE);
        Figure.API_REQUESTS
                .timer(
                        registry,
                        route == null ? OTHER : ctx.method().name(),
                        route == null ? OTHER : route,
                        Integer.toString(ctx.statusCode()))
                .record(Math.round(millis * MICROS_A_MILLI), TimeUnit.MICROSECONDS);
    }
}
