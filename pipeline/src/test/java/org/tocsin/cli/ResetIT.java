package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.local.TestCluster;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.TopicAdmin;

/** What docs/operations.md says of lost state, lost offsets and a reset, done to a pipeline. */
class ResetIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    private TestCluster cluster;
    private PipelineConfig config;
    private int articles;

    @BeforeEach
    void publish() {
        cluster = TestCluster.inThisProcess(directory.resolve("cluster"));
        Map<String, String> settings = new HashMap<>(Map.of(
                "bootstrap.servers", cluster.bootstrapServers(),
                "schema.registry.url", cluster.registryUrl(),
                "state.dir", directory.resolve("state").toString(),
                "tocsin.topic.articles.partitions", "2",
                "tocsin.topic.events.partitions", "1",
                "tocsin.topic.incidents.partitions", "2",
                "tocsin.api.port", "0"));
        config = PipelineConfig.of(settings);
        createTopics();
        try (ArticlePublisher publisher = ArticlePublisher.connect(config, new PrintWriter(new StringWriter()))) {
            Samples.articles().forEach(publisher::publish);
            publisher.flush();
            articles = Samples.articles().size();
        }
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    @Test
    void afterEachLossThePipelineHoldsTheSame() throws Exception {
        holdsAllAfter("coded");

        delete(directory.resolve("state"));
        holdsAllAfter("");

        try (Admin admin = Admin.create(config.admin())) {
            KafkaProbe.await("the group is empty", LIMIT, () -> deletedGroup(admin));
        }
        holdsAllAfter("unchanged");

        reset();
        holdsAllAfter("coded");
    }

    /** Runs a pipeline until every article had a fate (none where it is empty) and the API lists what the coder finds, no more. */
    private void holdsAllAfter(String fate) throws InterruptedException {
        Set<String> expected = new TreeSet<>();
        Coder coder = EnglishNews.coder();
        for (NewsArticle article : Samples.articles()) {
            coder.code(article)
                    .forEach(event -> expected.add(EventView.of(event).id()));
        }
        try (Service service = Service.start(config)) {
            assertThat(service.pipeline().awaitRunning(LIMIT)).isTrue();
            if (!fate.isEmpty()) {
                String counter = "tocsin_articles_total{result=\"" + fate + "\"} " + articles + ".0";
                KafkaProbe.await(counter, LIMIT, () -> get(service, "/metrics").contains(counter));
            }
            KafkaProbe.await(
                    "all events listed",
                    LIMIT,
                    () -> ids(service, "events", "event_id").equals(expected));
            KafkaProbe.await(
                    "incidents listed",
                    LIMIT,
                    () -> !ids(service, "incidents", "incident_id").isEmpty());
        }
    }

    private static Set<String> ids(Service service, String list, String field) {
        try {
            JsonNode answer = new ObjectMapper().readTree(get(service, "/v1/" + list + "?limit=500"));
            return answer.path("data").findValuesAsText(field).stream().collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String get(Service service, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(service.address() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createTopics() {
        try (TopicAdmin admin = new TopicAdmin(config)) {
            admin.create();
        }
    }

    private boolean deletedGroup(Admin admin) {
        try {
            admin.deleteConsumerGroups(List.of(config.applicationId())).all().get();
            return true;
        } catch (java.util.concurrent.ExecutionException e) {
            return e.getCause() instanceof org.apache.kafka.common.errors.GroupIdNotFoundException;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What kafka-streams-application-reset.sh does, then what the document adds to it. */
    private void reset() throws Exception {
        try (Admin admin = Admin.create(config.admin())) {
            KafkaProbe.await("the group is empty", LIMIT, () -> deletedGroup(admin));
            List<String> gone = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(config.applicationId() + "-")
                            || name.startsWith("events.")
                            || name.startsWith("incidents"))
                    .toList();
            assertThat(gone).hasSizeGreaterThan(10);
            admin.deleteTopics(gone).all().get();
            KafkaProbe.await("the topics are gone", LIMIT, () -> {
                try {
                    return admin.listTopics().names().get().stream().noneMatch(gone::contains);
                } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        delete(directory.resolve("state"));
        createTopics();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
