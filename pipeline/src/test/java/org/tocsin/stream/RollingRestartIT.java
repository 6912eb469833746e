package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.local.LocalCluster;
import org.tocsin.stream.NewsFlow.Sent;

/**
 * Three instances, a newsroom that sends all the time, and somebody who asks all the time: each instance in turn is asked to end and
 * started again, as an upgrade does it. {@code -Dtocsin.restart.rounds=5} goes round more than once.
 */
class RollingRestartIT {
    private static final Logger LOG = LoggerFactory.getLogger(RollingRestartIT.class);
    private static final int ROUNDS = Integer.getInteger("tocsin.restart.rounds", 1);
    private static final long SEED = Long.getLong("tocsin.restart.seed", 20261125L);
    private static final int SETTLED = 80;
    private static final int ARTICLES_PER_SECOND = 5;
    private static final int QUESTIONS_PER_SECOND = 50;
    private static final String SETTLED_DAYS = "2025-02-01/2025-05-31";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    @Test
    void restartingOneInstanceAfterAnotherLosesDoublesAndMisstatesNothing() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(directory.resolve("cluster"), 0, 0)) {
            Map<String, String> settings = settings(cluster);
            PipelineConfig config = PipelineConfig.of(settings);
            try (TopicAdmin admin = new TopicAdmin(config)) {
                admin.create();
            }
            List<PipelineProcess> instances = new ArrayList<>();
            try (KafkaProbe probe = new KafkaProbe(config)) {
                for (String name : List.of("one", "two", "three")) {
                    instances.add(PipelineProcess.start(name, directory.resolve(name), options(), settings));
                }
                instances.forEach(instance -> instance.awaitReady(LIMIT));
                List<Sent> sent = settle(probe);
                restartUnderLoad(instances, probe, sent);
                for (PipelineProcess instance : instances) {
                    instance.stop();
                }
                LOG.warn(
                        "{} articles, corrections and deletions: {}",
                        sent.size(),
                        ExactlyOnce.of(sent).compare(config, probe, directory.resolve("restored")));
            } finally {
                instances.forEach(PipelineProcess::close);
            }
        }
    }

    /** News of days that nothing else tells of, until all of it is coded; returns it. */
    private List<Sent> settle(KafkaProbe probe) {
        List<Sent> settled = NewsFlow.of("settled", Instant.parse("2025-03-01T08:00:00Z"), SETTLED, SEED);
        settled.forEach(probe::publish);
        probe.flush();
        KafkaProbe.await("the first news is coded and summed", LIMIT, () -> probe.lag() == 0);
        return new ArrayList<>(settled);
    }

    private void restartUnderLoad(List<PipelineProcess> instances, KafkaProbe probe, List<Sent> sent) throws Exception {
        ExactlyOnce truth = ExactlyOnce.of(sent);
        Set<String> incidents = ExactlyOnce.standingIncidentIds(probe);
        assertThat(incidents).hasSize(truth.incidents().size());
        List<Sent> flow = NewsFlow.of("flow", Instant.parse("2026-10-01T08:00:00Z"), 50_000, SEED);
        List<Sent> flown = new ArrayList<>();
        Questions questions = Questions.about(SETTLED_DAYS, truth, incidents);
        ScheduledExecutorService newsroom = Executors.newSingleThreadScheduledExecutor();
        try (questions) {
            questions.begin(List.of(), QUESTIONS_PER_SECOND);
            instances.forEach(instance -> questions.takeIn(instance, LIMIT));
            newsroom.scheduleAtFixedRate(
                    () -> {
                        Sent next = flow.get(flown.size());
                        probe.publish(next);
                        flown.add(next);
                    },
                    0,
                    TimeUnit.SECONDS.toMicros(1) / ARTICLES_PER_SECOND,
                    TimeUnit.MICROSECONDS);
            for (int round = 0; round < ROUNDS; round++) {
                for (PipelineProcess instance : instances) {
                    long before = probe.committedArticles();
                    restart(instance, questions);
                    KafkaProbe.await(
                            "articles coded while an instance restarts",
                            LIMIT,
                            () -> probe.committedArticles() > before);
                }
            }
        } finally {
            newsroom.shutdown();
            assertThat(newsroom.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }
        sent.addAll(flown);
        probe.flush();
        KafkaProbe.await("everything committed", LIMIT, () -> probe.lag() == 0);
        LOG.warn("{} articles in {} restarts; answers: {}", flown.size(), ROUNDS * 3, questions.outcomes());
        assertThat(questions.faults()).isEmpty();
        assertThat(ExactlyOnce.of(sent).eventIds()).containsAll(questions.newestEvents());
    }

    private static void restart(PipelineProcess instance, Questions questions) throws InterruptedException {
        questions.leaveOut(instance);
        instance.stop();
        long stopped = System.nanoTime();
        instance.restart();
        instance.awaitReady(LIMIT);
        long ready = System.nanoTime();
        questions.takeIn(instance, LIMIT);
        LOG.warn(
                "{}: ready {} ms after its start, all questions right {} ms later",
                instance.name(),
                TimeUnit.NANOSECONDS.toMillis(ready - stopped),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ready));
    }

    private static List<String> options() {
        return List.of("-Xmx350m", "-XX:+UseSerialGC");
    }

    private static Map<String, String> settings(LocalCluster cluster) {
        return Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                PipelineConfig.REGISTRY_URL,
                cluster.registryUrl(),
                "num.standby.replicas",
                "1",
                Setting.API_INTERNAL_TOKEN.key(),
                "shared among the three");
    }
}
