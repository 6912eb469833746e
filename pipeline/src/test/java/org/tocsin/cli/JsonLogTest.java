package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How log lines look to programs, from a process of its own, since logging is configured once for each. */
class JsonLogTest {
    private static final String HOSTILE = "a\"b\\c\nINFO forged\r\t\u001b[31m\u007f\u009b2J\u2028end";

    @TempDir
    private Path directory;

    /** What the other process runs. */
    static final class Lines {
        private Lines() {}

        public static void main(String[] arguments) {
            Logging.as(Logging.LineFormat.valueOf(arguments[0]));
            Logging.toFile(Path.of(arguments[1]));
            Logger log = LoggerFactory.getLogger("org.tocsin.Example");
            log.warn("Told of {}", HOSTILE);
            log.atError()
                    .addKeyValue("article.id", "a\"b\\c\nINFO forged\u001b[31m")
                    .addKeyValue("kafka.topic", "articles")
                    .addKeyValue("kafka.partition", "3")
                    .addKeyValue("kafka.offset", "17")
                    .log("About an article");
            log.error("With its cause", new IllegalStateException(HOSTILE));
        }
    }

    private List<String> lines(Logging.LineFormat format) throws IOException, InterruptedException {
        Path err = directory.resolve("err");
        Path file = directory.resolve("tocsin.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Lines.class.getName(),
                        format.name(),
                        file.toString())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(file)).doesNotContain("\u001b", "\u009b");
        return Files.readAllLines(err);
    }

    @Test
    void eachLineIsOneObjectAndNothingForgesAnother() throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : lines(Logging.LineFormat.JSON)) {
            assertThat(line.codePoints().anyMatch(Character::isISOControl)).isFalse();
            assertThat(line).doesNotContain("\u2028");
            lines.add(new ObjectMapper().readTree(line));
        }

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).path("message").asText())
                .startsWith("Told of a\"b\\c")
                .contains("INFO forged", "end");
        assertThat(lines.get(0).path("log.level").asText()).isEqualTo("WARN");
        assertThat(lines.get(0).path("log.logger").asText()).isEqualTo("org.tocsin.Example");
        assertThat(lines.get(0).path("@timestamp").asText())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(lines.get(0).has("article.id")).isFalse();
        assertThat(lines.get(0).has("error.type")).isFalse();
        assertThat(lines.get(1).path("article.id").asText()).startsWith("a\"b\\c\nINFO forged");
        assertThat(lines.get(1).path("kafka.topic").asText()).isEqualTo("articles");
        assertThat(lines.get(1).path("kafka.partition").asText()).isEqualTo("3");
        assertThat(lines.get(1).path("kafka.offset").asText()).isEqualTo("17");
        assertThat(lines.get(2).path("error.type").asText()).isEqualTo("java.lang.IllegalStateException");
        assertThat(lines.get(2).path("error.stack_trace").asText()).contains("JsonLogTest");
    }

    @Test
    void forPeopleThereAreLines() throws Exception {
        assertThat(lines(Logging.LineFormat.TEXT).get(0))
                .contains("WARN Example: Told of")
                .doesNotStartWith("{");
    }
}
