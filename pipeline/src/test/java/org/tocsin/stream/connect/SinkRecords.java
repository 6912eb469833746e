package org.tocsin.stream.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.apicurio.registry.utils.converter.avro.AvroData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.jspecify.annotations.Nullable;

/** What a sink of deploy/connect is handed: records as a converter makes them of Avro, after the transformations of its file. */
final class SinkRecords implements AutoCloseable {
    private static final Path FILES = Path.of("../deploy/connect");
    private static final int SCHEMAS = 100;

    private final AvroData converter = new AvroData(SCHEMAS);
    private final List<Transformation<SinkRecord>> chain = new ArrayList<>();
    private final Map<String, String> settings;

    SinkRecords(String file) throws IOException, ReflectiveOperationException {
        settings = settings(file);
        for (String name : settings.getOrDefault("transforms", "").split(",")) {
            chain.add(transformation("transforms." + name + "."));
        }
    }

    /** The settings of a file. */
    static Map<String, String> settings(String file) throws IOException {
        JsonNode config =
                new JsonMapper().readTree(FILES.resolve(file).toFile()).path("config");
        Map<String, String> settings = new HashMap<>();
        config.properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().textValue()));
        return settings;
    }

    /** The record of a topic as the sink sees it. */
    SinkRecord of(String topic, String key, @Nullable SpecificRecord value) throws IOException {
        SchemaAndValue told =
                value == null ? SchemaAndValue.NULL : converter.toConnectData(value.getSchema(), generic(value));
        SinkRecord record = new SinkRecord(topic, 0, Schema.STRING_SCHEMA, key, told.schema(), told.value(), 0);
        for (Transformation<SinkRecord> step : chain) {
            record = step.apply(record);
        }
        return record;
    }

    @Override
    public void close() {
        chain.forEach(Transformation::close);
    }

    @SuppressWarnings("unchecked")
    private Transformation<SinkRecord> transformation(String prefix) throws ReflectiveOperationException {
        String type = Objects.requireNonNull(settings.get(prefix + "type"), prefix + "type");
        Map<String, String> own = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith(prefix) && !name.equals(prefix + "type")) {
                own.put(name.substring(prefix.length()), value);
            }
        });
        Transformation<SinkRecord> made = (Transformation<SinkRecord>)
                Class.forName(type).getDeclaredConstructor().newInstance();
        List<String> unknown = new ArrayList<>(own.keySet());
        unknown.removeAll(made.config().names());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(type + " has no settings " + unknown);
        }
        made.configure(own);
        return made;
    }

    private static GenericRecord generic(SpecificRecord value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(value.getSchema()).write(value, encoder);
        encoder.flush();
        return new GenericDatumReader<GenericRecord>(value.getSchema())
                .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
    }
}
