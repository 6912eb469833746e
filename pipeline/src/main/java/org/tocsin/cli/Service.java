package org.tocsin.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.serve.Resource;
import org.tocsin.serve.Resources;
import org.tocsin.serve.query.ClusterHoldings;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Preflight;
import org.tocsin.stream.Setting;

/** A pipeline with its API and its meters, in this process. */
final class Service implements AutoCloseable {
    private final Pipeline pipeline;
    private final ClusterHoldings holdings;
    private final Meters meters;
    private final Exchange exchange;
    private final ApiServer api;
    private final String root;

    private Service(
            Pipeline pipeline, ClusterHoldings holdings, Meters meters, Exchange exchange, ApiServer api, String root) {
        this.pipeline = pipeline;
        this.holdings = holdings;
        this.meters = meters;
        this.exchange = exchange;
        this.api = api;
        this.root = root;
    }

    /**
     * Starts the API, which answers 503 at first, then the pipeline.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka or the registry do not answer or refuse
     */
    static Service start(PipelineConfig settings) {
        ApiGuard guard = ApiGuard.of(settings);
        Optional<SSLContext> peers = ApiTls.ofPeers(settings);
        Preflight.require(settings);
        PipelineConfig config = withPort(settings);
        Meters meters = new Meters(config);
        Pipeline pipeline = new Pipeline(config, meters.all());
        ClusterHoldings holdings = new ClusterHoldings(pipeline, config.text(Setting.API_INTERNAL_TOKEN), peers);
        meters.show(holdings, config, Clock.systemUTC());
        String host = config.text(Setting.API_HOST);
        String root =
                (peers.isPresent() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host) + ":";
        Exchange exchange = new Exchange(pipeline, holdings, Clock.systemUTC());
        List<Resource> resources = new ArrayList<>(Resources.ofState(holdings, Clock.systemUTC()));
        exchange.bindTo(meters.all());
        resources.addAll(exchange.resources());
        resources.addAll(Resources.ofOperation(
                () -> pipeline.ready() ? Optional.empty() : Optional.of("The pipeline is " + pipeline.state()),
                meters.prometheus()));
        resources.add(guard.instances(holdings));
        ApiServer api;
        try {
            api = startApi(config, guard, resources, meters);
        } catch (RuntimeException e) {
            exchange.close();
            holdings.close();
            pipeline.close();
            meters.close();
            throw e;
        }
        Service service = new Service(pipeline, holdings, meters, exchange, api, root);
        try {
            pipeline.start();
            exchange.start();
            return service;
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
    }

    /** The other instances must know the port before anybody listens on it, so a free one is looked up where any will do. */
    private static PipelineConfig withPort(PipelineConfig config) {
        if (config.number(Setting.API_PORT) != 0) {
            return config;
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(config.text(Setting.API_HOST)))) {
            return config.with(Map.of(Setting.API_PORT.key(), Integer.toString(free.getLocalPort())));
        } catch (IOException e) {
            throw new CommandFailure("There is no free port on " + config.text(Setting.API_HOST), e);
        }
    }

    private static ApiServer startApi(PipelineConfig config, ApiGuard guard, List<Resource> resources, Meters meters) {
        String host = config.text(Setting.API_HOST);
        int port = Math.toIntExact(config.number(Setting.API_PORT));
        ApiSettings settings = new ApiSettings(
                host,
                port,
                words(config, Setting.API_CORS_ORIGINS),
                config.text(Setting.API_FRAME_ANCESTORS),
                guard.access(),
                guard.limits(),
                ApiTls.of(config));
        try {
            return ApiServer.start(settings, resources, meters.all());
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
        return root + api.port();
    }

    /** Stops to answer, commits what was done and leaves. */
    @Override
    public void close() {
        exchange.close();
        api.close();
        holdings.close();
        pipeline.close();
        meters.close();
    }
}
