package org.tocsin.serve.status;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topics;

/**
 * Looks at Kafka every second: how many articles the pipeline's group has committed and how many wait, and how many dead letters the
 * topic keeps. Dead letters are counted by reading them, since offsets also count the markers of transactions. Thread-safe.
 */
public final class Gauges implements StatusResource.Figures, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gauges.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final int FETCH_BYTES = 1024 * 1024;
    private static final long NOT_COUNTED = -1;

    private final PipelineConfig config;
    private final String articles;
    private final String deadLetters;
    private final ArticleFlow flow = new ArticleFlow();
    private final AtomicLong letters = new AtomicLong(NOT_COUNTED);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    /** Gauges of a configuration; nothing is asked of Kafka yet. */
    public Gauges(PipelineConfig config) {
        this.config = config;
        try (Topics topics = config.topics()) {
            articles = topics.articles().name();
            deadLetters = topics.deadLetters().name();
        }
    }

    /** Begins to look; the topics must be there. */
    public void start() {
        threads.add(new Thread(() -> untilClosed(this::watchArticles), "gauge-articles"));
        threads.add(new Thread(() -> untilClosed(this::countLetters), "gauge-dead-letters"));
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    @Override
    public OptionalLong articlesDone() {
        return flow.latest().map(counts -> OptionalLong.of(counts.done())).orElse(OptionalLong.empty());
    }

    @Override
    public OptionalLong articlesWaiting() {
        return flow.latest().map(counts -> OptionalLong.of(counts.waiting())).orElse(OptionalLong.empty());
    }

    @Override
    public OptionalDouble articlesPerSecond() {
        return flow.perSecond();
    }

    @Override
    public OptionalLong deadLetters() {
        long counted = letters.get();
        return counted == NOT_COUNTED ? OptionalLong.empty() : OptionalLong.of(counted);
    }

    private interface Watch {
        void run() throws InterruptedException, ExecutionException;
    }

    private void untilClosed(Watch watch) {
        while (closing.getCount() > 0) {
            try {
                watch.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (ExecutionException | KafkaException e) {
                LOG.debug("Kafka does not say how far things are; asked again in {} s", EVERY.toSeconds(), e);
                if (pause()) {
                    return;
                }
            }
        }
    }

    /** Waits for the next look; says whether there is none. */
    private boolean pause() {
        try {
            return closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void watchArticles() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(config.admin())) {
            List<TopicPartition> partitions =
                    admin.describeTopics(List.of(articles)).allTopicNames().get().values().stream()
                            .flatMap(topic -> topic.partitions().stream())
                            .map(partition -> new TopicPartition(articles, partition.partition()))
                            .toList();
            boolean ended = false;
            while (!ended) {
                flow.add(System.nanoTime(), counts(admin, partitions));
                ended = pause();
            }
        }
    }

    private ArticleFlow.Counts counts(Admin admin, List<TopicPartition> partitions)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(config.applicationId())
                .partitionsToOffsetAndMetadata()
                .get();
        var ends = admin.listOffsets(partitions.stream()
                        .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest())))
                .all()
                .get();
        long done = 0;
        long waiting = 0;
        for (TopicPartition partition : partitions) {
            long here = Optional.ofNullable(committed.get(partition))
                    .map(OffsetAndMetadata::offset)
                    .orElse(0L);
            var end = ends.get(partition);
            done += here;
            waiting += Math.max(0, (end == null ? 0 : end.offset()) - here);
        }
        return new ArticleFlow.Counts(done, waiting);
    }

    private void countLetters() throws InterruptedException {
        Map<String, Object> settings = config.consumer();
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES);
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<PartitionInfo> known = consumer.partitionsFor(deadLetters, PATIENCE);
            List<TopicPartition> partitions = known.stream()
                    .map(partition -> new TopicPartition(deadLetters, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
            long counted = 0;
            boolean all = false;
            while (closing.getCount() > 0) {
                counted += consumer.poll(EVERY).count();
                all = all
                        || partitions.stream()
                                .allMatch(one -> consumer.position(one, PATIENCE) >= ends.getOrDefault(one, 0L));
                if (all) {
                    letters.set(counted);
                }
            }
        }
    }

    @Override
    public void close() {
        closing.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(CLOSE_LIMIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
