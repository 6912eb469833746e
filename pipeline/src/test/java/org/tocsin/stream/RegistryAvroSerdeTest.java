package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.schema.Article;

class RegistryAvroSerdeTest {
    private static final Article ARTICLE = TestStream.article("a", "strike Hlukhiv");
    private static final String TOPIC = "articles";

    private String scope;
    private SchemaRegistryClient registry;

    @BeforeEach
    void newRegistry() {
        scope = UUID.randomUUID().toString();
        registry = MockSchemaRegistry.getClientForScope(scope);
    }

    @Test
    void writesAZeroByteTheSchemasIdAndTheRecord() throws Exception {
        byte[] bytes = serde(Map.of()).serialize(TOPIC, ARTICLE);

        int id = registry.getLatestSchemaMetadata("articles-value").getId();
        assertThat(bytes)
                .startsWith(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        assertThat(serde(Map.of()).deserialize(TOPIC, bytes)).isEqualTo(ARTICLE);
    }

    @Test
    void nullStaysNull() {
        assertThat(serde(Map.of()).serialize(TOPIC, null)).isNull();
        assertThat(serde(Map.of()).deserialize(TOPIC, null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "io.confluent.kafka.serializers.subject.TopicNameStrategy, articles-value",
        "io.confluent.kafka.serializers.subject.RecordNameStrategy, org.tocsin.schema.Article",
        "TopicRecordNameStrategy, articles-org.tocsin.schema.Article"
    })
    void registersUnderTheSubjectOfTheStrategy(String strategy, String subject) throws Exception {
        serde(Map.of("value.subject.name.strategy", strategy)).serialize(TOPIC, ARTICLE);

        assertThat(registry.getAllSubjects()).containsExactly(subject);
    }

    @Test
    void anUnknownStrategyIsRefusedNamingThoseThereAre() {
        assertThatThrownBy(() -> serde(Map.of("value.subject.name.strategy", "MyStrategy")))
                .hasMessageContaining("MyStrategy")
                .hasMessageContaining("TopicRecordNameStrategy");
    }

    @Test
    void readsWhatAnotherProgramWroteWithItsOwnSchema() throws Exception {
        Schema theirs = SchemaBuilder.record("NewsItem")
                .namespace("com.example")
                .fields()
                .requiredString("text")
                .requiredString("id")
                .requiredInt("priority")
                .endRecord();
        GenericRecord item = new GenericRecordBuilder(theirs)
                .set("id", "n")
                .set("text", "words")
                .set("priority", 1)
                .build();

        Article read = read(written(item, theirs));

        assertThat(read.getId()).isEqualTo("n");
        assertThat(read.getText()).isEqualTo("words");
        assertThat(read.getPublishedAt()).isNull();
    }

    @Test
    void refusesASchemaThatIsNoneOfArticles() throws Exception {
        Schema theirs =
                SchemaBuilder.record("Weather").fields().requiredInt("degrees").endRecord();
        GenericRecord weather =
                new GenericRecordBuilder(theirs).set("degrees", 7).build();

        assertThatThrownBy(() -> serde(Map.of()).deserialize(TOPIC, written(weather, theirs)))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("does not fit");
    }

    @Test
    void withoutRegisteringItWritesOnlyWhatIsRegistered() throws Exception {
        RegistryAvroSerde<Article> serde = serde(Map.of("auto.register.schemas", "false"));

        assertThatThrownBy(() -> serde.serialize(TOPIC, ARTICLE)).isInstanceOf(SerializationException.class);

        registry.register(
                "articles-value", new AvroSchema(Article.getClassSchema().toString()));
        assertThat(serde(Map.of("auto.register.schemas", "false")).serialize(TOPIC, ARTICLE))
                .isNotNull();
    }

    @Test
    void writesWithTheLatestSchemaWhereThatIsAskedFor() throws Exception {
        Schema latest = SchemaBuilder.record("Article")
                .namespace("org.tocsin.schema")
                .fields()
                .requiredString("text")
                .requiredString("id")
                .endRecord();
        int id = registry.register("articles-value", new AvroSchema(latest.toString()));

        byte[] bytes =
                Objects.requireNonNull(serde(Map.of("auto.register.schemas", "false", "use.latest.version", "true"))
                        .serialize(TOPIC, ARTICLE));

        assertThat(ByteBuffer.wrap(bytes, 1, 4).getInt()).isEqualTo(id);
        assertThat(read(bytes).getText()).isEqualTo(ARTICLE.getText());
    }

    @Test
    void isForValuesOnly() {
        assertThatThrownBy(() -> new RegistryAvroSerde<Article>().configure(Map.of(), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("keys are strings");
    }

    private RegistryAvroSerde<Article> serde(Map<String, String> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("schema.registry.url", "mock://" + scope);
        all.put(RegistryAvroSerde.TYPE, Article.class.getName());
        RegistryAvroSerde<Article> serde = new RegistryAvroSerde<>();
        serde.configure(all, false);
        return serde;
    }

    private Article read(byte[] bytes) {
        return Objects.requireNonNull(serde(Map.of()).deserialize(TOPIC, bytes));
    }

    private byte[] written(GenericRecord item, Schema schema) throws Exception {
        int id = registry.register("articles-value", new AvroSchema(schema.toString()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(item, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
