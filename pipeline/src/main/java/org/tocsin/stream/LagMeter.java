package org.tocsin.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.meter.StreamMeters;

/**
 * Measures every half second how far the stream is behind its sources, whoever reads them, and how far the standbys here are behind
 * what their owners wrote. The lag of a partition is the time since the last measure at which everything was there that has been
 * read by now; what was published since the last measure is not in it. A store behind repartition topics is as late as its own topic
 * and the topics before it together.
 */
final class LagMeter implements StateLag, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LagMeter.class);
    private static final long PERIOD_MILLIS = 500;
    private static final long ANSWER_SECONDS = 5;

    /** A measure that is later than this is missing. */
    private static final long LATE_MILLIS = 3_000;

    /** A change log ends with the marker of its last transaction, which a standby does not count. */
    private static final long MARKER = 1;

    private final KafkaStreams streams;
    private final Admin admin;
    private final String applicationId;
    private final SourceTopics sources;
    private final String articles;
    private final StreamMeters meters;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "tocsin-lag");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<TopicPartition, LagHistory> sourceHistories = new HashMap<>();
    private final Map<StandBy, LagHistory> standbyHistories = new HashMap<>();
    private volatile Map<TopicPartition, Long> sourceLags = Map.of();
    private volatile Map<StandBy, Long> standbyLags = Map.of();
    private volatile OptionalLong waiting = OptionalLong.empty();
    private boolean exist;
    private volatile long measuredAt = System.currentTimeMillis();
    private final Set<StandBy> filled = ConcurrentHashMap.newKeySet();

    private record StandBy(String store, int partition) {}

    /**
     * A meter; it begins to measure at once.
     *
     * @param config where Kafka is
     * @param sources the topics that are read
     * @param articles name of the articles' topic
     * @param meters count failures to measure
     */
    LagMeter(KafkaStreams streams, PipelineConfig config, SourceTopics sources, String articles, StreamMeters meters) {
        this.streams = streams;
        this.admin = Admin.create(config.admin());
        this.applicationId = config.applicationId();
        this.sources = sources;
        this.articles = articles;
        this.meters = meters;
        clock.scheduleWithFixedDelay(this::measure, 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public long millis(StoreName<?> store, Set<Integer> read) {
        Map<TopicPartition, Long> lags = sourceLags;
        Map<StandBy, Long> standbys = standbyLags;
        long own = read.stream()
                .mapToLong(partition -> lags.getOrDefault(new TopicPartition(sources.of(store), partition), 0L)
                        + standbys.getOrDefault(new StandBy(store.name(), partition), 0L))
                .max()
                .orElse(0);
        return own
                + sources.before(store).mapToLong(topic -> latest(lags, topic)).sum()
                + silence();
    }

    /** How far the stream is behind the slowest of its topics, milliseconds. */
    long worst() {
        return sourceLags.values().stream().mapToLong(Long::longValue).max().orElse(0) + silence();
    }

    /** Articles that nobody has done yet, at the last measure; empty before the first. */
    OptionalLong waiting() {
        return waiting;
    }

    @Override
    public boolean isFilled(StoreName<?> store, int partition) {
        return filled.contains(new StandBy(store.name(), partition));
    }

    @Override
    public void close() {
        clock.shutdownNow();
        admin.close(Duration.ofSeconds(1));
    }

    /** How long ago the last measure should have been; 0 while measures come. */
    private long silence() {
        long late = System.currentTimeMillis() - measuredAt;
        return late < LATE_MILLIS ? 0 : late;
    }

    private static long latest(Map<TopicPartition, Long> lags, String topic) {
        return lags.entrySet().stream()
                .filter(lag -> lag.getKey().topic().equals(topic))
                .mapToLong(Map.Entry::getValue)
                .max()
                .orElse(0);
    }

    private void measure() {
        try {
            if (sourcesExist()) {
                measureSources();
                measureStandbys();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            // Kafka is away or the stream is not up; the lag grows by the time without a measure, and the next one
            // comes
            meters.failure(StreamMeters.Part.BROKER);
            LOG.debug("The lag could not be measured", e);
        }
    }

    /** Kafka Streams makes the repartition topics at the first assignment; asked for before, they are errors in the log. */
    private boolean sourcesExist() throws InterruptedException, ExecutionException, TimeoutException {
        if (!exist) {
            exist = admin.listTopics()
                    .names()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .containsAll(sources.partitions().keySet());
        }
        return exist;
    }

    private void measureSources() throws InterruptedException, ExecutionException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> done = admin.listConsumerGroupOffsets(applicationId)
                .partitionsToOffsetAndMetadata()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends = admin.listOffsets(
                        sourcePartitions().collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())),
                        new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        long now = System.currentTimeMillis();
        Map<TopicPartition, Long> lags = new HashMap<>();
        long undone = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> end : ends.entrySet()) {
            TopicPartition partition = end.getKey();
            OffsetAndMetadata committed = done.get(partition);
            long position = committed == null ? 0 : committed.offset();
            LagHistory history = sourceHistories.computeIfAbsent(partition, unseen -> new LagHistory());
            history.measure(now, position, end.getValue().offset(), 0);
            lags.put(partition, history.lag());
            if (partition.topic().equals(articles)) {
                undone += Math.max(0, end.getValue().offset() - position);
            }
        }
        waiting = OptionalLong.of(undone);
        sourceLags = Map.copyOf(lags);
    }

    private Stream<TopicPartition> sourcePartitions() {
        return sources.partitions().entrySet().stream()
                .flatMap(topic -> IntStream.range(0, topic.getValue())
                        .mapToObj(partition -> new TopicPartition(topic.getKey(), partition)));
    }

    private void measureStandbys() {
        long now = System.currentTimeMillis();
        Map<StandBy, Long> lags = new HashMap<>();
        for (Map.Entry<String, Map<Integer, LagInfo>> store :
                streams.allLocalStorePartitionLags().entrySet()) {
            store.getValue().forEach((partition, lag) -> {
                StandBy standby = new StandBy(store.getKey(), partition);
                LagHistory history = standbyHistories.computeIfAbsent(standby, unseen -> new LagHistory());
                history.measure(now, lag.currentOffsetPosition(), lag.endOffsetPosition(), MARKER);
                lags.put(standby, history.lag());
                if (history.filled()) {
                    filled.add(standby);
                }
            });
        }
        standbyHistories.keySet().retainAll(lags.keySet());
        filled.retainAll(lags.keySet());
        standbyLags = Map.copyOf(lags);
        measuredAt = now;
    }
}
