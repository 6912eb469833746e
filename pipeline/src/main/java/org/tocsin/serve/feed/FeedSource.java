package org.tocsin.serve.feed;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Where a feed comes from. Thread-safe. */
public interface FeedSource extends AutoCloseable {
    /**
     * The partitions of each collection as they are now.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka does not say, or lacks a topic
     */
    Map<FeedCollection, FeedTopics> topics() throws InterruptedException;

    /** A new consumer of what is committed. It belongs to the caller, commits nothing and resets no offset by itself. */
    Consumer<byte[], byte[]> consumer();

    /**
     * The event or incident of a record; null where it has no value.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if it cannot be read
     * @throws org.tocsin.stream.RegistryUnavailable if the registry does not answer
     */
    @Nullable
    SpecificRecord value(ConsumerRecord<byte[], byte[]> found);

    @Override
    void close();
}
