package org.tocsin.cli;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.serve.PipelineStores;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;

/** A pipeline with its API and its meters, in this process. */
final class Service implements AutoCloseable {
    private final Pipeline pipeline;
    private final PrometheusMeterRegistry meters;
    private final JvmGcMetrics collections;
    private final ApiServer api;
    private final String host;

    private Service(
            Pipeline pipeline, PrometheusMeterRegistry meters, JvmGcMetrics collections, ApiServer api, String host) {
        this.pipeline = pipeline;
        this.meters = meters;
        this.collections = collections;
        this.api = api;
        this.host = host;
    }

    /** Starts the API, which answers 503 at first, then the pipeline. */
    static Service start(PipelineConfig config) {
        Pipeline pipeline = new Pipeline(config);
        PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        JvmGcMetrics collections = new JvmGcMetrics();
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        collections,
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(meters));
        pipeline.bindTo(meters);
        String host = config.text(Setting.API_HOST);
        ApiServer api = startApi(config, pipeline, meters, host);
        Service service = new Service(pipeline, meters, collections, api, host);
        try {
            pipeline.start();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private static ApiServer startApi(
            PipelineConfig config, Pipeline pipeline, PrometheusMeterRegistry meters, String host) {
        int port = Math.toIntExact(config.number(Setting.API_PORT));
        try {
            return ApiServer.start(
                    ApiSettings.on(host, port), new PipelineStores(pipeline), meters, Clock.systemUTC(), List.of());
        } catch (RuntimeException e) {
            pipeline.close();
            throw new CommandFailure(
                    "The API cannot listen on " + host + ":" + port + "; choose another port with "
                            + Setting.API_PORT.key() + " (0 takes a free one)",
                    e);
        }
    }

    Pipeline pipeline() {
        return pipeline;
    }

    /** Address of the API, for example {@code http://127.0.0.1:8080}. */
    String address() {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + api.port();
    }

    /** Stops to answer, commits what was done and leaves. */
    @Override
    public void close() {
        api.close();
        pipeline.close();
        collections.close();
        meters.close();
    }
}
