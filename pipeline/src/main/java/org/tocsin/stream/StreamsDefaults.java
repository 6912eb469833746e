package org.tocsin.stream;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What the stream processing is set to where the configuration says nothing else. */
final class StreamsDefaults {
    /**
     * Of every producer: batches, room for the largest record, and the one compression that every client reads (kafkajs has no
     * other without plug-ins), at the level that takes the least processor time.
     */
    static final Map<String, Object> PRODUCER = Map.of(
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            PipelineConfig.LARGEST_RECORD,
            ProducerConfig.COMPRESSION_TYPE_CONFIG,
            "gzip",
            ProducerConfig.COMPRESSION_GZIP_LEVEL_CONFIG,
            1,
            ProducerConfig.LINGER_MS_CONFIG,
            10,
            ProducerConfig.BATCH_SIZE_CONFIG,
            128 * 1024);

    private StreamsDefaults() {}

    static Map<String, Object> of(PipelineConfig config) {
        Map<String, Object> streams = new HashMap<>();
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, config.applicationId());
        streams.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory());
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 250);
        streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.text(Setting.REPLICATION));
        streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        streams.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LastNet.class);
        streams.put(LastNet.TOPIC, Topics.deadLetters(config));
        streams.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), PipelineConfig.LARGEST_RECORD);
        PRODUCER.forEach((key, value) -> streams.put(StreamsConfig.producerPrefix(key), value));
        // an open transaction holds back readers; an article of the longest length is coded well within this
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 30_000);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        // articles cost milliseconds each, so small polls keep commits regular
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 200);
        // a killed instance is replaced after this time, not after Kafka's 45 s; brokers allow no less without a
        // setting of theirs
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 6_000);
        streams.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 1_500);
        streams.put(StreamsConfig.APPLICATION_SERVER_CONFIG, config.address().toString());
        return streams;
    }

    /** Kafka's own default lies in the temporary directory, which systems empty. */
    private static String stateDirectory() {
        return Path.of(System.getProperty("user.home"), ".tocsin", "state").toString();
    }
}
