package org.tocsin.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.TrustedSchemas;

/**
 * Reads and writes Avro records with schemas from a Schema Registry, in Confluent's wire format: a zero byte, the schema's
 * identifier as a big-endian 32-bit number, the record in Avro's binary encoding. Takes Confluent's settings
 * {@code schema.registry.url}, {@code auto.register.schemas} (default true), {@code use.latest.version} (default false),
 * {@code value.subject.name.strategy}, {@code specific.avro.value.type}, and those of the registry's client. For values only: keys
 * are strings. Thread-safe after {@link #configure}.
 *
 * @param <T> the record's class
 */
public final class RegistryAvroSerde<T extends SpecificRecord> implements Serde<T>, Serializer<T>, Deserializer<T> {
    /** The setting that names the record's class. */
    static final String TYPE = "specific.avro.value.type";

    /** Bytes before the record. */
    static final int HEADER = 5;

    private static final byte MAGIC = 0;

    static {
        TrustedSchemas.trust();
    }

    private final Map<String, Integer> ids = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private @Nullable Schema schema;
    private SubjectNames subjects = SubjectNames.TOPIC;
    private boolean registers = true;
    private boolean usesLatest;

    /** A serde to be configured. */
    public RegistryAvroSerde() {}

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        if (isKey) {
            throw new IllegalArgumentException(getClass().getName() + " is for values; keys are strings");
        }
        schema = SpecificData.get().getSchema(recordClass(settings));
        subjects = SubjectNames.named(text(settings, SubjectNames.KEY, "TopicNameStrategy"));
        registers = Boolean.parseBoolean(text(settings, "auto.register.schemas", "true"));
        usesLatest = Boolean.parseBoolean(text(settings, "use.latest.version", "false"));
        String url = text(settings, PipelineConfig.REGISTRY_URL, "");
        if (url.isEmpty()) {
            throw new IllegalArgumentException(
                    "The setting " + PipelineConfig.REGISTRY_URL + " is missing; for example http://localhost:8081");
        }
        registry = new SchemaRegistry(Arrays.asList(url.split("\\s*,\\s*")), new HashMap<>(settings));
    }

    /** Registers the schema for a topic, so that others find it before the first record is written. */
    public void register(String topic) {
        if (registers) {
            id(topic);
        }
    }

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T event) {
        if (event == null) {
            return null;
        }
        int id = id(topic);
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        out.write(MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(id).array());
        Schema written = registers || !usesLatest ? schema() : registry().schema(id);
        try {
            if (written.equals(schema())) {
                encode(new SpecificDatumWriter<>(schema()), event, out);
            } else {
                encode(new GenericDatumWriter<>(written), inSchema(event, written), out);
            }
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("A record for " + topic + " does not fit its schema", e);
        }
        return out.toByteArray();
    }

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < HEADER || bytes[0] != MAGIC) {
            throw new NotRegistryFormat("The value does not begin with a zero byte and the id of a schema");
        }
        int id = ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt();
        Schema written = registry().schema(id);
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
            T event = new SpecificDatumReader<T>(written, schema()).read(null, decoder);
            if (!decoder.isEnd()) {
                throw new SerializationException("The value has bytes behind its record (schema id " + id + ")");
            }
            return event;
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | UnsupportedOperationException e) {
            // the last of these is how Avro says that a length is beyond its limits
            throw new SerializationException("The value does not fit its schema (id " + id + ")", e);
        }
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
    }

    /** The subject of a topic's values. */
    String subject(String topic) {
        return subjects.subject(topic, schema().getFullName());
    }

    /** The schema of this release, as JSON. */
    String schemaText() {
        return schema().toString();
    }

    private int id(String topic) {
        String subject = subject(topic);
        Integer known = ids.get(subject);
        if (known != null) {
            return known;
        }
        int id;
        if (registers) {
            id = registry().register(subject, schema());
        } else if (usesLatest) {
            id = registry().latest(subject);
        } else {
            id = registry().find(subject, schema());
        }
        ids.put(subject, id);
        return id;
    }

    /** The record as another, compatible schema has it. */
    private Object inSchema(T event, Schema wanted) throws IOException {
        ByteArrayOutputStream own = new ByteArrayOutputStream();
        encode(new SpecificDatumWriter<>(schema()), event, own);
        return new GenericDatumReader<>(schema(), wanted)
                .read(null, DecoderFactory.get().binaryDecoder(own.toByteArray(), null));
    }

    private static <D> void encode(DatumWriter<D> writer, D datum, ByteArrayOutputStream out) throws IOException {
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        writer.write(datum, encoder);
        encoder.flush();
    }

    private static Class<?> recordClass(Map<String, ?> settings) {
        String name = text(settings, TYPE, "");
        try {
            return Class.forName(name, true, RegistryAvroSerde.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException("The setting " + TYPE + " names no class: '" + name + "'", e);
        }
    }

    private static String text(Map<String, ?> settings, String key, String byDefault) {
        Object value = settings.get(key);
        return value == null ? byDefault : value.toString();
    }

    private Schema schema() {
        return Objects.requireNonNull(schema, "configure() comes first");
    }

    private SchemaRegistry registry() {
        return Objects.requireNonNull(registry, "configure() comes first");
    }
}
