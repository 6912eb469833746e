package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.local.LocalCluster;
import org.tocsin.rollup.ArticleHistory;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Incident;
import org.tocsin.serve.query.Peers;

/** Two instances share the state; one is killed while both are asked two hundred times a second. */
class InstancesIT {
    private static final Logger LOG = LoggerFactory.getLogger(InstancesIT.class);
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int ARTICLES = 300;
    private static final long BETWEEN_MICROS = 5_000;
    private static final Duration STARTING = Duration.ofMinutes(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BACK = Duration.ofSeconds(10);
    private static final Duration AFTERWARDS = Duration.ofSeconds(4);

    private static final long NOT_YET = Long.MAX_VALUE / 2;

    @TempDir
    Path directory;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void everyAnswerIsRightOrSaysThatItIsNotCompleteWhenAnInstanceDies() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"), 0, 0)) {
            PipelineConfig config = config(cluster);
            try (TopicAdmin admin = new TopicAdmin(config)) {
                admin.create();
            }
            Instance first = start(config, "first");
            Instance second = start(config, "second");
            try (KafkaProbe probe = new KafkaProbe(config)) {
                // whoever comes when there is state already gets its share at the next probing rebalance only, minutes
                // later
                for (Instance instance : List.of(first, second)) {
                    KafkaProbe.await("both have a share", STARTING, () -> isShared(instance));
                }
                publish(probe);
                Expected expected = expected(probe);
                List<Instance> both = List.of(first, second);
                for (Instance instance : both) {
                    KafkaProbe.await("full answers of both instances", STARTING, () -> isWhole(instance, expected));
                }

                assertThat(statusForStrangers(first)).isEqualTo(403);

                List<Asked> asked = killAmongQuestions(first, second);

                hold(asked, expected);
            } finally {
                first.process.kill();
                second.process.kill();
            }
        }
    }

    /** What is known of one question: when it was asked since the kill (negative before), and what came. */
    private record Asked(
            long millis,
            int status,
            boolean retryAfter,
            @Nullable JsonNode answer,
            @Nullable String error) {}

    private record Instance(JavaProcess process, URI address) {}

    private record Expected(List<String> newest, Set<String> all, long events) {}

    private void publish(KafkaProbe probe) {
        for (ArticleHistory.Step step : new ArticleHistory(7, ARTICLES).steps()) {
            if (step.article() == null) {
                probe.publish(step.id().getBytes(StandardCharsets.UTF_8), null);
            } else {
                probe.publish(step.article());
            }
        }
        probe.flush();
        KafkaProbe.await("everything coded and summed", STARTING, () -> probe.lag() == 0);
    }

    private static Expected expected(KafkaProbe probe) {
        Map<String, Incident> latest = new TreeMap<>();
        probe.committed(probe.topics().incidents()).forEach(item -> latest.put(item.key(), item.value()));
        List<Incident> standing = new ArrayList<>(latest.values());
        standing.removeIf(incident -> incident == null || incident.getMergedInto() != null);
        standing.sort(
                Comparator.comparing(Incident::getLastReportedAt).reversed().thenComparing(Incident::getIncidentId));
        List<String> all = standing.stream()
                .map(incident -> incident.getIncidentId() + " " + incident.getRevision())
                .toList();
        return new Expected(
                all.subList(0, InstanceChild.PAGE),
                Set.copyOf(all),
                standing.stream().filter(Rollups::counts).count());
    }

    /** What somebody who does not know the secret of the instances gets at their path. */
    private int statusForStrangers(Instance instance) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(instance.address.resolve(Peers.PATH))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private boolean isShared(Instance instance) {
        return isShared(ask(instance, 0).answer);
    }

    private static boolean isShared(@Nullable JsonNode answer) {
        return answer != null
                && isComplete(answer)
                && answer.at("/listed/instances").asInt() == 2;
    }

    private boolean isWhole(Instance instance, Expected expected) {
        JsonNode answer = ask(instance, 0).answer;
        return answer != null
                && isShared(answer)
                && answer.at("/listed/lag_ms").asLong() == 0
                && isRight(answer, expected);
    }

    /** Asks both in turn, kills the second, and goes on with the first. */
    private List<Asked> killAmongQuestions(Instance first, Instance second) throws InterruptedException {
        Queue<Asked> asked = new ConcurrentLinkedQueue<>();
        AtomicInteger number = new AtomicInteger();
        AtomicLong killed = new AtomicLong(NOT_YET);
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
        ExecutorService askers = Executors.newFixedThreadPool(64);
        try {
            clock.scheduleAtFixedRate(
                    () -> {
                        boolean dead = killed.get() != NOT_YET;
                        boolean other = !dead && number.incrementAndGet() % 2 == 0;
                        askers.execute(() -> {
                            long at = System.nanoTime();
                            Asked one = ask(other ? second : first, 0);
                            long since = TimeUnit.NANOSECONDS.toMillis(at - killed.get());
                            // who asks an instance while it is killed asks in vain; that is no answer of the others
                            if (!other || one.error == null) {
                                asked.add(new Asked(since, one.status, one.retryAfter, one.answer, one.error));
                            }
                        });
                    },
                    0,
                    BETWEEN_MICROS,
                    TimeUnit.MICROSECONDS);
            KafkaProbe.await("answers of both", STARTING, () -> asked.size() > 600);
            killed.set(System.nanoTime());
            second.process.kill();
            long end = killed.get() + BACK.plus(AFTERWARDS).toNanos();
            KafkaProbe.await("the time of the others", STARTING, () -> System.nanoTime() > end);
        } finally {
            clock.shutdownNow();
            askers.shutdown();
            assertThat(askers.awaitTermination(10, TimeUnit.SECONDS))
                    .as("all questions are answered in the end")
                    .isTrue();
        }
        return List.copyOf(asked);
    }

    private static void hold(List<Asked> asked, Expected expected) {
        long lastLack = 0;
        int incomplete = 0;
        int unavailable = 0;
        for (Asked one : asked) {
            JsonNode answer = one.answer;
            if (answer == null) {
                assertThat(one.error).as("%d ms after the kill", one.millis).isNull();
                assertThat(one.status).as("%d ms after the kill", one.millis).isEqualTo(503);
                assertThat(one.retryAfter).as("Retry-After").isTrue();
                unavailable++;
                lastLack = Math.max(lastLack, one.millis);
            } else if (!isComplete(answer)) {
                assertThat(expected.all).containsAll(incidents(answer));
                assertThat(answer.path("matched").asInt()).isLessThanOrEqualTo(expected.all.size());
                assertThat(answer.path("events").asLong()).isLessThanOrEqualTo(expected.events);
                incomplete++;
                lastLack = Math.max(lastLack, one.millis);
            } else {
                assertThat(isRight(answer, expected))
                        .as("%d ms after the kill: %s", one.millis, answer)
                        .isTrue();
            }
        }
        LOG.warn(
                "{} answers, {} incomplete, {} unavailable, the last of these {} ms after the kill",
                asked.size(),
                incomplete,
                unavailable,
                lastLack);
        assertThat(lastLack).as("ms until all answers are full again").isLessThan(BACK.toMillis());
        assertThat(asked.stream().filter(one -> one.millis > BACK.toMillis()))
                .as("answers behind these %s", BACK)
                .hasSizeGreaterThan(200);
    }

    private Asked ask(Instance instance, long millis) {
        HttpRequest request = HttpRequest.newBuilder(instance.address.resolve(InstanceChild.PATH))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Asked(
                    millis,
                    response.statusCode(),
                    response.headers().firstValue("Retry-After").isPresent(),
                    response.statusCode() == 200 ? MAPPER.readTree(response.body()) : null,
                    null);
        } catch (IOException e) {
            return new Asked(millis, 0, false, null, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Asked(millis, 0, false, null, e.toString());
        }
    }

    private static boolean isComplete(JsonNode answer) {
        return answer.at("/listed/complete").asBoolean()
                && answer.at("/counted/complete").asBoolean();
    }

    private static boolean isRight(JsonNode answer, Expected expected) {
        return incidents(answer).equals(expected.newest)
                && answer.path("matched").asInt() == expected.all.size()
                && answer.path("events").asLong() == expected.events;
    }

    private static List<String> incidents(JsonNode answer) {
        List<String> incidents = new ArrayList<>();
        answer.path("incidents").forEach(incident -> incidents.add(incident.asText()));
        return incidents;
    }

    private Instance start(PipelineConfig config, String name) throws IOException {
        int port = freePort();
        Properties properties = new Properties();
        for (String key : List.of("bootstrap.servers", PipelineConfig.REGISTRY_URL, "num.standby.replicas")) {
            String value = config.raw(key);
            if (value != null) {
                properties.put(key, value);
            }
        }
        properties.put("state.dir", directory.resolve("state-" + name).toString());
        properties.put(Setting.API_PORT.key(), Integer.toString(port));
        properties.put(Setting.API_INTERNAL_TOKEN.key(), "shared among the two");
        Path settings = directory.resolve(name + ".properties");
        try (Writer writer = Files.newBufferedWriter(settings, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        JavaProcess process = JavaProcess.start(
                InstanceChild.class.getName(),
                List.of("-Xmx400m", "-XX:+UseSerialGC"),
                List.of(settings.toString()),
                directory.resolve(name + ".log"));
        return new Instance(process, URI.create("http://127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static PipelineConfig config(LocalCluster cluster) {
        return PipelineConfig.of(Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                PipelineConfig.REGISTRY_URL,
                cluster.registryUrl(),
                "num.standby.replicas",
                "1"));
    }
}
