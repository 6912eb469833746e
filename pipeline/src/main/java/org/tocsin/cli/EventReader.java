package org.tocsin.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tocsin.event.EventType;
import org.tocsin.event.PlainJson;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Rights;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Reads the topics of events as plain JSON. Sees only what is committed. Not thread-safe. */
final class EventReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Topics topics;
    private final Map<String, EventType<?>> types = new HashMap<>();
    private final KafkaConsumer<String, byte[]> consumer;

    /** Where to begin to read. */
    enum From {
        /** With the first event that the topics hold. */
        BEGINNING,
        /** With the events that come from now on. */
        NOW
    }

    /** What a topic brought: an event, the retraction of one, or a record that cannot be read. */
    sealed interface Message {}

    /** An event in plain JSON, or its type and identifier with {@code "retracted": true}. */
    record Event(ObjectNode json) implements Message {}

    /** A record that is no event. */
    record Unreadable(String where, String reason) implements Message {}

    private EventReader(Topics topics, KafkaConsumer<String, byte[]> consumer) {
        this.topics = topics;
        this.consumer = consumer;
    }

    /** Opens the topics of some event types. */
    static EventReader open(PipelineConfig config, Collection<EventType<?>> wanted, From from) {
        Topics topics = config.topics();
        EventReader reader = new EventReader(
                topics, new KafkaConsumer<>(config.consumer(), new StringDeserializer(), new ByteArrayDeserializer()));
        try {
            reader.assign(wanted, from);
            return reader;
        } catch (KafkaException e) {
            reader.close();
            String usual = "Kafka at " + config.bootstrapServers() + " does not answer: " + e.getMessage()
                    + "; tocsin doctor finds out why";
            throw new CommandFailure(KafkaFailure.reason(e, config, Rights.Role.READER, usual), e);
        } catch (CommandFailure e) {
            reader.close();
            throw e;
        }
    }

    private void assign(Collection<EventType<?>> wanted, From from) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (EventType<?> type : wanted) {
            String topic = topics.eventsOf(type).name();
            types.put(topic, type);
            List<PartitionInfo> known = consumer.partitionsFor(topic, PATIENCE);
            if (known == null || known.isEmpty()) {
                throw new CommandFailure("Kafka has no topic " + topic + "; create it: tocsin topics create");
            }
            known.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        if (from == From.BEGINNING) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
            partitions.forEach(partition -> consumer.position(partition, PATIENCE));
        }
    }

    /** What has come; waits a while where nothing has. */
    List<Message> poll(Duration wait) {
        List<Message> messages = new ArrayList<>();
        consumer.poll(wait).forEach(found -> messages.add(message(found)));
        return messages;
    }

    private Message message(ConsumerRecord<String, byte[]> found) {
        EventType<?> type = Optional.ofNullable(types.get(found.topic())).orElseThrow();
        if (found.value() == null) {
            return new Event(JsonNodeFactory.instance
                    .objectNode()
                    .put("event_type", type.name())
                    .put("event_id", found.key())
                    .put("retracted", true));
        }
        Topic<String, SpecificRecord> topic = topics.eventsOf(type);
        try {
            return new Event(PlainJson.of(
                    topic.values().deserializer().deserialize(found.topic(), found.headers(), found.value())));
        } catch (SerializationException e) {
            String where = found.topic() + "-" + found.partition() + "@" + found.offset();
            return new Unreadable(where, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void close() {
        consumer.close();
        topics.close();
    }
}
