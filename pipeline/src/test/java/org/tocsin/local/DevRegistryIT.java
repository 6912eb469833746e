package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The development registry over a real broker: what every registry does, and what is its own. */
class DevRegistryIT extends RegistryContract {
    @TempDir
    private static Path dir;

    private static EmbeddedBroker broker;
    private static DevRegistry registry;

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

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Test
    void refusesWhatOldReadersCannotReadUnlessToldOtherwise() throws Exception {
        register("strict-value", ONE);

        JsonNode refused = register("strict-value", DEMANDING);

        assertThat(refused.path("error_code").asInt()).isEqualTo(409);
        assertThat(refused.path("message").asText()).contains("strict-value").contains("must");
    }

    @Test
    void saysWhyASchemaWouldNotBeCompatible() throws Exception {
        register("why-value", ONE);

        JsonNode bad =
                call("POST", "/compatibility/subjects/why-value/versions/latest?verbose=true", schema(DEMANDING));

        assertThat(bad.path("messages").toString()).contains("must");
    }

    @Test
    void fallsBackToTheGlobalLevel() throws Exception {
        assertThat(get("/config").path("compatibilityLevel").asText()).isEqualTo("BACKWARD");
        assertThat(get("/config/unset-value").path("error_code").asInt()).isEqualTo(40408);
        assertThat(get("/config/unset-value?defaultToGlobal=true")
                        .path("compatibilityLevel")
                        .asText())
                .isEqualTo("BACKWARD");
    }

    @Test
    void takesLevelsInLowerCase() throws Exception {
        register("small-value", ONE);

        setLevel("small-value", "full");

        assertThat(get("/config/small-value").path("compatibilityLevel").asText())
                .isEqualTo("FULL");
    }

    @Test
    void namesWhatIsWrongWithConfluentsErrorCodes() throws Exception {
        register("right-value", ONE);

        assertThat(get("/subjects/right-value/versions/zero").path("error_code").asInt())
                .isEqualTo(42202);
        assertThat(register("right-value", "{\"type\":\"recrod\"}")
                        .path("error_code")
                        .asInt())
                .isEqualTo(42201);
        assertThat(call("POST", "/subjects/right-value/versions", "no json")
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
    void aSecondRegistryOnTheSameTopicKnowsWhatTheFirstTook() throws Exception {
        int id = register("kept-value", ONE).path("id").asInt();
        setLevel("kept-value", "FULL");

        try (DevRegistry second = DevRegistry.start(broker.bootstrapServers(), 0)) {
            assertThat(second.version("kept-value", "latest").id()).isEqualTo(id);
            assertThat(second.level("kept-value")).isEqualTo(CompatibilityLevel.FULL);
        }
    }
}
