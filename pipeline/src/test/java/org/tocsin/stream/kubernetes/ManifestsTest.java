package org.tocsin.stream.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Right;
import org.tocsin.stream.Rights;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Holds deploy/kubernetes to the kinds of Kubernetes and Strimzi, and to the topics that the program makes. */
class ManifestsTest {
    private static final Path FILES = Path.of("../deploy/kubernetes");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.endsWith("kustomization.yaml"))
                    // alert rules are of another operator; MetricsDocumentTest reads them
                    .filter(file -> !file.toString().contains("monitoring"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFieldOfAManifestIsOneOfItsKind(Path file) throws IOException {
        List<JsonNode> objects = Manifests.read(Files.readString(file));

        assertThat(objects)
                .isNotEmpty()
                .allSatisfy(object -> assertThat(Manifests.fault(object)).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "base/stateful-set.yaml, /spec/template/spec/containers/0/readinessProbe, periodSecond",
        "base/stateful-set.yaml, /spec/template/spec/securityContext, runAsNonroot",
        "base/topics.yaml, /spec, backOffLimit",
        "base/network-policy.yaml, /spec, podselector",
        "strimzi/user.yaml, /spec/authorization/acls/0, operationes",
        "strimzi/topics.yaml, /spec, partition"
    })
    void aMisspeltFieldIsFound(String file, String where, String field) throws IOException {
        JsonNode object =
                Manifests.read(Files.readString(FILES.resolve(file))).get(0).deepCopy();

        ((ObjectNode) object.at(where)).put(field, 1);

        assertThat(Manifests.fault(object))
                .hasValueSatisfying(fault -> assertThat(fault).contains(field));
    }

    @Test
    void strimzisTopicsAreThoseThatTheProgramMakes() throws IOException {
        Map<String, JsonNode> manifests = new LinkedHashMap<>();
        for (JsonNode topic : Manifests.read(Files.readString(FILES.resolve("strimzi/topics.yaml")))) {
            manifests.put(topic.at("/spec/topicName").asText(), topic.path("spec"));
        }

        try (Topics topics = PipelineConfig.of(
                        Map.of("bootstrap.servers", "nowhere:1", PipelineConfig.REGISTRY_URL, "mock://manifests"))
                .topics()) {
            List<String> names = new ArrayList<>();
            for (Topic<?, ?> topic : topics.all()) {
                NewTopic made = topic.toCreate((short) 3);
                names.add(made.name());
                assertThat(manifests).containsKey(made.name());
                JsonNode spec = manifests.get(made.name());
                assertThat(spec.path("partitions").asInt()).isEqualTo(made.numPartitions());
                assertThat(spec.path("replicas").asInt()).isEqualTo(3);
                assertThat(texts(spec.path("config")))
                        .containsAllEntriesOf(made.configs())
                        .containsEntry("min.insync.replicas", "2")
                        .hasSize(made.configs().size() + 1);
            }
            assertThat(manifests.keySet()).containsExactlyElementsOf(names);
        }
    }

    @Test
    void strimzisUserMayDoWhatThePipelineNeedsAndNoMore() throws IOException {
        JsonNode user = Manifests.read(Files.readString(FILES.resolve("strimzi/user.yaml")))
                .get(0);
        PipelineConfig config = PipelineConfig.of(
                Map.of("bootstrap.servers", "nowhere:1", PipelineConfig.REGISTRY_URL, "mock://manifests"));

        List<String> granted = new ArrayList<>();
        for (JsonNode rule : user.at("/spec/authorization/acls")) {
            JsonNode resource = rule.path("resource");
            rule.path("operations")
                    .forEach(operation -> granted.add(String.join(
                            " ",
                            operation.asText().toLowerCase(Locale.ROOT),
                            resource.path("type").asText().toLowerCase(Locale.ROOT),
                            resource.path("patternType").asText(),
                            resource.path("name").asText())));
        }

        assertThat(granted)
                .containsExactlyInAnyOrderElementsOf(Rights.of(Rights.Role.PIPELINE, config).stream()
                        .map(ManifestsTest::text)
                        .toList());
    }

    private static String text(Right right) {
        ResourcePattern resource = right.resource();
        String words = String.join(
                " ",
                right.operation().name().replace("_", ""),
                resource.resourceType().name().replace("_", ""),
                resource.patternType() == PatternType.PREFIXED ? "prefix" : "literal");
        return words.toLowerCase(Locale.ROOT) + " " + resource.name();
    }

    private static Map<String, String> texts(JsonNode config) {
        Map<String, String> texts = new HashMap<>();
        config.properties()
                .forEach(setting ->
                        texts.put(setting.getKey(), setting.getValue().asText()));
        return texts;
    }
}
