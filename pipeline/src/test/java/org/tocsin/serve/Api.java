package org.tocsin.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.serve.query.Holdings;

/** A running API and a client of it. */
final class Api implements AutoCloseable {
    /** The time that the API thinks it is. */
    static final Clock NOW = Clock.fixed(Instant.parse("2024-12-24T12:00:00Z"), ZoneOffset.UTC);

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ApiServer server;

    Api(Holdings holdings) {
        this(holdings, ApiSettings.on("127.0.0.1", 0), Optional.empty());
    }

    Api(Holdings holdings, ApiSettings settings, Optional<String> notReady) {
        server = ApiServer.start(settings, resources(holdings, meters, notReady));
    }

    static List<Resource> resources(Holdings holdings, PrometheusMeterRegistry meters, Optional<String> notReady) {
        List<Resource> resources = new ArrayList<>(Resources.ofState(holdings, NOW));
        resources.addAll(Resources.ofOperation(() -> notReady, meters));
        return resources;
    }

    PrometheusMeterRegistry meters() {
        return meters;
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(LIMIT);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
    }

    JsonNode json(String path, String... headers) throws IOException, InterruptedException {
        return json(get(path, headers));
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return MAPPER.readTree(response.body());
    }

    static List<String> ids(JsonNode answer, String field) {
        List<String> ids = new ArrayList<>();
        answer.path("data").forEach(item -> ids.add(item.path(field).asText()));
        return ids;
    }

    static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Override
    public void close() {
        server.close();
        meters.close();
    }
}
