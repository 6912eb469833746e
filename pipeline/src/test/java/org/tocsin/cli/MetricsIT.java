package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.TestCluster;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.TopicAdmin;
import org.tocsin.stream.meter.Figure;

/** What /metrics shows after the bundled articles went through a pipeline. */
class MetricsIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Set<String> OF_THE_MACHINE = Set.of("jvm_", "process_", "system_");

    @TempDir
    private static Path directory;

    private static TestCluster cluster;
    private static Service service;
    private static List<Sample> samples = List.of();

    /** One line of the answer. */
    private record Sample(String name, Map<String, String> labels, double value) {
        static Sample of(String line) {
            int end = line.lastIndexOf(' ');
            int brace = line.indexOf('{');
            if (brace < 0) {
                return new Sample(line.substring(0, end), Map.of(), Double.parseDouble(line.substring(end + 1)));
            }
            Map<String, String> labels = new java.util.HashMap<>();
            for (String label : line.substring(brace + 1, line.lastIndexOf('}')).split("\",")) {
                int equals = label.indexOf('=');
                if (equals > 0) {
                    labels.put(
                            label.substring(0, equals),
                            label.substring(equals + 1).replace("\"", ""));
                }
            }
            return new Sample(line.substring(0, brace), labels, Double.parseDouble(line.substring(end + 1)));
        }

        boolean has(String... keysAndValues) {
            for (int i = 0; i < keysAndValues.length; i += 2) {
                if (!keysAndValues[i + 1].equals(labels.get(keysAndValues[i]))) {
                    return false;
                }
            }
            return true;
        }
    }

    @BeforeAll
    static void codeTheSamples() throws Exception {
        cluster = TestCluster.inThisProcess(directory.resolve("cluster"));
        PipelineConfig config = PipelineConfig.of(Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "schema.registry.url",
                cluster.registryUrl(),
                "state.dir",
                directory.resolve("state").toString(),
                "num.stream.threads",
                "2",
                "tocsin.topic.articles.partitions",
                "2",
                "tocsin.api.port",
                "0"));
        try (TopicAdmin admin = new TopicAdmin(config)) {
            admin.create();
        }
        service = Service.start(config);
        assertThat(service.pipeline().awaitRunning(LIMIT)).isTrue();
        try (ArticlePublisher publisher = ArticlePublisher.connect(config, new PrintWriter(new StringWriter()))) {
            Samples.articles().forEach(publisher::publish);
            publisher.flush();
        }
        int articles = Samples.articles().size();
        KafkaProbe.await("all articles coded and done", LIMIT, () -> {
            samples = scrape();
            return value("tocsin_articles_total", "result", "coded") >= articles
                    && value("tocsin_articles_waiting") == 0
                    && value("tocsin_incidents_open") > 0;
        });
        get("/v1/events?limit=1");
        get("/v1/incidents/no-such-incident");
        get("/nothing/here/a-word-of-the-caller");
        KafkaProbe.await("requests counted, which is done behind their answers", LIMIT, () -> {
            samples = scrape();
            return value("tocsin_api_request_seconds_count", "route", "other") > 0;
        });
    }

    @AfterAll
    static void stop() {
        service.close();
        cluster.close();
    }

    private static String get(String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(service.address() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Sample> scrape() {
        return get("/metrics")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(Sample::of)
                .toList();
    }

    private static double value(String name, String... labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name) && sample.has(labels))
                .mapToDouble(Sample::value)
                .sum();
    }

    @Test
    void theFiguresAreThoseOfTheArticles() {
        int articles = Samples.articles().size();
        assertThat(value("tocsin_articles_total", "result", "coded")).isEqualTo(articles);
        assertThat(value("tocsin_articles_total", "result", "failed")).isZero();
        assertThat(value("tocsin_events_total", "type", "strike", "change", "new"))
                .isPositive();
        assertThat(value("tocsin_revisions_total", "kind", "new"))
                .isGreaterThanOrEqualTo(value("tocsin_incidents_open"));
        assertThat(value("tocsin_dead_letters_total")).isZero();
        assertThat(value("tocsin_coder_seconds_count", "stage", "annotate")).isEqualTo(articles);
        assertThat(value("tocsin_coder_seconds_count", "stage", "strike")).isEqualTo(articles);
        assertThat(value("tocsin_coder_seconds_sum", "stage", "mentions")).isPositive();
        assertThat(value("tocsin_event_lag_seconds_count")).isEqualTo(articles);
        assertThat(value("tocsin_event_lag_seconds_bucket", "le", "3600.0")).isEqualTo(articles);
        assertThat(value("tocsin_publication_lag_seconds_count")).isEqualTo(articles);
        assertThat(value("tocsin_pipeline_state", "state", "running")).isEqualTo(1);
        assertThat(value("tocsin_pipeline_state")).isEqualTo(1);
        assertThat(value("tocsin_restore_partitions")).isZero();
        assertThat(value("tocsin_restore_records_left")).isZero();
        assertThat(value("tocsin_failures_total", "part", "registry")).isZero();
        assertThat(value("tocsin_stream_subscribers")).isZero();
        assertThat(value("tocsin_lag_seconds")).isBetween(0.0, 60.0);
        assertThat(value("tocsin_kafka_threads")).isEqualTo(2);
        assertThat(value("tocsin_kafka_consumed")).isPositive();
        assertThat(value("tocsin_kafka_sent")).isPositive();
        assertThat(value("tocsin_kafka_rebalances")).isPositive();
    }

    @Test
    void subscribersAreCountedWhileTheyFollow() throws Exception {
        try (java.io.InputStream following = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.address() + "/v1/stream"))
                                .build(),
                        BodyHandlers.ofInputStream())
                .body()) {
            assertThat(following.read()).isPositive();
            assertThat(scrape())
                    .filteredOn(sample -> sample.name().equals("tocsin_stream_subscribers"))
                    .singleElement()
                    .satisfies(sample -> assertThat(sample.value()).isEqualTo(1));
        }
    }

    @Test
    void theDoctorSeesTheInstanceThatRuns() {
        Run run = Run.of(
                "doctor",
                "-D",
                "bootstrap.servers=" + cluster.bootstrapServers(),
                "-D",
                "schema.registry.url=" + cluster.registryUrl(),
                "-D",
                "state.dir=" + directory.resolve("state"),
                "-D",
                "tocsin.topic.articles.partitions=2",
                "-D",
                "num.standby.replicas=1",
                "-D",
                "tocsin.api.port=" + URI.create(service.address()).getPort());

        assertThat(run.out())
                .contains(
                        "WARN  state lock: a running process works in",
                        "WARN  API port: 127.0.0.1:",
                        "WARN  standby copies: 1 standby copies, 1 instances run now",
                        "OK    rights: ",
                        "OK    clock: agrees with Kafka's",
                        "OK    schemas: ")
                .doesNotContain("FAIL  topic", "FAIL  broker");
    }

    @Test
    void requestsAreCountedByTheTemplatesOfTheirRoutes() {
        assertThat(value("tocsin_api_request_seconds_count", "route", "/v1/events", "status", "200"))
                .isEqualTo(1);
        assertThat(value("tocsin_api_request_seconds_count", "route", "/v1/incidents/{incident_id}", "status", "404"))
                .isEqualTo(1);
        assertThat(value("tocsin_api_request_seconds_count", "route", "other", "status", "404"))
                .isEqualTo(1);
        assertThat(samples).noneMatch(sample -> sample.labels().toString().contains("a-word-of-the-caller"));
    }

    @Test
    void everyFigureIsThereWithItsLabelsAndNothingElseIs() {
        Set<String> expected = new HashSet<>();
        for (Figure figure : Figure.values()) {
            Set<String> labels = new HashSet<>(figure.labels());
            List<Sample> own = samples.stream()
                    .filter(sample -> family(sample.name()).equals(figure.family()))
                    .toList();
            assertThat(own).as(figure.family()).isNotEmpty().allSatisfy(sample -> {
                Set<String> others = new HashSet<>(sample.labels().keySet());
                others.remove("le");
                assertThat(others).isEqualTo(labels);
            });
            expected.add(figure.family());
        }
        assertThat(samples.stream()
                        .map(sample -> family(sample.name()))
                        .filter(name -> OF_THE_MACHINE.stream().noneMatch(name::startsWith)))
                .allMatch(expected::contains);
    }

    @Test
    void noLabelTellsClientsOrThreadsApart() {
        assertThat(samples)
                .allSatisfy(sample -> assertThat(sample.labels().keySet())
                        .doesNotContain("client_id", "thread_id", "process_id", "task_id", "node_id", "instance"));
    }

    private static String family(String name) {
        return Arrays.stream(Figure.values())
                .map(Figure::family)
                .filter(family -> name.matches(family + "(_count|_sum|_max|_bucket)?"))
                .findFirst()
                .orElse(name);
    }
}
