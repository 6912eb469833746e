package org.tocsin.serve.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** The topics of a configuration as the feed reads them. */
public final class KafkaFeedSource implements FeedSource {
    private static final int LONGEST_POLL = 500;

    private final PipelineConfig config;
    private final Topics topics;
    private final Map<String, Deserializer<? extends SpecificRecord>> values = new HashMap<>();

    /** The topics of a configuration. Nothing is asked of Kafka yet. */
    public KafkaFeedSource(PipelineConfig config) {
        this.config = config;
        this.topics = config.topics();
        topics.events()
                .values()
                .forEach(topic -> values.put(topic.name(), topic.values().deserializer()));
        values.put(
                topics.incidentRevisions().name(),
                topics.incidentRevisions().values().deserializer());
    }

    @Override
    public Map<FeedCollection, FeedTopics> topics() throws InterruptedException {
        List<String> events = topics.events().values().stream().map(Topic::name).toList();
        List<String> revisions = List.of(topics.incidentRevisions().name());
        try (Admin admin = Admin.create(config.admin())) {
            Map<String, TopicDescription> described =
                    admin.describeTopics(values.keySet()).allTopicNames().get();
            Map<FeedCollection, FeedTopics> found = new EnumMap<>(FeedCollection.class);
            found.put(FeedCollection.EVENTS, describe(FeedCollection.EVENTS, events, described));
            found.put(FeedCollection.INCIDENTS, describe(FeedCollection.INCIDENTS, revisions, described));
            return found;
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not describe the topics of events and incidents: " + e.getCause(), e);
        }
    }

    private static FeedTopics describe(
            FeedCollection collection, Collection<String> names, Map<String, TopicDescription> described) {
        List<FeedTopics.Source> sources = new ArrayList<>();
        for (String name : names) {
            TopicDescription topic = described.get(name);
            if (topic == null) {
                throw new KafkaException("Kafka does not describe the topic " + name);
            }
            sources.add(new FeedTopics.Source(
                    name, topic.topicId(), topic.partitions().size()));
        }
        return new FeedTopics(collection, sources);
    }

    @Override
    public Consumer<byte[], byte[]> consumer() {
        Map<String, Object> settings = config.consumer();
        // what is deleted while it is read must be told, not passed over
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, LONGEST_POLL);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public @Nullable SpecificRecord value(ConsumerRecord<byte[], byte[]> found) {
        Deserializer<? extends SpecificRecord> deserializer = values.get(found.topic());
        if (deserializer == null) {
            throw new IllegalStateException("Nobody asked for " + found.topic());
        }
        return found.value() == null ? null : deserializer.deserialize(found.topic(), found.value());
    }

    @Override
    public void close() {
        topics.close();
    }
}
