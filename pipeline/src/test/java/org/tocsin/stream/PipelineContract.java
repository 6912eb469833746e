package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventTypes;
import org.tocsin.local.TestCluster;
import org.tocsin.rollup.RollupClock;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow;
import org.tocsin.schema.Article;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Strike;

/**
 * What the pipeline does on a real broker and registry, whichever they are. Each test has its own topics, application and state.
 */
abstract class PipelineContract {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    /** The broker and registry, which are running. */
    abstract TestCluster cluster();

    @Test
    void readsNewsAndGoesOnAfterARestartWithoutRepeatingAnything() throws Exception {
        PipelineConfig config = config("restart");
        try (KafkaProbe probe = new KafkaProbe(config)) {
            try (Pipeline pipeline = started(config, EnglishNews::coder)) {
                probe.publish(news("monday", "Hlukhiv", "nine", "2026-11-16T18:00:00Z"));
                awaitCoded(probe);
                assertThat(pipeline.partitions().all(StoreName.INCIDENTS, (key, incident) -> {}))
                        .isTrue();
            }
            try (Pipeline pipeline = started(config, EnglishNews::coder)) {
                probe.publish(news("monday", "Hlukhiv", "nine", "2026-11-16T18:00:00Z"));
                probe.publish(news("tuesday", "Kharkiv", "three", "2026-11-17T18:00:00Z"));
                awaitCoded(probe);
                assertThat(pipeline.failure()).isNull();
                assertRollupsAreRead(pipeline.partitions());
            }

            List<Strike> strikes = probe.committed(probe.topics().eventsOf(EventTypes.named("strike"))).stream()
                    .map(item -> (Strike) item.value())
                    .toList();
            assertThat(strikes).extracting(Strike::getArticleId).containsExactlyInAnyOrder("monday", "tuesday");
            assertThat(probe.committed(probe.topics().incidents())).isNotEmpty();
            assertThat(probe.committed(probe.topics().deadLetters())).isEmpty();
            assertCloudEvents(probe, "incident", probe.topics().incidents());
            assertCloudEvents(probe, "event.strike", probe.topics().eventsOf(EventTypes.named("strike")));
        }
    }

    private static void assertCloudEvents(KafkaProbe probe, String type, Topic<?, ?> topic) {
        assertThat(probe.committed(topic.name())).isNotEmpty().allSatisfy(item -> {
            assertThat(item.headers().lastHeader(CloudEvent.TYPE).value())
                    .asString()
                    .startsWith("org.tocsin." + type);
            assertThat(item.headers().lastHeader(CloudEvent.ID).value())
                    .asString()
                    .startsWith(new String(item.key(), StandardCharsets.UTF_8) + "/");
        });
    }

