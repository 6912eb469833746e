package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.arrival.web.LocalOutlet;
import org.tocsin.local.TestCluster;
import org.tocsin.schema.Article;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.TopicAdmin;
import org.tocsin.stream.Topics;

/** Publishes files and feeds to a real broker, by the command. */
class PublishIT {
    private static final Path SAMPLES = Path.of("src/test/resources/org/tocsin/arrival");

    @TempDir
    static Path folder;

    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.inThisProcess(folder.resolve("cluster"));
        createTopics("files.");
        createTopics("feed.");
        createTopics("refused.");
    }

    /** A configuration with topics of its own, which are there. */
    private static void createTopics(String prefix) {
        try (TopicAdmin admin = new TopicAdmin(config(prefix))) {
            admin.create();
        }
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static PipelineConfig config(String prefix) {
        return PipelineConfig.of(Map.of(
                "bootstrap.servers", cluster.bootstrapServers(),
                "schema.registry.url", cluster.registryUrl(),
                "tocsin.topic.prefix", prefix));
    }

    private static Run publish(String prefix, String... arguments) {
        List<String> all = new ArrayList<>(List.of("publish"));
        all.addAll(List.of("-D", "bootstrap.servers=" + cluster.bootstrapServers()));
        all.addAll(List.of("-D", "schema.registry.url=" + cluster.registryUrl()));
        all.addAll(List.of("-D", "tocsin.topic.prefix=" + prefix));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray(String[]::new));
    }

    /** The articles in the topic, in the order of their arrival in each partition. */
    private static List<Article> published(String prefix) {
        PipelineConfig config = config(prefix);
        List<Article> articles = new ArrayList<>();
        try (Topics topics = config.topics();
                KafkaConsumer<String, Article> consumer = new KafkaConsumer<>(
                        config.consumer(),
                        new StringDeserializer(),
                        topics.articles().values().deserializer())) {
            List<TopicPartition> partitions = consumer
                    .partitionsFor(topics.articles().name())
                    .stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofSeconds(1)).forEach(found -> articles.add(found.value()));
            }
        }
        return articles;
    }

    private static List<String> ids(String prefix) {
        return published(prefix).stream().map(Article::getId).sorted().toList();
    }

    @Test
    void filesOfEveryFormatArePublishedAndWhatIsNoArticleIsNamed() {
        Run run = publish(
                "files.",
                SAMPLES.resolve("rss.xml").toString(),
                SAMPLES.resolve("atom.xml").toString(),
                SAMPLES.resolve("newsml.xml").toString(),
                SAMPLES.resolve("nitf.xml").toString(),
                SAMPLES.resolve("ninjs-2.json").toString(),
                SAMPLES.resolve("pages.warc").toString(),
                SAMPLES.resolve("pages.warc.wet").toString(),
                "--language",
                "en");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .contains("rss.xml item 3: it has no id", "newsml.xml item 4: its publication status is not usable")
                .contains(
                        "1 articles in another language than en were left out",
                        "10 articles published to files.articles");
        assertThat(ids("files."))
                .hasSize(10)
                .contains(
                        "gulfpress.20261117.0042",
                        "tag:harbour.example,2026:101",
                        "urn:newsml:northline.example:20261118:strike-1",
                        "urn:ninjs:lake.example:2",
                        "urn:uuid:00000000-0000-4000-8000-000000000001",
                        "urn:uuid:00000000-0000-4000-8000-000000000011")
                .doesNotContain("urn:uuid:00000000-0000-4000-8000-000000000012");
    }

    @Test
    void aFeedIsPublishedOnceAlsoAfterARestart() throws Exception {
        try (LocalOutlet outlet = LocalOutlet.start()) {
            String[] arguments = {
                "--feed",
                outlet.uri("/rss").toString(),
                "--once",
                "--allow-private",
                "--state",
                folder.resolve("seen").toString()
            };
            outlet.serve(
                    "/rss",
                    "application/rss+xml",
                    feed("<item><guid>urn:a:1</guid><description>One.</description></item>"));
            Run first = publish("feed.", arguments);
            outlet.serve(
                    "/rss",
                    "application/rss+xml",
                    feed("<item><guid>urn:a:2</guid><description>Two.</description></item>"
                            + "<item><guid>urn:a:1</guid><description>One.</description></item>"));
            Run second = publish("feed.", arguments);
            Run third = publish("feed.", arguments);

            assertThat(first.exit()).as(first.err()).isZero();
            assertThat(first.err())
                    .contains("1 articles from http://127.0.0.1", "1 articles published to feed.articles");
            assertThat(second.err()).contains("1 articles published");
            assertThat(third.err()).contains("0 articles published");
            assertThat(ids("feed.")).containsExactly("urn:a:1", "urn:a:2");
            assertThat(outlet.agents()).allSatisfy(agent -> assertThat(agent).startsWith("Tocsin/"));
        }
    }

    @Test
    void aFeedOnThisMachineIsRefusedUnlessAllowedAndTheExitCodeSaysSo() throws Exception {
        try (LocalOutlet outlet = LocalOutlet.start()) {
            outlet.serve("/rss", "application/rss+xml", feed(""));
            Run run = publish(
                    "refused.",
                    "--feed",
                    outlet.uri("/rss").toString(),
                    "--once",
                    "--state",
                    folder.resolve("refused").toString());

            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err()).contains("tocsin: http://127.0.0.1", "no public address", "--allow-private");
            assertThat(outlet.asked()).isEmpty();
        }
    }

    private static String feed(String items) {
        String start =
                "<rss version=\"2.0\"><channel><title>Local</title><link>http://a.example/</link><description>d</description>";
        return start + items + "</channel></rss>";
    }
}
