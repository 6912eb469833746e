package org.tocsin.cli;

import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.serve.Resource;
import org.tocsin.serve.Resources;
import org.tocsin.serve.query.ClusterHoldings;
import org.tocsin.serve.query.Holdings;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;

/** A pipeline with its API and its meters, in this process. */
final class Service implements AutoCloseable {
    private final Pipeline pipeline;
    private final PrometheusMeterRegistry meters;
    private final JvmGcMetrics collections;
    private final Exchange exchange;
    private final ApiServer api;
    private final String host;

    private Service(
            Pipeline pipeline,
            PrometheusMeterRegistry meters,
            JvmGcMetrics collections,
            Exchange exchange,
            ApiServer api,
            String host) {
        this.pipeline = pipeline;
        this.meters = meters;
        this.collections = collections;
        this.exchange = exchange;
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
        Holdings holdings = new ClusterHoldings(pipeline);
        Exchange exchange = new Exchange(pipeline, holdings, Clock.systemUTC());
        List<Resource> resources = new ArrayList<>(Resources.ofState(holdings, Clock.systemUTC()));
        resources.addAll(exchange.resources());
        resources.addAll(Resources.ofOperation(
                () -> pipeline.ready() ? Optional.empty() : Optional.of("The pipeline is " + pipeline.state()),
                meters));
        ApiServer api;
        try {
            api = startApi(config, host, resources);
        } catch (RuntimeException e) {
            exchange.close();
            pipeline.close();
            throw e;
        }
        Service service = new Service(pipeline, meters, collections, exchange, api, host);
        try {
            pipeline.start();
            exchange.start();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    private static ApiServer startApi(PipelineConfig config, String host, List<Resource> resources) {
        int port = Math.toIntExact(config.number(Setting.API_PORT));
        ApiSettings settings = new ApiSettings(
                host, port, words(config, Setting.API_CORS_ORIGINS), config.text(Setting.API_FRAME_ANCESTORS));
        try {
            return ApiServer.start(settings, resources);
        } catch (RuntimeException e) {
            throw new CommandFailure(
                    "The API cannot listen on " + host + ":" + port + "; choose another port with "
                            + Setting.API_PORT.key() + " (0 takes a free one)",
                    e);
        }
    }

    private static Set<String> words(PipelineConfig config, Setting setting) {
        return Arrays.stream(config.text(setting).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
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
        exchange.close();
        api.close();
        pipeline.close();
        collections.close();
        meters.close();
    }
}
