package org.tocsin.bench.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.stream.PipelineConfig;

/**
 * Reads committed events as they come and notes how long after their article was to be sent. An event bears the time of its article's
 * record. Every event must come once.
 */
final class Arrivals implements AutoCloseable {
    private static final long LONGEST_MILLIS = Duration.ofMinutes(10).toMillis();
    private static final int DIGITS = 3;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CompletableFuture<Void> reading;
    private final Set<String> seen = new HashSet<>();
    private Histogram latencies = new Histogram(LONGEST_MILLIS, DIGITS);
    private long since = Long.MAX_VALUE;
    private long until;
    private long events;
    private long doubled;
    private volatile boolean closed;

    /** Reads these topics from their beginning. */
    Arrivals(PipelineConfig config, List<String> topics) {
        consumer = new KafkaConsumer<>(config.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reading = CompletableFuture.runAsync(this::read, Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "arrivals");
            thread.setDaemon(true);
            return thread;
        }));
    }

    /** Notes from now on how long events take whose articles are sent in a span of time; milliseconds since 1970. */
    synchronized void measure(long from, long to) {
        latencies = new Histogram(LONGEST_MILLIS, DIGITS);
        since = from;
        until = to;
    }

    /** How long events took, milliseconds. */
    synchronized Histogram latencies() {
        return latencies.copy();
    }

    /** How many events came. */
    synchronized long events() {
        return events;
    }

    /** How many of them came more than once. */
    synchronized long doubled() {
        return doubled;
    }

    private void read() {
        while (!closed) {
            var records = consumer.poll(Duration.ofMillis(20));
            long now = System.currentTimeMillis();
            synchronized (this) {
                records.forEach(item -> take(item, now));
            }
        }
        consumer.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> item, long now) {
        events++;
        if (!seen.add(new String(item.key(), StandardCharsets.UTF_8))) {
            doubled++;
        }
        if (item.timestamp() >= since && item.timestamp() < until) {
            latencies.recordValue(Math.max(0, Math.min(LONGEST_MILLIS, now - item.timestamp())));
        }
    }

    /** Ends the reading; fails as the reading did. */
    @Override
    public void close() {
        closed = true;
        try {
            reading.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Committed events could not be read", e.getCause());
        }
    }
}
