package org.tocsin.stream;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;

/** Asks the Schema Registry once, with the pipeline's own client and settings, and changes nothing there. */
public final class RegistryProbe implements AutoCloseable {
    private static final int REMEMBERED_SCHEMAS = 10;
    /** Registries say so of subjects and versions that they do not have. */
    private static final int NOT_FOUND = 404;

    private final PipelineConfig config;
    private final SchemaRegistryClient client;

    /** The registry answers, but not with what was asked for. */
    public static final class Refusal extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        private Refusal(RestClientException cause) {
            super(cause.getMessage(), cause);
            this.status = cause.getStatus();
        }

        /** Status of HTTP. */
        public int status() {
            return status;
        }
    }

    /**
     * Connects when first asked.
     *
     * @throws IllegalArgumentException if the address is missing or none
     */
    public RegistryProbe(PipelineConfig config) {
        this.config = config;
        client = SchemaRegistryClientFactory.newClient(
                Arrays.asList(config.registryUrl().split("\\s*,\\s*")),
                REMEMBERED_SCHEMAS,
                List.of(new AvroSchemaProvider()),
                config.serde(),
                Map.of());
    }

    /**
     * How many subjects there are.
     *
     * @throws Refusal if the registry says that it will not
     * @throws IOException if it does not answer
     */
    public int subjects() throws IOException {
        return ask(() -> client.getAllSubjects().size());
    }

    /**
     * The subjects whose schemas do not let that of this release follow, each with the registry's reason. A subject that is not there
     * yet fits.
     *
     * @throws Refusal if the registry does not compare
     * @throws IOException if it does not answer
     */
    public Map<String, String> unfit() throws IOException {
        Map<String, String> unfit = new LinkedHashMap<>();
        try (Topics topics = config.topics()) {
            for (Topic<?, ?> topic : topics.all()) {
                if (topic.values() instanceof RegistryAvroSerde<?> serde) {
                    List<String> reasons = reasons(serde, topic.name());
                    if (!reasons.isEmpty()) {
                        unfit.put(serde.subject(topic.name()), String.join("; ", reasons));
                    }
                }
            }
        }
        return unfit;
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private <T extends SpecificRecord> List<String> reasons(RegistryAvroSerde<T> serde, String topic)
            throws IOException {
        AvroSchema schema = new AvroSchema(serde.schemaText());
        try {
            return ask(() -> client.testCompatibilityVerbose(serde.subject(topic), schema));
        } catch (Refusal e) {
            if (e.status() == NOT_FOUND) {
                return List.of();
            }
            throw e;
        }
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }

    private static <T> T ask(Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (RestClientException e) {
            throw new Refusal(e);
        }
    }
}
