package org.tocsin.stream;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serde;

/**
 * One topic: what it is called, what it holds and how Kafka keeps it.
 *
 * @param name full name, prefix included
 * @param holds what it holds, for people
 * @param keys reads and writes its keys
 * @param values reads and writes its values
 * @param partitions number of partitions when it is created
 * @param keep how long Kafka keeps records
 * @param largest largest record in bytes
 */
public record Topic<K, V>(
        String name, String holds, Serde<K> keys, Serde<V> values, int partitions, Keep keep, int largest) {

    /** How long Kafka keeps the records of a topic. */
    public sealed interface Keep {
        /** All records for a time; -1 for ever. */
        record ForMillis(long millis) implements Keep {}

        /** The latest record of each key, for ever. */
        record LatestOfKey() implements Keep {}
    }

    /** The topic as Kafka's administrative client makes it. */
    public NewTopic toCreate(short replicationFactor) {
        return new NewTopic(name, partitions, replicationFactor).configs(settings());
    }

    /** The settings that the topic must have. */
    Map<String, String> settings() {
        if (keep instanceof Keep.ForMillis time) {
            return Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                    TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.millis()),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(largest));
        }
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(largest));
    }
}
