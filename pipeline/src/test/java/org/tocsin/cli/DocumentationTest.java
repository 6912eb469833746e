package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.stream.Setting;

/** Holds the documents to the program. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^(?:    |\\$ |`)?(\\./tocsin [^`\\n]*)|`((?:\\./)?tocsin [^`]*)`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    static Stream<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> top = Files.list(ROOT)) {
            return Stream.concat(docs, top).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandThatADocumentNamesIsRight(Path document) throws IOException {
        Matcher command = COMMAND.matcher(Files.readString(document));

        while (command.find()) {
            String line = command.group(1) == null ? command.group(2) : command.group(1);
            assertThat(Commands.parses(line)).as("%s: %s", document, line).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFile(Path document) throws IOException {
        Matcher link = LINK.matcher(Files.readString(document));

        while (link.find()) {
            assertThat(document.resolveSibling(link.group(1))).exists();
        }
    }

    @Test
    void theReadmeShowsTheTwoCommandsThatMatter() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("./tocsin demo", "mvn verify");
    }

    @Test
    void theReadmeNamesEveryCommand() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(Tocsin.commandLine().getSubcommands().keySet())
                .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
    }

    @Test
    void theReadmeNamesEveryTopicOfEvents() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(EventTypes.ALL.stream().map(EventType::name))
                .allSatisfy(name -> assertThat(readme).contains("events." + name));
    }

    @Test
    void everySettingIsDocumentedWithItsDefault() throws IOException {
        List<String> rows = Files.readAllLines(ROOT.resolve("docs/configuration.md"));

        for (Setting setting : Setting.values()) {
            assertThat(rows).contains(row(setting));
        }
        long documented =
                rows.stream().filter(row -> row.startsWith("| `tocsin.")).count();
        assertThat(documented).isEqualTo(Arrays.stream(Setting.values()).count());
    }

    private static String row(Setting setting) {
        String byDefault = setting.byDefault().isEmpty() ? "(empty)" : "`" + setting.byDefault() + "`";
        return "| `" + setting.key() + "` | " + byDefault + " | " + setting.meaning() + " |";
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeline", "schemas", "bench"})
    void everyDirectDependencyOfAModuleIsListed(String module) throws IOException {
        String listed = Files.readString(ROOT.resolve("docs/dependencies.md"));
        Matcher artifact = Pattern.compile(
                        "<dependency>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)</artifactId>")
                .matcher(Files.readString(ROOT.resolve(module + "/pom.xml")));

        int found = 0;
        while (artifact.find()) {
            found++;
            if (!artifact.group(1).startsWith("tocsin-")) {
                assertThat(listed).contains("`" + artifact.group(1) + "`");
            }
        }
        assertThat(found).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dashboard", "dashboard/test", "interop", "data/countries", "data/gazetteer", "data/map"})
    void everyDirectDependencyOfAPackageIsListed(String folder) throws IOException {
        String listed = Files.readString(ROOT.resolve("docs/dependencies.md"));
        JsonNode told =
                new JsonMapper().readTree(ROOT.resolve(folder + "/package.json").toFile());

        List<String> names = new ArrayList<>();
        for (String kind : List.of("dependencies", "devDependencies")) {
            told.path(kind).fieldNames().forEachRemaining(names::add);
        }
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(listed).contains("`" + name + "`"));
    }
}
