package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The development registry over a real broker, asked as clients ask it, Confluent's own client among them. */
class DevRegistryIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ONE = record("{\"name\":\"a\",\"type\":\"string\"}");
    private static final String ADDED = record(
            "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":[\"null\",\"int\"],\"default\":null}");
    private static final String DEMANDING =
            record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"must\",\"type\":\"int\"}");

    @TempDir
    private static Path dir;

    private static EmbeddedBroker broker;
    private static DevRegistry registry;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(dir, 0);
        registry = DevRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void registersASchemaOnceAndGivesItBackByIdSubjectAndVersion() throws Exception {
        int id = register("once-value", ONE).path("id").asInt();

        int again = register("once-value", ONE).path("id").asInt();

        assertThat(again).isEqualTo(id);
        assertThat(get("/subjects/once-value/versions").toString()).isEqualTo("[1]");
        assertThat(get("/schemas/ids/" + id).path("schema").asText()).isEqualTo(ONE);
        assertThat(get("/subjects/once-value/versions/latest").path("id").asInt())
                .isEqualTo(id);
        assertThat(call("POST", "/subjects/once-value", schema(ONE))
                        .path("version")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void theSameSchemaUnderAnotherSubjectKeepsItsId() throws Exception {
        int first = register("left-value", ONE).path("id").asInt();

        int second = register("right-value", ONE).path("id").asInt();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesAnIncompatibleSchemaWith409AndTakesACompatibleOne() throws Exception {
        register("grow-value", ONE);

        JsonNode refused = register("grow-value", DEMANDING);
        JsonNode taken = register("grow-value", ADDED);

        assertThat(refused.path("error_code").asInt()).isEqualTo(409);
        assertThat(refused.path("message").asText()).contains("grow-value").contains("must");
        assertThat(taken.path("id").isInt()).isTrue();
        assertThat(get("/subjects/grow-value/versions").toString()).isEqualTo("[1,2]");
    }

    @Test
    void tellsWhetherASchemaWouldBeCompatibleWithoutRegisteringIt() throws Exception {
        register("ask-value", ONE);

        JsonNode bad =
                call("POST", "/compatibility/subjects/ask-value/versions/latest?verbose=true", schema(DEMANDING));
        JsonNode good = call("POST", "/compatibility/subjects/ask-value/versions/latest", schema(ADDED));

        assertThat(bad.path("is_compatible").asBoolean()).isFalse();
        assertThat(bad.path("messages").size()).isPositive();
        assertThat(good.path("is_compatible").asBoolean()).isTrue();
        assertThat(get("/subjects/ask-value/versions").toString()).isEqualTo("[1]");
    }

    @Test
    void keepsALevelForEachSubjectAndFallsBackToTheGlobalOne() throws Exception {
        register("level-value", ONE);

        call("PUT", "/config/level-value", JSON.writeValueAsString(Map.of("compatibility", "none")));
        JsonNode taken = register("level-value", DEMANDING);

        assertThat(taken.path("id").isInt()).isTrue();
        assertThat(get("/config/level-value").path("compatibilityLevel").asText())
                .isEqualTo("NONE");
        assertThat(get("/config").path("compatibilityLevel").asText()).isEqualTo("BACKWARD");
        assertThat(get("/config/unset-value").path("error_code").asInt()).isEqualTo(40408);
        assertThat(get("/config/unset-value?defaultToGlobal=true")
                        .path("compatibilityLevel")
                        .asText())
                .isEqualTo("BACKWARD");
    }

    @Test
    void namesWhatIsMissingWithConfluentsErrorCodes() throws Exception {
        register("known-value", ONE);

        assertThat(get("/subjects/nowhere-value/versions").path("error_code").asInt())
                .isEqualTo(40401);
        assertThat(get("/subjects/known-value/versions/7").path("error_code").asInt())
                .isEqualTo(40402);
        assertThat(get("/schemas/ids/9999").path("error_code").asInt()).isEqualTo(40403);
        assertThat(get("/subjects/known-value/versions/zero").path("error_code").asInt())
                .isEqualTo(42202);
        assertThat(register("known-value", "{\"type\":\"recrod\"}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(42201);
        assertThat(call("POST", "/subjects/known-value/versions", "no json")
                        .path("error_code")
                        .asInt())
                .isEqualTo(422);
        assertThat(call("PUT", "/config", "{\"compatibility\":\"SIDEWAYS\"}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(42203);
        assertThat(get("/nowhere").path("error_code").asInt()).isEqualTo(404);
    }

    @Test
    void servesConfluentsOwnClient() throws Exception {
        CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(registry.url(), 10);

        int id = client.register("judge-value", new AvroSchema(ONE));

        assertThat(client.getAllSubjects()).contains("judge-value");
        assertThat(client.getLatestSchemaMetadata("judge-value").getId()).isEqualTo(id);
        assertThat(client.getSchemaById(id).canonicalString()).isEqualTo(ONE);
        assertThat(client.testCompatibility("judge-value", new AvroSchema(DEMANDING)))
                .isFalse();
    }

    @Test
    void aSecondRegistryOnTheSameTopicKnowsWhatTheFirstTook() throws Exception {
        int id = register("kept-value", ONE).path("id").asInt();
        call("PUT", "/config/kept-value", "{\"compatibility\":\"FULL\"}");

        try (DevRegistry second = DevRegistry.start(broker.bootstrapServers(), 0)) {
            assertThat(second.version("kept-value", "latest").id()).isEqualTo(id);
            assertThat(second.level("kept-value")).isEqualTo(CompatibilityLevel.FULL);
        }
    }

    private static String record(String fields) {
        return "{\"type\":\"record\",\"name\":\"Sample\",\"namespace\":\"test\",\"fields\":[" + fields + "]}";
    }

    private static String schema(String schema) throws Exception {
        return JSON.writeValueAsString(Map.of("schema", schema));
    }

    private JsonNode register(String subject, String schema) throws Exception {
        return call("POST", "/subjects/" + subject + "/versions", schema(schema));
    }

    private JsonNode get(String path) throws Exception {
        return call("GET", path, null);
    }

    private JsonNode call(String method, String path, @Nullable String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .timeout(Duration.ofSeconds(10))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }
}
