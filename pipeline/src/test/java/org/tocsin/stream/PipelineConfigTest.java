package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PipelineConfigTest {
    private static final Map<String, String> LEAST =
            Map.of("bootstrap.servers", "kafka:9092", "schema.registry.url", "mock://config");

    @Test
    void theFileIsReadAndOverridesCountInItsPlace(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(
                directory.resolve("tocsin.properties"), "bootstrap.servers = kafka:9092\ntocsin.api.port = 9000\n");

        PipelineConfig config = PipelineConfig.load(file, Map.of("bootstrap.servers", "other:9092"));

        assertThat(config.bootstrapServers()).isEqualTo("other:9092");
        assertThat(config.number(Setting.API_PORT)).isEqualTo(9000);
    }

    @ParameterizedTest
    @CsvSource({
        "tocsin.api.prot, tocsin.api.port",
        "tocsin.topic.article.partitions, tocsin.topic.articles.partitions",
        "tocsin.value.serdes, tocsin.value.serde"
    })
    void anUnknownSettingOfOursIsRefusedWithTheNearestOne(String typed, String meant) {
        assertThatThrownBy(() -> PipelineConfig.of(Map.of(typed, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(typed)
                .hasMessageContaining("did you mean '" + meant + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "tocsin.api.port, many",
        "tocsin.api.port, -2",
        "tocsin.topic.articles.partitions, 0",
        "tocsin.topic.events.retention.ms, 0",
        "tocsin.article.max.characters, 0"
    })
    void anInvalidValueIsRefusedWithItsKey(String key, String value) {
        assertThatThrownBy(() -> PipelineConfig.of(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void everySettingHasAValidDefaultAndSaysWhatItDoes(Setting setting) {
        PipelineConfig config = PipelineConfig.of(Map.of(setting.key(), setting.byDefault()));

        assertThat(config.text(setting)).isEqualTo(setting.byDefault());
        assertThat(setting.meaning()).endsWith(".");
    }

    @Test
    void kafkaAndRegistrySettingsPassThroughAndOurDefaultsGiveWay() {
        PipelineConfig config = PipelineConfig.of(LEAST)
                .with(Map.of("security.protocol", "SSL", "commit.interval.ms", "1000", "num.stream.threads", "2"));

        Properties streams = config.streams();
        assertThat(streams)
                .containsEntry("security.protocol", "SSL")
                .containsEntry("commit.interval.ms", "1000")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("ensure.explicit.internal.resource.naming", true);
        assertThat(config.producer())
                .containsEntry("security.protocol", "SSL")
                .doesNotContainKeys("commit.interval.ms", "num.stream.threads");
        assertThat(config.serde()).containsEntry("schema.registry.url", "mock://config");
    }

    @Test
    void secretsAreNotPrinted() {
        PipelineConfig config = PipelineConfig.of(Map.of(
                "bootstrap.servers", "kafka:9092",
                "basic.auth.user.info", "user:hunter2",
                "sasl.jaas.config", "password=hunter2",
                "ssl.keystore.password", "hunter2"));

        assertThat(config.toString()).contains("kafka:9092").doesNotContain("hunter2");
    }

    @Test
    void secretsAreHiddenInMessagesOfOthers() {
        PipelineConfig config = PipelineConfig.of(Map.of(
                "schema.registry.url", "https://desk:hunter2@registry:8081",
                "basic.auth.user.info", "desk:swordfish",
                "sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"desk\""
                                + " password=\"correct horse\";",
                "ssl.key.password", "abc",
                "tocsin.api.internal.token", "between us",
                "basic.auth.credentials.source", "USER_INFO",
                "sasl.oauthbearer.client.credentials.client.id", "tocsin",
                "tocsin.api.tokens.file", "/etc/tocsin/tokens.jsonl"));

        assertThat(config.withoutSecrets(
                        "https://desk:hunter2@registry:8081 answers 500 to swordfish, correct horse and"
                                + " between us; abcd"))
                .isEqualTo("https://[hidden]@registry:8081 answers 500 to [hidden], [hidden] and [hidden]; abcd");
        assertThat(config.toString())
                .doesNotContain("hunter2", "swordfish", "correct horse", "between us", "=abc")
                .contains("/etc/tocsin/tokens.jsonl", "registry:8081", "USER_INFO", "client.id=tocsin");
    }

    @Test
    void whatIsMissingIsNamedWithAnExample() {
        assertThatThrownBy(() -> PipelineConfig.of(Map.of()).bootstrapServers())
                .hasMessageContaining("bootstrap.servers")
                .hasMessageContaining("localhost:9092");
    }

    @Test
    void topicsCarryThePrefixAndTheirOwnSettings() {
        PipelineConfig config = PipelineConfig.of(LEAST)
                .with(Map.of("tocsin.topic.prefix", "desk.", "tocsin.topic.articles.partitions", "12"));

        try (Topics topics = config.topics()) {
            assertThat(topics.all()).extracting(Topic::name).allMatch(name -> name.startsWith("desk."));
            assertThat(topics.articles().partitions()).isEqualTo(12);
            assertThat(topics.articles().settings()).containsEntry("max.message.bytes", "12582912");
            assertThat(topics.incidents().settings()).containsEntry("cleanup.policy", "compact");
            assertThat(topics.incidentRevisions().settings()).containsEntry("cleanup.policy", "delete");
        }
    }

    @Test
    void anotherSerdeCanBeNamed() {
        PipelineConfig config = PipelineConfig.of(LEAST).with(Map.of("tocsin.value.serde", OtherSerde.class.getName()));

        try (Topics topics = config.topics()) {
            assertThat(topics.articles().values()).isInstanceOf(OtherSerde.class);
            Map<String, ?> settings = ((OtherSerde) (Object) topics.incidents().values()).settings;
            assertThat(settings.get("specific.avro.value.type")).isEqualTo("org.tocsin.schema.Incident");
            assertThat(settings.get("schema.registry.url")).isEqualTo("mock://config");
        }
    }

    @ParameterizedTest
    @CsvSource({"no.such.Serde, not on the class path", "java.lang.String, no Serde"})
    void aSerdeThatCannotBeMadeIsNamed(String name, String why) {
        PipelineConfig config = PipelineConfig.of(LEAST).with(Map.of("tocsin.value.serde", name));

        assertThatThrownBy(config::topics)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(why);
    }

    /** A serde that remembers what it was configured with. */
    public static final class OtherSerde extends Serdes.WrapperSerde<byte[]> {
        private Map<String, ?> settings = Map.of();

        public OtherSerde() {
            super(new ByteArraySerializer(), new ByteArrayDeserializer());
        }

        @Override
        public void configure(Map<String, ?> configured, boolean isKey) {
            settings = configured;
        }
    }

    @Test
    void disputedBordersAreDrawnInOneOfThreeWays() {
        Map<String, String> settings = new HashMap<>(LEAST);

        settings.put("tocsin.map.disputed.borders", "hiden");

        assertThatThrownBy(() -> PipelineConfig.of(settings))
                .hasMessageContaining("tocsin.map.disputed.borders is 'hiden'")
                .hasMessageContaining("did you mean 'hidden'");
        assertThat(PipelineConfig.of(LEAST).text(Setting.MAP_DISPUTED_BORDERS)).isEqualTo("dashed");
    }
}
