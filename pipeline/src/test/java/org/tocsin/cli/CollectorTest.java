package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Counter;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.stream.PipelineConfig;

/** Meters on their way to a collector, which is a server of this test. */
class CollectorTest {
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private HttpServer server;

    private record Received(String path, Map<String, List<String>> headers, ExportMetricsServiceRequest body) {}

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            InputStream raw = exchange.getRequestBody();
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            received.add(new Received(
                    exchange.getRequestURI().getPath(),
                    new HashMap<>(exchange.getRequestHeaders()),
                    ExportMetricsServiceRequest.parseFrom(packed ? new GZIPInputStream(raw) : raw)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private PipelineConfig config(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "tocsin.otlp.url",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/metrics",
                "tocsin.otlp.interval.ms",
                "200"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return PipelineConfig.of(settings);
    }

    @Test
    void metersArriveWithHeadersAndWhoSentThem() throws Exception {
        try (Meters meters = new Meters(config(
                "tocsin.otlp.headers", "Authorization=Bearer swordfish, X-Tenant=desk", "application.id", "news"))) {
            Counter.builder("tocsin.example")
                    .tag("kind", "a")
                    .register(meters.all())
                    .increment(3);

            Received one = received.poll(30, TimeUnit.SECONDS);

            assertThat(one).isNotNull();
            assertThat(one.path()).isEqualTo("/v1/metrics");
            assertThat(one.headers()).containsEntry("Authorization", List.of("Bearer swordfish"));
            assertThat(one.headers()).containsEntry("X-tenant", List.of("desk"));
            ResourceMetrics sent = one.body().getResourceMetrics(0);
            assertThat(sent.getResource().getAttributesList().stream()
                            .collect(Collectors.toMap(
                                    KeyValue::getKey, each -> each.getValue().getStringValue())))
                    .containsEntry("service.name", "news")
                    .containsKeys("service.version", "service.instance.id");
            assertThat(sent.getScopeMetrics(0).getMetricsList())
                    .extracting(Metric::getName)
                    .contains("tocsin.example", "jvm.memory.used");
        }
    }

    @Test
    void whereNoneIsNamedNothingIsSent() {
        assertThat(Collector.of(PipelineConfig.of(Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"collector:4318", "ftp://collector", "http://a b"})
    void anAddressThatIsNoneIsRefused(String url) {
        assertThatThrownBy(() -> Collector.of(PipelineConfig.of(Map.of("tocsin.otlp.url", url))))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("tocsin.otlp.url", url, "http://collector:4318/v1/metrics");
    }

    @Test
    void headersAreSecretsAndThoseThatCannotBeReadAreNotQuoted() {
        PipelineConfig config = config("tocsin.otlp.headers", "Authorization=Bearer swordfish");

        assertThat(config.toString()).doesNotContain("swordfish");
        assertThat(config.withoutSecrets("refused: Bearer swordfish")).doesNotContain("swordfish");
        assertThatThrownBy(() -> Collector.of(config("tocsin.otlp.headers", "swordfish")))
                .hasMessageContaining("tocsin.otlp.headers")
                .hasMessageNotContaining("swordfish");
    }
}
