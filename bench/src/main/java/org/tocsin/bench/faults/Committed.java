package org.tocsin.bench.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.stream.ExactlyOnce;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Reads committed events and dead letters as they come, and counts how often each event was told. */
final class Committed implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Topics topics;
    private final Map<String, Topic<String, SpecificRecord>> events = new TreeMap<>();
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final CompletableFuture<Void> reading;
    private Map<String, Integer> told = new TreeMap<>();
    private int deadLetters;
    private volatile boolean closed;

    Committed(PipelineConfig config) {
        topics = config.topics();
        topics.events().values().forEach(topic -> events.put(topic.name(), topic));
        consumer = new KafkaConsumer<>(config.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = Stream.concat(
                        events.keySet().stream(), Stream.of(topics.deadLetters().name()))
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(one -> new TopicPartition(one.topic(), one.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        reading = CompletableFuture.runAsync(this::read, Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "committed");
            thread.setDaemon(true);
            return thread;
        }));
    }

    /** How often each event was told since {@link #forget}. */
    synchronized Map<String, Integer> told() {
        return Map.copyOf(told);
    }

    /** Dead letters since {@link #forget}. */
    synchronized int deadLetters() {
        return deadLetters;
    }

    /** Begins to count anew. */
    synchronized void forget() {
        told = new TreeMap<>();
        deadLetters = 0;
    }

    private void read() {
        while (!closed) {
            var records = consumer.poll(POLL);
            synchronized (this) {
                records.forEach(this::take);
            }
        }
        consumer.close();
    }

    private void take(ConsumerRecord<byte[], byte[]> raw) {
        Topic<String, SpecificRecord> topic = events.get(raw.topic());
        if (topic == null) {
            deadLetters++;
            return;
        }
        ConsumerRecord<String, SpecificRecord> event = new ConsumerRecord<>(
                raw.topic(),
                raw.partition(),
                raw.offset(),
                topic.keys().deserializer().deserialize(topic.name(), raw.key()),
                topic.values().deserializer().deserialize(topic.name(), raw.value()));
        told.merge(ExactlyOnce.told(event), 1, Integer::sum);
    }

    /** Ends the reading; fails as the reading did. */
    @Override
    public void close() {
        closed = true;
        reading.join();
        topics.close();
    }
}
