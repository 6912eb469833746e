package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds docs/containers.md to docker-compose.yml, and what that file mounts to what is there. */
class ContainersDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Path COMPOSE = ROOT.resolve("docker-compose.yml");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(TOCSIN_[A-Z_]+):-([^}]*)}");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(TOCSIN_[A-Z_]+)` \\| (?:`([^`]*)`|\\(empty\\)) \\|");

    @Test
    void everyVariableIsDocumentedWithItsDefault() throws IOException {
        Map<String, String> documented = new TreeMap<>();
        Matcher row = ROW.matcher(document());
        while (row.find()) {
            documented.put(row.group(1), row.group(2) == null ? "" : row.group(2));
        }

        assertThat(documented).isEqualTo(variables());
    }

    @Test
    void everyImageCanBeReplacedByAVariable() throws IOException {
        assertThat(compose().findValues("image"))
                .isNotEmpty()
                .allSatisfy(image -> assertThat(image.asText()).startsWith("${TOCSIN_"));
    }

    @Test
    void everyServiceIsDocumented() throws IOException {
        Set<String> services = new TreeSet<>();
        compose().path("services").fieldNames().forEachRemaining(services::add);
        String document = document();

        assertThat(services)
                .isNotEmpty()
                .allSatisfy(service -> assertThat(document).contains("`" + service + "`"));
    }

    @Test
    void onePortIsOpenedOnTheLoopbackInterfaceUnlessMetricsAreAskedFor() throws IOException {
        Set<String> open = new TreeSet<>();
        compose().path("services").properties().forEach(service -> {
            if (service.getValue().path("profiles").isMissingNode()) {
                service.getValue().path("ports").forEach(port -> open.add(port.asText()));
            } else {
                service.getValue()
                        .path("ports")
                        .forEach(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
            }
        });

        assertThat(open).containsExactly("127.0.0.1:${TOCSIN_PORT:-8080}:8080");
    }

    @Test
    void everythingThatIsMountedFromHereExists() throws IOException {
        Set<String> mounted = Pattern.compile("- (\\./[^:]+):")
                .matcher(Files.readString(COMPOSE))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        assertThat(mounted)
                .isNotEmpty()
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    private static Map<String, String> variables() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        Matcher variable = VARIABLE.matcher(Files.readString(COMPOSE));
        while (variable.find()) {
            String before = variables.put(variable.group(1), variable.group(2));
            assertThat(before).as("another default of " + variable.group(1)).isIn(null, variable.group(2));
        }
        return variables;
    }

    private static JsonNode compose() throws IOException {
        JsonFactory yaml = new YAMLFactory();
        return new ObjectMapper(yaml).readTree(COMPOSE.toFile());
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/containers.md"));
    }
}
