package org.tocsin.serve;

import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** {@code /metrics}: the meters of the process in the text format of Prometheus. */
final class MetricsResource implements PlainResource {
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry meters;

    MetricsResource(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public String path() {
        return "/metrics";
    }

    @Override
    public String summary() {
        return "Meters of the stream, the API and the Java machine for Prometheus.";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public void answer(Context ctx, PlainParameters parameters) {
        ctx.contentType(TEXT_FORMAT).result(meters.scrape(TEXT_FORMAT));
    }
}
