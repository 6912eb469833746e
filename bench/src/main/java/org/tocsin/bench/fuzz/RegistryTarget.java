package org.tocsin.bench.fuzz;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import org.apache.kafka.common.errors.SerializationException;
import org.tocsin.schema.Article;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/**
 * Bytes in Confluent's format through the reader of articles, with schemas of other producers in the registry, some of them hostile:
 * an article comes out, or a {@link SerializationException}.
 */
final class RegistryTarget implements Target {
    private static final String SCOPE = "fuzz";
    private static final int UNKNOWN = 4_000_000;

    /** Schemas that a producer could have registered, as fields beside those of an article or in place of them. */
    private static final List<String> FOREIGN = List.of(
            "\"string\"",
            "{\"type\":\"array\",\"items\":\"null\"}",
            article("{\"name\":\"tags\",\"type\":{\"type\":\"array\",\"items\":\"null\"}}"),
            article("{\"name\":\"tags\",\"type\":{\"type\":\"map\",\"values\":\"bytes\"}}"),
            article("{\"name\":\"next\",\"type\":[\"null\",\"org.tocsin.schema.Article\"]}"),
            article("{\"name\":\"sum\",\"type\":{\"type\":\"fixed\",\"name\":\"F\",\"size\":16}}"),
            article("{\"name\":\"kind\",\"type\":{\"type\":\"enum\",\"name\":\"E\",\"symbols\":[\"A\",\"B\"]}}"),
            article("{\"name\":\"when\",\"type\":{\"type\":\"long\",\"logicalType\":\"timestamp-micros\"}}"),
            article("{\"name\":\"class\",\"type\":{\"type\":\"string\",\"java-class\":\"java.net.URL\"}}"),
            "{\"type\":\"record\",\"name\":\"Article\",\"namespace\":\"org.tocsin.schema\",\"fields\":["
                    + "{\"name\":\"id\",\"type\":\"bytes\"},{\"name\":\"text\",\"type\":\"bytes\"},"
                    + "{\"name\":\"published_at\",\"type\":[\"null\",\"int\",\"long\"]}]}");

    private final TextMutations texts;
    private final Topics topics;
    private final Topic<String, Article> articles;
    private final int[] ids;

    RegistryTarget(TextMutations texts) throws Exception {
        this.texts = texts;
        topics = PipelineConfig.of(Map.of(PipelineConfig.REGISTRY_URL, "mock://" + SCOPE))
                .topics();
        articles = topics.articles();
        SchemaRegistryClient registry = MockSchemaRegistry.getClientForScope(SCOPE);
        ids = new int[FOREIGN.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = registry.register("foreign-" + i, new AvroSchema(FOREIGN.get(i)));
        }
    }

    private static String article(String field) {
        Schema schema = Article.getClassSchema();
        String json = schema.toString();
        return json.substring(0, json.lastIndexOf(']')) + "," + field + "]}";
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public String draw(Random random) {
        Article article = Article.newBuilder()
                .setId("a" + random.nextInt(10))
                .setText(texts.text(random))
                .setTitle(random.nextBoolean() ? null : "Title")
                .setPublishedAt(
                        random.nextBoolean() ? null : Instant.ofEpochMilli(random.nextLong() >> random.nextInt(40)))
                .build();
        byte[] bytes = articles.values().serializer().serialize(articles.name(), article);
        if (random.nextInt(3) == 0) {
            ByteBuffer.wrap(bytes).putInt(1, random.nextInt(20) == 0 ? UNKNOWN : ids[random.nextInt(ids.length)]);
        }
        return Base64.getEncoder()
                .encodeToString(random.nextInt(8) == 0 ? bytes : ByteMutations.changed(random, bytes));
    }

    @Override
    public void feed(String input) {
        try {
            Article article = articles.values()
                    .deserializer()
                    .deserialize(articles.name(), Base64.getDecoder().decode(input));
            if (article.getId() == null || article.getText() == null) {
                throw new Failure("An article without id or text");
            }
        } catch (SerializationException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new Failure("A value is refused without a reason");
            }
        }
    }

    @Override
    public void close() {
        topics.close();
    }
}
