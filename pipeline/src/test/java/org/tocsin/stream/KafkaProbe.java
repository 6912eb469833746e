package org.tocsin.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Article;

/** Publishes to a real broker and looks at what is committed there. */
public final class KafkaProbe implements AutoCloseable {
    /** Longer than a transaction of a killed process can stay open. */
    private static final Duration OPEN_TRANSACTIONS = Duration.ofMinutes(2);

    private final PipelineConfig config;
    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    /** A probe of the Kafka of a configuration. */
    public KafkaProbe(PipelineConfig config) {
        this.config = config;
        this.topics = config.topics();
        this.producer = new KafkaProducer<>(config.producer(), new ByteArraySerializer(), new ByteArraySerializer());
        this.admin = Admin.create(config.admin());
    }

    Topics topics() {
        return topics;
    }

    byte[] bytes(Article article) {
        return topics.articles()
                .values()
                .serializer()
                .serialize(topics.articles().name(), article);
    }

    /** Publishes an article, or its deletion. */
    public void publish(NewsFlow.Sent item) {
        if (item.article() == null) {
            publish(item.id().getBytes(StandardCharsets.UTF_8), null);
        } else {
            publish(item.article());
        }
    }

    void publish(Article article) {
        publish(article.getId().getBytes(StandardCharsets.UTF_8), bytes(article));
    }

    void publish(byte @Nullable [] key, byte @Nullable [] value) {
        producer.send(new ProducerRecord<>(topics.articles().name(), key, value));
    }

    /** Waits until everything published has arrived. */
    public void flush() {
        producer.flush();
    }

    /** Every committed record of a topic, in the order of each partition. */
    <K, V> List<ConsumerRecord<K, V>> committed(Topic<K, V> topic) {
        List<ConsumerRecord<K, V>> found = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> raw : committed(topic.name())) {
            found.add(new ConsumerRecord<>(
                    raw.topic(),
                    raw.partition(),
                    raw.offset(),
                    topic.keys().deserializer().deserialize(topic.name(), raw.key()),
                    topic.values().deserializer().deserialize(topic.name(), raw.value())));
        }
        return found;
    }

    /** Every committed record of a topic, as bytes. */
    List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            // the end of everything written: a consumer that reads committed records only would take a transaction that
            // is
            // still open, or whose markers are on their way, for the end of the topic
            Map<TopicPartition, Long> ends = ends(partitions);
            await("the end of " + topic, OPEN_TRANSACTIONS, () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
                return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
            });
        }
        return found;
    }

    private Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        try {
            return admin
                    .listOffsets(partitions.stream()
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                    .all()
                    .get()
                    .entrySet()
                    .stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, end -> end.getValue().offset()));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many records of the articles' topic the pipeline has committed. */
    public long committedArticles() {
        try {
            return admin
                    .listConsumerGroupOffsets(config.applicationId())
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(done ->
                            done.getKey().topic().equals(topics.articles().name()))
                    .mapToLong(done -> done.getValue().offset())
                    .sum();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many articles, and records of repartition topics, the pipeline has not committed yet. */
    public long lag() {
        try {
            var committed = admin.listConsumerGroupOffsets(config.applicationId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            List<String> sources = admin.listTopics().names().get().stream()
                    .filter(name -> name.equals(topics.articles().name())
                            || name.startsWith(config.applicationId() + "-") && name.endsWith("-repartition"))
                    .toList();
            var partitions = admin.describeTopics(sources).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
            long lag = 0;
            for (var end : admin.listOffsets(partitions).all().get().entrySet()) {
                var done = committed.get(end.getKey());
                lag += end.getValue().offset() - (done == null ? 0 : done.offset());
            }
            return lag;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for a condition, asking again and again. */
    public static void await(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("After " + limit.toSeconds() + " s still not: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        admin.close(Duration.ofSeconds(5));
        topics.close();
    }
}
