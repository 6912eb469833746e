package org.tocsin.serve.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.article.NewsArticle;
import org.tocsin.incident.RevisionLog;
import org.tocsin.local.LocalCluster;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.serve.feed.EventStreamClient.Message;
import org.tocsin.stream.ArticleProducer;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.ScriptedCoder;
import org.tocsin.stream.StoreName;
import org.tocsin.stream.TopicAdmin;

/** The stream over HTTP against a real broker, whose transactions and markers lie between the records. */
class LiveFeedIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final List<String> TOWNS = List.of("Hlukhiv", "Shostka", "El-Fasher");
    private static final int KEPT = 25;

    @TempDir
    private static Path directory;

    private static LocalCluster cluster;
    private static PipelineConfig config;
    private static Pipeline pipeline;
    private static LiveFeed feed;
    private static StreamResource stream;
    private static ApiServer server;

    @BeforeAll
    static void start() throws Exception {
        cluster = LocalCluster.start(directory.resolve("kafka"), 0, 0);
        config = PipelineConfig.of(Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                PipelineConfig.REGISTRY_URL,
                cluster.registryUrl(),
                "state.dir",
                directory.resolve("state").toString()));
        try (TopicAdmin admin = new TopicAdmin(config)) {
            admin.create();
        }
        pipeline = new Pipeline(config, ScriptedCoder::coder);
        pipeline.start();
        assertThat(pipeline.awaitRunning(LIMIT)).isTrue();
        feed = new LiveFeed(new KafkaFeedSource(config), KEPT, Long.MAX_VALUE);
        Sieves sieves = new Sieves(id -> Optional.empty());
        stream = new StreamResource(
                feed, sieves, Clock.systemUTC(), new StreamResource.Limits(10, 10), Duration.ofSeconds(1));
        server = ApiServer.start(
                ApiSettings.on("127.0.0.1", 0), List.of(stream, new ChangesResource(feed, sieves, Clock.systemUTC())));
        feed.start();
        KafkaProbe.await("the feed follows", LIMIT, feed::ready);
    }

    @AfterAll
    static void stop() {
        feed.close();
        stream.close();
        server.close();
        pipeline.close();
        cluster.close();
    }

    @Test
    @Timeout(180)
    void aReaderThatBreaksOffAgainAndAgainHoldsInTheEndWhatTheStoresHold() throws Exception {
        Random random = new Random(37);
        Reader reader = new Reader();
        reader.take(0);
        try (ArticleProducer producer = ArticleProducer.connect(config);
                KafkaProducer<byte[], byte[]> eraser =
                        new KafkaProducer<>(config.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int round = 0; round < 12; round++) {
                for (int i = 0; i < 15; i++) {
                    publish(random, producer, eraser);
                }
                producer.flush();
                eraser.flush();
                reader.take(random.nextInt(8));
            }
        }
        try (KafkaProbe probe = new KafkaProbe(config)) {
            KafkaProbe.await("everything is committed", LIMIT, () -> probe.lag() == 0);
        }

        Map<String, Integer> standing = new TreeMap<>();
        pipeline.partitions().all(StoreName.INCIDENTS, (key, incident) -> {
            if (RevisionLog.stands(incident)) {
                standing.put(incident.getIncidentId(), incident.getRevision());
            }
        });
        assertThat(standing).isNotEmpty();
        reader.takeUntil(() -> reader.held.equals(standing));

        assertThat(reader.cuts).isGreaterThanOrEqualTo(12);
    }

    private static void publish(Random random, ArticleProducer producer, KafkaProducer<byte[], byte[]> eraser) {
        String id = "a" + random.nextInt(40);
        if (random.nextInt(6) == 0) {
            eraser.send(new ProducerRecord<>(producer.topic(), id.getBytes(StandardCharsets.UTF_8), null));
            return;
        }
        String town = TOWNS.get(random.nextInt(TOWNS.size()));
        producer.send(article(id, "strike " + town + "\ntoll " + town + " " + random.nextInt(30)));
    }

    private static NewsArticle article(String id, String text) {
        return new NewsArticle(id, "", text, Instant.parse("2026-11-18T10:00:00Z"), null, "Northline Wire");
    }

    /** Keeps the revision of each incident, over connections that are cut after some messages. */
    private static final class Reader {
        final Map<String, Integer> held = new TreeMap<>();
        int cuts;
        private Optional<String> last = Optional.empty();

        /** Connects, reads so many messages behind the greeting, and breaks off. */
        void take(int messages) throws Exception {
            try (EventStreamClient client = connect()) {
                apply(client.take());
                for (int i = 0; i < messages; i++) {
                    Message message = client.take();
                    if (message.event().equals("cut")) {
                        break;
                    }
                    apply(message);
                }
            }
            cuts++;
        }

        /** Connects, again where it is cut, and reads until a condition is met. */
        void takeUntil(BooleanSupplier condition) throws Exception {
            while (!condition.getAsBoolean()) {
                try (EventStreamClient client = connect()) {
                    Message message = client.take();
                    while (!message.event().equals("cut") && !condition.getAsBoolean()) {
                        apply(message);
                        message = condition.getAsBoolean() ? message : client.take();
                    }
                }
            }
        }

        private EventStreamClient connect() throws Exception {
            return EventStreamClient.connect(
                    URI.create("http://127.0.0.1:" + server.port() + "/v1/stream?collection=incidents"), last);
        }

        private void apply(Message message) {
            String id = message.data().path("id").asText();
            switch (message.event()) {
                case "hello" -> assertThat(message.id()).isNotBlank();
                case "upsert" ->
                    held.put(id, message.data().at("/item/revision").asInt());
                case "delete" -> held.remove(id);
                default -> throw new AssertionError("unexpected: " + message);
            }
            last = Optional.ofNullable(message.id());
        }
    }
}
