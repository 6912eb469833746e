package org.tocsin.serve.query;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.stream.StoreName;

/** Questions between instances as JSON. Instances of one version understand each other. */
final class QuestionCodec {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(new AsText<>(Instant.class, Instant::toString))
                    .addDeserializer(Instant.class, new FromText<>(Instant.class, Instant::parse))
                    .addSerializer(new AsText<>(LocalDate.class, LocalDate::toString))
                    .addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, LocalDate::parse))
                    .addSerializer(new AsText<>(StoreName.class, StoreName::name))
                    .addDeserializer(StoreName.class, new FromText<>(StoreName.class, StoreName::of)))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private QuestionCodec() {}

    /**
     * A question to one instance.
     *
     * @param question what is asked
     * @param partitions about which partitions
     */
    record Asked(Question question, Set<Integer> partitions) {
        Asked {
            Objects.requireNonNull(question, "question");
            partitions = Set.copyOf(partitions);
        }
    }

    static byte[] write(Asked asked) {
        try {
            return MAPPER.writeValueAsBytes(asked);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A question cannot be written: " + asked, e);
        }
    }

    /**
     * Reads a question.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Asked read(byte[] bytes) {
        try {
            return MAPPER.readValue(bytes, Asked.class);
        } catch (IOException e) {
            throw new IllegalArgumentException("No question that this version of Tocsin understands", e);
        }
    }

    private static final class AsText<T> extends StdSerializer<T> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // mappers are never serialized
        private final Function<T, String> text;

        AsText(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(text.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // mappers are never serialized
        private final Function<String, ? extends T> value;

        FromText(Class<T> type, Function<String, ? extends T> value) {
            super(type);
            this.value = value;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            try {
                return value.apply(json.getText());
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IOException(e);
            }
        }
    }
}
