package org.tocsin.cli.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.stream.PipelineConfig;

/** Reads a topic from one place to another, only what is committed, and commits nothing itself. Not thread-safe. */
public final class TopicScan implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration WAIT = Duration.ofMillis(500);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** A scan of the Kafka of a configuration. */
    public TopicScan(PipelineConfig config) {
        consumer = new KafkaConsumer<>(config.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The offset of a bound in each partition of a topic.
     *
     * @throws KafkaException if Kafka does not answer or has no such topic
     */
    public Map<TopicPartition, Long> offsets(String topic, Bound bound) {
        List<TopicPartition> partitions = partitions(topic);
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long begin = begins.getOrDefault(partition, 0L);
            long end = ends.getOrDefault(partition, 0L);
            offsets.put(partition, Math.max(begin, Math.min(end, offset(partition, bound, begin, end))));
        }
        return offsets;
    }

    private long offset(TopicPartition partition, Bound bound, long begin, long end) {
        if (bound instanceof Bound.AtOffset at) {
            return at.offset();
        }
        if (bound instanceof Bound.AtTime at) {
            return atTime(partition, at.time(), end);
        }
        return bound instanceof Bound.Beginning ? begin : end;
    }

    private long atTime(TopicPartition partition, Instant time, long end) {
        var found = consumer.offsetsForTimes(Map.of(partition, time.toEpochMilli()), PATIENCE)
                .get(partition);
        return found == null ? end : found.offset();
    }

    private List<TopicPartition> partitions(String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
        if (known == null || known.isEmpty()) {
            throw new KafkaException("there is no topic " + topic + "; create it: tocsin topics create");
        }
        return known.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /**
     * Hands over every record between two places.
     *
     * @throws KafkaException if Kafka stops to answer
     */
    public void read(
            Map<TopicPartition, Long> from,
            Map<TopicPartition, Long> until,
            Consumer<ConsumerRecord<byte[], byte[]>> to) {
        List<TopicPartition> open = new ArrayList<>(from.keySet());
        open.removeIf(partition -> from.getOrDefault(partition, 0L) >= until.getOrDefault(partition, 0L));
        consumer.assign(open);
        open.forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
        long quietSince = System.nanoTime();
        while (!open.isEmpty()) {
            var records = consumer.poll(WAIT);
            hand(records, until, to);
            boolean finished = open.removeIf(
                    partition -> consumer.position(partition, PATIENCE) >= until.getOrDefault(partition, 0L));
            if (finished) {
                consumer.assign(open); // keeps the positions of those that stay
            }
            if (finished || !records.isEmpty()) {
                quietSince = System.nanoTime();
            } else if (System.nanoTime() - quietSince > PATIENCE.toNanos()) {
                throw new TimeoutException("no record came within " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private static void hand(
            ConsumerRecords<byte[], byte[]> records,
            Map<TopicPartition, Long> until,
            Consumer<ConsumerRecord<byte[], byte[]>> to) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (record.offset() < until.getOrDefault(partition, 0L)) {
                to.accept(record);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
