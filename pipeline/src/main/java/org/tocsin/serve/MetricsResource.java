package org.tocsin.serve;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** {@code /metrics}: the meters of the process in the text format of Prometheus. */
final class MetricsResource implements Resource {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private static final Operation OPERATION = Operation.get(
            "/metrics",
            "Meters of the stream, the API and the Java machine for Prometheus.",
            List.of(),
            Reply.ok("The text format of Prometheus.", "text/plain", JsonSchemas.text()),
            Reply.badRequest());

    private final PrometheusMeterRegistry meters;

    MetricsResource(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Operation operation() {
        return OPERATION;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        ctx.contentType(TEXT_FORMAT).result(meters.scrape(TEXT_FORMAT));
    }
}
