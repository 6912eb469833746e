package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.IntakeResult;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventView;
import org.tocsin.incident.IncidentChange;
import org.tocsin.incident.OfflineResolver;
import org.tocsin.local.LocalCluster;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.CrashArticles.Sent;

/**
 * Kills the pipeline's process at random moments while articles, corrections and deletions flow, starts it again each time, and
 * looks whether anything is lost or told twice, and whether the totals are those of the articles that stand. {@code -Dtocsin.crash.articles=5000 -Dtocsin.crash.kills=10} is the long form.
 */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final int ARTICLES = Integer.getInteger("tocsin.crash.articles", 400);
    private static final int KILLS = Integer.getInteger("tocsin.crash.kills", 2);
    private static final long SEED = Long.getLong("tocsin.crash.seed", 20261118L);
    private static final Duration STARTING = Duration.ofMinutes(3);
    private static final Duration CATCHING_UP = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);

    @Test
    void killingTheProcessLosesNothingAndTellsNothingTwice() throws Exception {
        List<Sent> articles = CrashArticles.some(ARTICLES, SEED);
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"), 0, 0)) {
            PipelineConfig config = config(cluster);
            try (TopicAdmin admin = new TopicAdmin(config)) {
                admin.create();
            }
            try (KafkaProbe probe = new KafkaProbe(config)) {
                publishWhileKilling(config, probe, articles);
                Expected expected = expected(articles);
                assertThat(eventCounts(probe))
                        .as("times that each event was committed, by what it tells")
                        .isEqualTo(expected.events());
                Map<String, RollupTotals> totals = storedTotals(config);
                assertThat(totals).as("stored totals").isEqualTo(totalsOf(standing(probe)));
                assertThat(totals).as("totals of the articles").isEqualTo(totalsOf(expected.incidents()));
                LOG.warn(
                        "{} articles, corrections and deletions, {} kills: {} events exactly once, {} totals exact",
                        articles.size(),
                        KILLS,
                        expected.events().size(),
                        totals.size());
            }
        }
    }

    /** Publishes a share of the articles for each kill, and kills when a random part of the share is done. */
    private void publishWhileKilling(PipelineConfig config, KafkaProbe probe, List<Sent> articles) throws Exception {
        int share = articles.size() / (KILLS + 1);
        int sent = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            for (int end = kill * share; sent < end; sent++) {
                publish(probe, articles.get(sent));
            }
            probe.flush();
            killOnce(config, probe, kill, sent - share);
            LOG.warn("Kill {} of {}: {} articles sent, {} coded", kill, KILLS, sent, probe.committedArticles());
        }
        Process last = start(config, directory.resolve("running-last"));
        articles.subList(sent, articles.size()).forEach(item -> publish(probe, item));
        probe.flush();
        KafkaProbe.await("everything committed", CATCHING_UP, () -> probe.lag() == 0 || !last.isAlive());
        last.destroy();
        assertThat(last.waitFor(60, TimeUnit.SECONDS))
                .as("the pipeline ends when asked to")
                .isTrue();
        assertThat(probe.lag()).as("records that are not committed").isZero();
    }

    /** Runs a process until it has coded a random part of its share, every third one only until somewhere in its start. */
    private void killOnce(PipelineConfig config, KafkaProbe probe, int kill, long before) throws Exception {
        Path running = directory.resolve("running-" + kill);
        Process process = start(config, running);
        long wanted = before + (long) (random.nextDouble() * ARTICLES / (KILLS + 1));
        int moment = random.nextInt(kill % 3 == 0 ? 8000 : 400);
        if (kill % 3 != 0) {
            KafkaProbe.await(
                    "the pipeline codes",
                    CATCHING_UP,
                    () -> Files.exists(running) && probe.committedArticles() > wanted || !process.isAlive());
        }
        assertThat(process.waitFor(moment, TimeUnit.MILLISECONDS))
                .as("the pipeline ended by itself, see " + directory.resolve("pipeline.log"))
                .isFalse();
        // SIGKILL on Linux
        process.destroyForcibly().waitFor();
    }

    private Process start(PipelineConfig config, Path running) throws IOException {
        Path settings = directory.resolve("pipeline.properties");
        Properties properties = new Properties();
        properties.putAll(settings(config));
        try (Writer writer = Files.newBufferedWriter(settings, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-cp",
                        classPath,
                        CrashChild.class.getName(),
                        settings.toString(),
                        running.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("pipeline.log").toFile()))
                .start();
    }

    private PipelineConfig config(LocalCluster cluster) {
        return PipelineConfig.of(Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                PipelineConfig.REGISTRY_URL,
                cluster.registryUrl(),
                "state.dir",
                directory.resolve("state").toString(),
                "main.consumer.group.instance.id",
                "crash"));
    }

    private static Map<String, String> settings(PipelineConfig config) {
        Map<String, String> settings = new HashMap<>();
        for (String key : List.of(
                "bootstrap.servers", PipelineConfig.REGISTRY_URL, "state.dir", "main.consumer.group.instance.id")) {
            String value = config.raw(key);
            if (value != null) {
                settings.put(key, value);
            }
        }
        return settings;
    }

    private static Map<String, Integer> eventCounts(KafkaProbe probe) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Topic<String, SpecificRecord> topic : probe.topics().events().values()) {
            for (ConsumerRecord<String, SpecificRecord> event : probe.committed(topic)) {
                counts.merge(told(event.key(), event.value()), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static List<Incident> standing(KafkaProbe probe) {
        Map<String, Incident> latest = new TreeMap<>();
        probe.committed(probe.topics().incidents()).forEach(item -> latest.put(item.key(), item.value()));
        List<Incident> standing = new ArrayList<>(latest.values());
        standing.removeIf(incident -> incident == null || incident.getMergedInto() != null);
        return standing;
    }

    private Map<String, RollupTotals> storedTotals(PipelineConfig config) throws InterruptedException {
        PipelineConfig elsewhere =
                config.with(Map.of("state.dir", directory.resolve("restored").toString()));
        Map<String, RollupTotals> totals = new TreeMap<>();
        try (Pipeline pipeline = new Pipeline(elsewhere, ScriptedCoder::coder)) {
            pipeline.start();
            assertThat(pipeline.awaitRunning(STARTING)).isTrue();
            boolean complete = pipeline.partitions().all(StoreName.ROLLUPS, totals::put);
            assertThat(complete).isTrue();
        }
        return totals;
    }

    private static Map<String, RollupTotals> totalsOf(List<Incident> incidents) {
        Map<String, RollupTotals> totals = new TreeMap<>();
        for (Incident incident : incidents) {
            Rollups.change(new IncidentChange(null, incident))
                    .forEach((key, change) -> totals.merge(key.encode(), change, Rollups::add));
        }
        return totals;
    }

    private static void publish(KafkaProbe probe, Sent item) {
        if (item.article() == null) {
            probe.publish(item.id().getBytes(StandardCharsets.UTF_8), null);
        } else {
            probe.publish(item.article());
        }
    }

    /** An event as it is told once each time it changes, with what changes most. */
    private static String told(String id, @Nullable SpecificRecord event) {
        return id + " " + (event instanceof Casualty toll ? toll.getKilled() : event == null ? "retracted" : "told");
    }

    /** What the articles come to without Kafka. */
    private record Expected(Map<String, Integer> events, List<Incident> incidents) {}

    private static Expected expected(List<Sent> articles) {
        Coder coder = EnglishNews.coder();
        ArticleIntake intake = new ArticleIntake();
        Map<String, Integer> told = new TreeMap<>();
        Map<String, Coded> standing = new TreeMap<>();
        for (Sent item : articles) {
            Coded before = standing.remove(item.id());
            List<SpecificRecord> now = List.of();
            if (item.article() != null) {
                NewsArticle article = ((IntakeResult.Accepted) intake.check(item.article())).article();
                now = coder.code(article);
                standing.put(item.id(), new Coded(article, now));
            }
            changes(before == null ? List.of() : before.events, now)
                    .forEach(change -> told.merge(change, 1, Integer::sum));
        }
        OfflineResolver resolver = new OfflineResolver();
        standing.values()
                .forEach(coded ->
                        resolver.add(coded.article, Objects.requireNonNull(coded.article.publishedAt()), coded.events));
        return new Expected(told, resolver.incidents());
    }

    private record Coded(NewsArticle article, List<SpecificRecord> events) {}

    /** What is told of the events of an article when a version takes the place of another. */
    private static List<String> changes(List<SpecificRecord> before, List<SpecificRecord> now) {
        Map<String, SpecificRecord> gone = byId(before);
        List<String> changes = new ArrayList<>();
        byId(now).forEach((id, event) -> {
            if (!event.equals(gone.remove(id))) {
                changes.add(told(id, event));
            }
        });
        gone.keySet().forEach(id -> changes.add(told(id, null)));
        return changes;
    }

    private static Map<String, SpecificRecord> byId(List<SpecificRecord> events) {
        Map<String, SpecificRecord> byId = new TreeMap<>();
        events.forEach(event -> byId.put(EventView.of(event).id(), event));
        return byId;
    }
}
