package org.tocsin.serve.feed;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Both collections in memory, for a live feed without Kafka. */
final class MemorySource implements FeedSource {
    final TopicLog events = new TopicLog(FeedCollection.EVENTS, 2);
    final TopicLog incidents = new TopicLog(FeedCollection.INCIDENTS, 2);

    @Override
    public Map<FeedCollection, FeedTopics> topics() {
        Map<FeedCollection, FeedTopics> topics = new EnumMap<>(FeedCollection.class);
        topics.put(FeedCollection.EVENTS, events.topics);
        topics.put(FeedCollection.INCIDENTS, incidents.topics);
        return topics;
    }

    @Override
    public Consumer<byte[], byte[]> consumer() {
        return new FollowingConsumer(List.of(events, incidents));
    }

    @Override
    public @Nullable SpecificRecord value(ConsumerRecord<byte[], byte[]> found) {
        TopicLog log = found.topic().startsWith("events") ? events : incidents;
        return log.read(found);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
