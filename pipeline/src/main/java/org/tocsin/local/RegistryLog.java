package org.tocsin.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The registry's memory: the compacted topic {@code _schemas} with the keys and values of Confluent's Schema Registry (key types
 * SCHEMA and CONFIG), so that either can take over the other's topic. One writer.
 */
final class RegistryLog implements AutoCloseable {
    static final String TOPIC = "_schemas";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaProducer<String, String> producer;

    private RegistryLog(KafkaProducer<String, String> producer) {
        this.producer = producer;
    }

    /** Makes the topic where it is missing, reads it to its end into the state, and is then ready to write. */
    static RegistryLog open(String bootstrapServers, RegistryState state) {
        createTopic(bootstrapServers);
        replay(bootstrapServers, state);
        return new RegistryLog(new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
                new StringSerializer(),
                new StringSerializer()));
    }

    void append(RegistryState.Version version) {
        ObjectNode key = key("SCHEMA", version.subject(), 1);
        key.put("version", version.version());
        ObjectNode value = JSON.createObjectNode()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id())
                .put("schema", version.schema())
                .put("deleted", false);
        send(key, value);
    }

    void appendLevel(@Nullable String subject, CompatibilityLevel level) {
        send(key("CONFIG", subject, 0), JSON.createObjectNode().put("compatibilityLevel", level.name()));
    }

    void appendNoLevel(String subject) {
        send(key("CONFIG", subject, 0), null);
    }

    @Override
    public void close() {
        producer.close();
    }

    private static ObjectNode key(String type, @Nullable String subject, int magic) {
        return JSON.createObjectNode()
                .put("keytype", type)
                .put("subject", subject)
                .put("magic", magic);
    }

    private void send(JsonNode key, @Nullable JsonNode value) {
        try {
            producer.send(new ProducerRecord<>(TOPIC, key.toString(), value == null ? null : value.toString()))
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while writing to the topic " + TOPIC, e);
        } catch (ExecutionException e) {
            throw new LocalFailure("Could not write to the topic " + TOPIC + ": " + e.getMessage(), e);
        }
    }

    private static void createTopic(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            NewTopic topic = new NewTopic(
                            TOPIC, Optional.of(1), Optional.empty()) // copies as the broker's settings say
                    .configs(Map.of("cleanup.policy", "compact"));
            admin.createTopics(List.of(topic)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while creating the topic " + TOPIC, e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new LocalFailure("Could not create the topic " + TOPIC + ": " + e.getMessage(), e);
            }
        }
    }

    private static void replay(String bootstrapServers, RegistryState state) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(POLL).forEach(record -> apply(record, state));
            }
        }
    }

    private static void apply(ConsumerRecord<String, String> record, RegistryState state) {
        JsonNode key = parse(record.key(), record.offset());
        String subject = key.path("subject").isTextual() ? key.path("subject").asText() : null;
        boolean removed = record.value() == null;
        switch (key.path("keytype").asText()) {
            case "SCHEMA" -> {
                if (!removed) {
                    state.put(version(parse(record.value(), record.offset())));
                }
            }
            case "CONFIG" -> {
                if (!removed) {
                    state.putLevel(subject, level(parse(record.value(), record.offset())));
                } else if (subject != null) {
                    state.removeLevel(subject);
                }
            }
            default -> {
                // Confluent's registry also writes NOOP and other keys, which carry nothing that this registry serves.
            }
        }
    }

    private static RegistryState.Version version(JsonNode value) {
        return new RegistryState.Version(
                value.path("subject").asText(),
                value.path("version").asInt(),
                value.path("id").asInt(),
                value.path("schema").asText());
    }

    private static CompatibilityLevel level(JsonNode value) {
        return CompatibilityLevel.named(value.path("compatibilityLevel").asText());
    }

    private static JsonNode parse(String json, long offset) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new LocalFailure(
                    "The topic " + TOPIC + " holds no valid JSON at offset " + offset
                            + "; it was written by something else. Use another data directory.",
                    e);
        }
    }
}
