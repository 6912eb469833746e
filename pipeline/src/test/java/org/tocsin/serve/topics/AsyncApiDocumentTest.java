package org.tocsin.serve.topics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.tocsin.event.EventTypes;
import org.tocsin.schema.Article;
import org.tocsin.schema.Incident;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

class AsyncApiDocumentTest {
    private final PipelineConfig config = PipelineConfig.of(
            Map.of(PipelineConfig.REGISTRY_URL, "mock://asyncapi", Setting.TOPIC_PREFIX.key(), "newsroom."));

    @Test
    void everyTopicIsAChannelUnderItsFullNameWithItsPartitionsAndRetention() {
        try (Topics topics = config.topics()) {
            JsonNode document = AsyncApiDocument.of(topics, "1.0");
            List<String> addresses = new ArrayList<>();
            document.path("channels")
                    .forEach(channel -> addresses.add(channel.path("address").asText()));

            assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
            assertThat(addresses)
                    .containsExactlyElementsOf(
                            topics.all().stream().map(Topic::name).toList());
            assertThat(addresses).allMatch(address -> address.startsWith("newsroom."));
            JsonNode articles = document.at("/channels/articles/bindings/kafka");
            assertThat(articles.path("partitions").asInt()).isEqualTo(4);
            assertThat(articles.at("/topicConfiguration/retention.ms").asLong()).isPositive();
            assertThat(document.at("/channels/incidents/bindings/kafka/topicConfiguration/cleanup.policy/0")
                            .asText())
                    .isEqualTo("compact");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        try (Topics topics = config.topics()) {
            JsonNode document = AsyncApiDocument.of(topics, "1.0");

            List<JsonNode> references = document.findValues("$ref");
            assertThat(references).hasSizeGreaterThan(20);
            assertThat(references)
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.asText().substring(1)).isMissingNode())
                            .as(reference.asText())
                            .isFalse());
        }
    }

    @Test
    void everyPayloadIsTheSchemaThatTheTopicCarries() {
        try (Topics topics = config.topics()) {
            JsonNode messages = AsyncApiDocument.of(topics, "1.0").at("/components/messages");

            assertThat(schema(messages.path("Article"))).isEqualTo(Article.getClassSchema());
            assertThat(schema(messages.path("Incident"))).isEqualTo(Incident.getClassSchema());
            assertThat(schema(messages.path("IncidentRevision"))).isEqualTo(Incident.getClassSchema());
            EventTypes.ALL.forEach(type -> {
                JsonNode message = messages.path(type.schema().getSimpleName());
                assertThat(schema(message).getFullName())
                        .isEqualTo(type.schema().getName());
                assertThat(message.at("/headers/properties").has("tocsin.first"))
                        .isTrue();
                assertThat(message.at("/headers/properties").has("ce_type")).isTrue();
            });
            assertThat(messages.at("/Incident/headers/properties").has("ce_id")).isTrue();
            assertThat(messages.at("/DeadLetter/headers/properties").has("tocsin.reason"))
                    .isTrue();
        }
    }

    @Test
    void articlesAreReceivedAndAllElseIsSent() {
        try (Topics topics = config.topics()) {
            JsonNode operations = AsyncApiDocument.of(topics, "1.0").path("operations");

            operations
                    .properties()
                    .forEach(operation -> assertThat(
                                    operation.getValue().path("action").asText())
                            .isEqualTo(operation.getKey().equals("receive_articles") ? "receive" : "send"));
            assertThat(operations).hasSize(topics.all().size());
        }
    }

    private static Schema schema(JsonNode message) {
        assertThat(message.at("/payload/schemaFormat").asText()).startsWith("application/vnd.apache.avro");
        return new Schema.Parser().parse(message.at("/payload/schema").toString());
    }
}
