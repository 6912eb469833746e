package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rights that each kind of user needs. */
class RightsTest {
    private static final PipelineConfig PLAIN = PipelineConfig.of(
            Map.of("bootstrap.servers", "kafka:9092", PipelineConfig.REGISTRY_URL, "http://registry:8081"));

    @ParameterizedTest
    @EnumSource(Rights.Role.class)
    void everyRightIsDocumentedWithWhatItIsFor(Rights.Role role) throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/security-setup.md"));

        List<Right> rights = Rights.of(role, PLAIN);

        assertThat(rights).isNotEmpty();
        assertThat(rights)
                .allSatisfy(right -> assertThat(rows).contains("| " + right.text() + " | " + right.purpose() + " |"));
    }

    @Test
    void theDocumentNamesNoOthers() throws IOException {
        long documented = Files.readAllLines(Path.of("../docs/security-setup.md")).stream()
                .filter(row -> row.matches("\\| [A-Z_]+ on .*"))
                .count();

        long needed = Arrays.stream(Rights.Role.values())
                .mapToLong(role -> Rights.of(role, PLAIN).size())
                .sum();
        assertThat(documented).isEqualTo(needed);
    }

    @Test
    void prefixAndApplicationAreThoseOfTheConfiguration() {
        PipelineConfig config = PLAIN.with(Map.of("tocsin.topic.prefix", "desk.", "application.id", "news"));

        assertThat(Rights.of(Rights.Role.PIPELINE, config).stream().map(Right::text))
                .contains(
                        "READ on the topic desk.articles",
                        "READ on the group news",
                        "WRITE on transactional ids that begin with news-")
                .noneMatch(text -> text.contains("tocsin"));
    }

    @Test
    void theUserIsThatOfTheLogin() {
        assertThat(Rights.user(PLAIN)).isEmpty();
        assertThat(Rights.user(PLAIN.with(
                        Map.of("sasl.jaas.config", "x.ScramLoginModule required username=\"desk\" password=\"x y\";"))))
                .contains("desk");
        assertThat(Rights.user(PLAIN.with(Map.of(
                        "sasl.jaas.config", "x.OAuthBearerLoginModule required clientId='reader' clientSecret='x';"))))
                .contains("reader");
        assertThat(Rights.user(PLAIN.with(Map.of("sasl.oauthbearer.client.credentials.client.id", "news"))))
                .contains("news");
    }

    @Test
    void oneCommandGrantsAllOperationsOnAResource() {
        List<List<Right>> byResource = Rights.byResource(Rights.of(Rights.Role.PIPELINE, PLAIN));

        assertThat(Rights.command(PLAIN, "tocsin", byResource.get(0)))
                .isEqualTo("kafka-acls.sh --bootstrap-server kafka:9092 --command-config admin.properties --add"
                        + " --allow-principal User:tocsin --operation Read --operation Write"
                        + " --operation DescribeConfigs --topic articles --resource-pattern-type literal");
    }
}
