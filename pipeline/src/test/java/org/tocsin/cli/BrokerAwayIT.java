package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.TestCluster;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.TopicAdmin;

/** What the meters tell when Kafka goes away: it is what the alerts rest on. */
class BrokerAwayIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void failuresAreCountedAndTheLagGrowsWhileMetricsAnswer() throws Exception {
        TestCluster cluster = TestCluster.inThisProcess(directory.resolve("cluster"));
        PipelineConfig config = PipelineConfig.of(Map.of(
                "bootstrap.servers", cluster.bootstrapServers(),
                "schema.registry.url", cluster.registryUrl(),
                "state.dir", directory.resolve("state").toString(),
                "num.stream.threads", "1",
                "tocsin.topic.articles.partitions", "1",
                "tocsin.topic.incidents.partitions", "1",
                "tocsin.api.port", "0"));
        try (TopicAdmin admin = new TopicAdmin(config)) {
            admin.create();
        }
        try (Service service = Service.start(config)) {
            assertThat(service.pipeline().awaitRunning(LIMIT)).isTrue();
            double before = value(service, "tocsin_failures_total{part=\"broker\"}");

            cluster.close();

            KafkaProbe.await(
                    "a failure counted",
                    LIMIT,
                    () -> value(service, "tocsin_failures_total{part=\"broker\"}") >= before + 2
                            && value(service, "tocsin_lag_seconds") > 3);
        }
    }

    private static double value(Service service, String sample) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(service.address() + "/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .lines()
                    .filter(line -> line.startsWith(sample + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
