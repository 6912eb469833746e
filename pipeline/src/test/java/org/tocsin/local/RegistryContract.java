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
import java.time.Duration;
import java.util.Map;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every registry that Tocsin works with does, asked as clients ask it, Confluent's own client among them. */
public abstract class RegistryContract {
    static final String ONE = record("{\"name\":\"a\",\"type\":\"string\"}");
    static final String DEMANDING = record("{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"must\",\"type\":\"int\"}");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADDED = record(
            "{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":[\"null\",\"int\"],\"default\":null}");

    private final HttpClient http = HttpClient.newHttpClient();

    /** Base address of the registry, which is running. */
    public abstract String registryUrl();

    @Test
    void registersASchemaOnceAndGivesItBackByIdSubjectAndVersion() throws Exception {
        int id = register("once-value", ONE).path("id").asInt();

        int again = register("once-value", ONE).path("id").asInt();

        assertThat(id).isPositive();
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
        setLevel("grow-value", "BACKWARD");

        JsonNode refused = register("grow-value", DEMANDING);
        JsonNode taken = register("grow-value", ADDED);

        assertThat(refused.path("error_code").asInt()).isEqualTo(409);
        assertThat(taken.path("id").isInt()).isTrue();
        assertThat(get("/subjects/grow-value/versions").toString()).isEqualTo("[1,2]");
    }

    @Test
    void tellsWhetherASchemaWouldBeCompatibleWithoutRegisteringIt() throws Exception {
        register("ask-value", ONE);
        setLevel("ask-value", "BACKWARD");

        JsonNode bad = call("POST", "/compatibility/subjects/ask-value/versions/latest", schema(DEMANDING));
        JsonNode good = call("POST", "/compatibility/subjects/ask-value/versions/latest", schema(ADDED));

        assertThat(bad.path("is_compatible").asBoolean()).isFalse();
        assertThat(good.path("is_compatible").asBoolean()).isTrue();
        assertThat(get("/subjects/ask-value/versions").toString()).isEqualTo("[1]");
    }

    @Test
    void keepsALevelForEachSubject() throws Exception {
        register("level-value", ONE);

        setLevel("level-value", "NONE");
        JsonNode taken = register("level-value", DEMANDING);

        assertThat(taken.path("id").isInt()).isTrue();
        assertThat(get("/config/level-value").path("compatibilityLevel").asText())
                .isEqualTo("NONE");
    }

    @Test
    void namesWhatIsMissingWithConfluentsErrorCodes() throws Exception {
        register("known-value", ONE);

        assertThat(get("/subjects/nowhere-value/versions").path("error_code").asInt())
                .isEqualTo(40401);
        assertThat(get("/subjects/known-value/versions/7").path("error_code").asInt())
                .isEqualTo(40402);
        assertThat(get("/schemas/ids/999999").path("error_code").asInt()).isEqualTo(40403);
    }

    @Test
    void servesConfluentsOwnClient() throws Exception {
        CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(registryUrl(), 10);

        int id = client.register("judge-value", new AvroSchema(ONE));
        client.updateCompatibility("judge-value", "BACKWARD");

        assertThat(client.getAllSubjects()).contains("judge-value");
        assertThat(client.getLatestSchemaMetadata("judge-value").getId()).isEqualTo(id);
        assertThat(client.getSchemaById(id).canonicalString()).isEqualTo(ONE);
        assertThat(client.testCompatibility("judge-value", new AvroSchema(DEMANDING)))
                .isFalse();
    }

    private static String record(String fields) {
        return "{\"type\":\"record\",\"name\":\"Sample\",\"namespace\":\"test\",\"fields\":[" + fields + "]}";
    }

    static String schema(String schema) throws Exception {
        return JSON.writeValueAsString(Map.of("schema", schema));
    }

    final void setLevel(String subject, String level) throws Exception {
        call("PUT", "/config/" + subject, JSON.writeValueAsString(Map.of("compatibility", level)));
    }

    final JsonNode register(String subject, String schema) throws Exception {
        return call("POST", "/subjects/" + subject + "/versions", schema(schema));
    }

    final JsonNode get(String path) throws Exception {
        return call("GET", path, null);
    }

    final JsonNode call(String method, String path, @Nullable String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registryUrl() + path))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return JSON.readTree(response.body());
    }
}