    @Test
    void codesOnWhileItsStoresAreRead() throws Exception {
        PipelineConfig config = config("read-while-coded");
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try (KafkaProbe probe = new KafkaProbe(config);
                Pipeline pipeline = started(config, ScriptedCoder::coder)) {
            PartitionedStores stores = pipeline.partitions();
            AtomicBoolean coded = new AtomicBoolean();
            List<Future<Integer>> reads = new ArrayList<>();
            for (int reader = 0; reader < 2; reader++) {
                reads.add(readers.submit(() -> readUntil(coded, stores)));
            }
            for (int article = 0; article < 2_000; article++) {
                probe.publish(TestStream.article("article " + article % 10, "strike Hlukhiv\ntoll Hlukhiv " + article));
            }

            awaitCoded(probe);

            coded.set(true);
            for (Future<Integer> read : reads) {
                assertThat(read.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isGreaterThan(1_000);
            }
            assertThat(pipeline.failure()).isNull();
        } finally {
            readers.shutdownNow();
        }
    }

    /** Reads every store in every way until everything is coded; returns how often. */
    private static int readUntil(AtomicBoolean coded, PartitionedStores stores) {
        int reads = 0;
        while (!coded.get()) {
            StoreName<EventEnvelope> events = StoreName.EVENTS;
            for (int partition : stores.readable(events)) {
                stores.get(events, partition, "9999");
                stores.range(events, partition, Optional.of("9998"), Optional.of("9999"), (key, event) -> {});
                reads++;
            }
        }
        return reads;
    }

    private static void assertRollupsAreRead(PartitionedStores stores) {
        RollupWindow.KeyRange november = new RollupWindow(
                        Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"))
                .keys(RollupClock.REPORTED, RollupDimension.COUNTRY);
        AtomicLong killed = new AtomicLong();

        TreeSet<String> buckets = new TreeSet<>();
        boolean complete = stores.all(StoreName.ROLLUPS, (key, total) -> {
            RollupKey cell = RollupKey.parse(key);
            boolean wanted = key.compareTo(november.from()) >= 0 && key.compareTo(november.to()) < 0;
            if (wanted && cell.eventType().equals("strike")) {
                buckets.add(cell.bucket());
                killed.addAndGet(total.getKilledBest());
            }
        });

        assertThat(complete).isTrue();
        assertThat(killed.get()).isEqualTo(12);
        assertThat(buckets.last()).isEqualTo("2026-11-17T18");
    }

    @Test
    void keepsEveryBadRecordAsADeadLetterAndLosesNothingElse() throws Exception {
        PipelineConfig config = config("bad-input");
        try (KafkaProbe probe = new KafkaProbe(config);
                Pipeline pipeline = started(config, ScriptedCoder::coder)) {
            Map<String, byte[]> bad = badValues(probe);
            int good = 0;
            for (Map.Entry<String, byte[]> value : bad.entrySet()) {
                probe.publish(utf8(value.getKey()), value.getValue());
                probe.publish(TestStream.article("good " + good++, "strike Hlukhiv"));
            }
            probe.publish(null, probe.bytes(TestStream.article("without key", "strike Hlukhiv")));
            probe.publish(TestStream.article("cyrillic", "Удар по місту Глухів.\nstrike Hlukhiv"));
            probe.publish(TestStream.article("right to left", "غارة على مدينة الفاشر\nstrike El-Fasher"));
            awaitCoded(probe);

            assertThat(reasons(probe))
                    .containsExactlyInAnyOrder(
                            "not-avro",
                            "unknown-schema",
                            "schema-mismatch",
                            "empty-text",
                            "oversized",
                            "invalid-published",
                            "coder-error",
                            "no-key");
            Set<String> coded = probe.committed(probe.topics().eventsOf(EventTypes.named("strike"))).stream()
                    .map(item -> ((Strike) item.value()).getArticleId())
                    .collect(Collectors.toSet());
            assertThat(coded).hasSize(good + 2).contains("cyrillic", "right to left");
            assertThat(pipeline.ready()).isTrue();
        }
    }

    @Test
    void waitsForARegistryThatIsAwayAndCodesTheArticleWhenItIsBack() throws Exception {
        try (Gate gate = Gate.before(URI.create(cluster().registryUrl()))) {
            PipelineConfig config = config("registry-away")
                    .with(Map.of(PipelineConfig.REGISTRY_URL, gate.address().toString()));
            try (KafkaProbe probe = new KafkaProbe(config);
                    Pipeline pipeline = started(config, ScriptedCoder::coder)) {
                byte[] article = ofAnotherProducer(probe.bytes(TestStream.article("a", "strike Hlukhiv")));
                gate.shut();
                probe.publish(utf8("a"), article);
                probe.flush();
                KafkaProbe.await("the registry was asked in vain", LIMIT, () -> gate.dropped() > 0);

                gate.open();
                awaitCoded(probe);

                assertThat(probe.committed(probe.topics()
                                .eventsOf(EventTypes.named("strike"))
                                .name()))
                        .hasSize(1);
                assertThat(probe.committed(probe.topics().deadLetters().name())).isEmpty();
                assertThat(pipeline.failure()).isNull();
            }
        }
    }

    @Test
    void saysWhichTopicsAreMissing() {
        PipelineConfig config = config("none").with(Map.of(Setting.TOPIC_PREFIX.key(), "never-created."));

        try (Pipeline pipeline = new Pipeline(config, ScriptedCoder::coder)) {
            assertThatThrownBy(pipeline::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("never-created.articles")
                    .hasMessageContaining("tocsin topics create");
        }
    }

    /** The article as a producer with a schema of its own would write it: the pipeline must ask the registry for that schema. */
    private byte[] ofAnotherProducer(byte[] article) throws Exception {
        Schema schema = new Schema.Parser().parse(Article.getClassSchema().toString());
        schema.addProp("producer", "another");
        int id = new CachedSchemaRegistryClient(cluster().registryUrl(), 1)
                .register("another-producer", new AvroSchema(schema.toString()));
        return ByteBuffer.wrap(article.clone()).putInt(1, id).array();
    }

    private static Map<String, byte[]> badValues(KafkaProbe probe) {
        byte[] random = new byte[500];
        new Random(11).nextBytes(random);
        random[0] = 1;
        byte[] whole = probe.bytes(TestStream.article("cut off", "strike Hlukhiv"));
        Article late = Article.newBuilder(TestStream.article("year 9999", "strike Hlukhiv"))
                .setPublishedAt(Instant.parse("9999-06-01T00:00:00Z"))
                .build();
        return Map.of(
                "random bytes", random,
                "unknown schema",
                        ByteBuffer.allocate(60).put((byte) 0).putInt(4_000_000).array(),
                "cut off", Arrays.copyOf(whole, whole.length - 3),
                "empty text", probe.bytes(TestStream.article("empty text", "")),
                "10 MB", probe.bytes(TestStream.article("10 MB", "word ".repeat(2 * 1024 * 1024))),
                "year 9999", probe.bytes(late),
                "crash", probe.bytes(TestStream.article("crash", "crash")));
    }

    private static List<String> reasons(KafkaProbe probe) {
        return probe.committed(probe.topics().deadLetters().name()).stream()
                .map(letter -> new String(
                        letter.headers().lastHeader(DeadLetter.REASON).value(), StandardCharsets.UTF_8))
                .toList();
    }

    private PipelineConfig config(String name) {
        return PipelineConfig.of(Map.of(
                "bootstrap.servers",
                cluster().bootstrapServers(),
                PipelineConfig.REGISTRY_URL,
                cluster().registryUrl(),
                "application.id",
                name,
                "state.dir",
                directory.resolve(name).toString(),
                Setting.TOPIC_PREFIX.key(),
                name + "."));
    }

    private static Pipeline started(PipelineConfig config, Supplier<Coder> coders) throws InterruptedException {
        try (TopicAdmin admin = new TopicAdmin(config)) {
            admin.create();
        }
        Pipeline pipeline = new Pipeline(config, coders);
        pipeline.start();
        assertThat(pipeline.awaitRunning(LIMIT)).isTrue();
        return pipeline;
    }

    private static void awaitCoded(KafkaProbe probe) {
        probe.flush();
        KafkaProbe.await("everything is committed", LIMIT, () -> probe.lag() == 0);
    }

    private static Article news(String id, String town, String killed, String published) {
        return Article.newBuilder(TestStream.article(
                        id,
                        "A Russian drone strike on " + town + " killed " + killed
                                + " people on Monday, the regional governor said."))
                .setPublishedAt(Instant.parse(published))
                .build();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
