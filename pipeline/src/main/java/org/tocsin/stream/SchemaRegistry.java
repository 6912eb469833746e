package org.tocsin.stream;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.ParsedSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Confluent's Schema Registry client, which Flink publishes in its own package. It knows the schemas and identifiers that it has
 * seen. A registry that does not answer is tried again for a while. Thread-safe.
 */
final class SchemaRegistry implements AutoCloseable {
    private static final int REMEMBERED_SCHEMAS = 1000;
    private static final long FIRST_PAUSE = TimeUnit.MILLISECONDS.toNanos(100);
    /** Pauses double, so seven of them are 12.7 s in all: below the time after which a silent consumer is given up. */
    private static final int TRIES = 8;

    private final SchemaRegistryClient client;
    private final Map<Integer, Schema> written = new ConcurrentHashMap<>();

    /**
     * Connects when first used.
     *
     * @param urls base addresses
     * @param settings those of Confluent's client
     */
    SchemaRegistry(List<String> urls, Map<String, ?> settings) {
        client = SchemaRegistryClientFactory.newClient(
                urls, REMEMBERED_SCHEMAS, List.of(new AvroSchemaProvider()), settings, Map.of());
    }

    /** The schema that values with this identifier were written with. */
    Schema schema(int id) {
        Schema known = written.get(id);
        if (known != null) {
            return known;
        }
        ParsedSchema found = ask("the schema with id " + id, () -> client.getSchemaById(id));
        try {
            Schema schema = new Schema.Parser().parse(found.canonicalString());
            written.put(id, schema);
            return schema;
        } catch (AvroRuntimeException e) {
            throw new SerializationException("The schema with id " + id + " is no valid Avro schema", e);
        }
    }

    /** The identifier of a schema under a subject, registering it where it is new. */
    int register(String subject, Schema schema) {
        return ask("registering " + subject, () -> client.register(subject, new AvroSchema(schema.toString())));
    }

    /** The identifier of a schema that is registered under a subject. */
    int find(String subject, Schema schema) {
        return ask(
                "the id of the schema of " + subject, () -> client.getId(subject, new AvroSchema(schema.toString())));
    }

    /** The identifier of the latest schema of a subject. */
    int latest(String subject) {
        return ask("the latest schema of " + subject, () -> client.getLatestSchemaMetadata(subject))
                .getId();
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new SerializationException("Closing the client of the Schema Registry failed", e);
        }
    }

    private <T> T ask(String what, Question<T> question) {
        long pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return question.ask();
            } catch (RestClientException e) {
                if (!isPassing(e)) {
                    throw refusal(what, e);
                }
                giveUpAfterLast(attempt, what, e);
            } catch (IOException e) {
                giveUpAfterLast(TlsFault.stays(e) ? TRIES : attempt, what, e);
            }
            LockSupport.parkNanos(pause);
            pause *= 2;
        }
    }

    private static void giveUpAfterLast(int attempt, String what, Exception cause) {
        if (attempt >= TRIES || Thread.currentThread().isInterrupted()) {
            throw new RegistryUnavailable(
                    "The Schema Registry does not answer (asked for " + what + "); check that it runs and the setting "
                            + PipelineConfig.REGISTRY_URL,
                    cause);
        }
    }

    private static boolean isPassing(RestClientException e) {
        return e.getStatus() >= 500 || e.getStatus() == 429 || e.getStatus() == 408;
    }

    private static SerializationException refusal(String what, RestClientException e) {
        String message = "The Schema Registry refused " + what + ": " + e.getMessage();
        return e.getStatus() == 404 ? new UnknownSchema(message, e) : new SerializationException(message, e);
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }
}
