package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.local.LocalCluster;
import org.tocsin.stream.NewsFlow.Sent;

/**
 * Kills the pipeline's process at random moments while articles, corrections and deletions flow, starts it again each time, and
 * looks whether anything is lost or told twice, and whether the totals are those of the articles that stand. {@code -Dtocsin.crash.articles=5000 -Dtocsin.crash.kills=10} is the long form.
 */
class CrashIT {
    private static final Logger LOG = LoggerFactory.getLogger(CrashIT.class);
    private static final int ARTICLES = Integer.getInteger("tocsin.crash.articles", 400);
    private static final int KILLS = Integer.getInteger("tocsin.crash.kills", 2);
    private static final long SEED = Long.getLong("tocsin.crash.seed", 20261118L);
    private static final Duration CATCHING_UP = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    private final Random random = new Random(SEED);

    @Test
    void killingTheProcessLosesNothingAndTellsNothingTwice() throws Exception {
        List<Sent> articles = NewsFlow.of("crash", Instant.parse("2026-10-01T08:00:00Z"), ARTICLES, SEED);
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"), 0, 0)) {
            Map<String, String> settings = Map.of(
                    "bootstrap.servers",
                    cluster.bootstrapServers(),
                    PipelineConfig.REGISTRY_URL,
                    cluster.registryUrl());
            PipelineConfig config = PipelineConfig.of(settings);
            try (TopicAdmin admin = new TopicAdmin(config)) {
                admin.create();
            }
            try (KafkaProbe probe = new KafkaProbe(config)) {
                publishWhileKilling(settings, probe, articles);
                String compared = ExactlyOnce.of(articles).compare(config, probe, directory.resolve("restored"));
                LOG.warn("{} articles, corrections and deletions, {} kills: {}", articles.size(), KILLS, compared);
            }
        }
    }

    /** Publishes a share of the articles for each kill, and kills when a random part of the share is done. */
    private void publishWhileKilling(Map<String, String> settings, KafkaProbe probe, List<Sent> articles)
            throws Exception {
        int share = articles.size() / (KILLS + 1);
        int sent = 0;
        try (PipelineProcess pipeline =
                PipelineProcess.start("crash", directory.resolve("crash"), List.of("-Xmx700m"), settings)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                for (int end = kill * share; sent < end; sent++) {
                    probe.publish(articles.get(sent));
                }
                probe.flush();
                killOnce(pipeline, probe, kill, sent - share);
                LOG.warn("Kill {} of {}: {} articles sent, {} coded", kill, KILLS, sent, probe.committedArticles());
                pipeline.restart();
            }
            articles.subList(sent, articles.size()).forEach(probe::publish);
            probe.flush();
            KafkaProbe.await(
                    "everything committed",
                    CATCHING_UP,
                    () -> probe.lag() == 0 || !pipeline.process().isAlive());
            pipeline.stop();
            assertThat(probe.lag()).as("records that are not committed").isZero();
        }
    }

    /** Kills a process when it has coded a random part of its share, every third one already somewhere in its start. */
    private void killOnce(PipelineProcess pipeline, KafkaProbe probe, int kill, long before) throws Exception {
        long wanted = before + (long) (random.nextDouble() * ARTICLES / (KILLS + 1));
        int moment = random.nextInt(kill % 3 == 0 ? 8000 : 400);
        JavaProcess process = pipeline.process();
        if (kill % 3 != 0) {
            KafkaProbe.await(
                    "the pipeline codes",
                    CATCHING_UP,
                    () -> pipeline.isReady() && probe.committedArticles() > wanted || !process.isAlive());
        }
        assertThat(process.endsWithin(Duration.ofMillis(moment)))
                .as("the pipeline ended by itself, see " + process.log())
                .isFalse();
        process.kill();
    }
}
