package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
    private static final String STRIKE =
            "A drone strike on a bakery in Kharkiv killed four people on Monday, police said.";

    @TempDir
    Path folder;

    @Test
    void aTextFileGivesItsEventsOneJsonObjectALine() throws IOException {
        Path file = write("report.txt", "date 2024-11-20 " + STRIKE);

        Run run = Run.of("extract", file.toString());

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode strike = eventOfType(run, "strike");
        assertThat(strike.path("article_id").asText()).isEqualTo("report");
        assertThat(strike.path("published_at").asText()).isEqualTo("2024-11-20T00:00:00Z");
        assertThat(strike.at("/place/name").asText()).isEqualTo("Kharkiv");
        assertThat(strike.at("/evidence/0").asText()).isEqualTo(STRIKE);
    }

    @Test
    void spansCountInTheFileAsItIs() throws IOException {
        String text = "date 2024-11-20 " + STRIKE;
        Path file = write("report.txt", text);

        List<String> places = new ArrayList<>();
        for (JsonNode span :
                eventOfType(Run.of("extract", file.toString()), "strike").path("spans")) {
            if (span.path("field").asText().startsWith("place")) {
                places.add(text.substring(
                        span.path("start").asInt(), span.path("end").asInt()));
            }
        }

        assertThat(places).isNotEmpty().containsOnly("Kharkiv");
    }

    @Test
    void badLinesAreNamedAndTheOthersAreRead() throws IOException {
        Path file = write(
                "news.jsonl",
                "{\"id\": \"a\", \"text\": \"" + STRIKE + "\"}\n"
                        + "{\"id\": \"b\", \"text\": \n"
                        + "\n"
                        + "{\"id\": \"c\"}\n"
                        + "{\"id\": \"d\", \"text\": \"  \"}\n"
                        + "{\"id\": \"e\", \"text\": \"x\", \"published\": \"9999-01-01\"}\n"
                        + "[1]\n"
                        + "{\"id\": \"f\", \"text\": \"" + STRIKE + "\"}");

        Run run = Run.of("extract", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains("\"article_id\":\"a\"", "\"article_id\":\"f\"");
        List<String> errors = run.err().lines().toList();
        assertThat(errors).hasSize(5);
        assertThat(errors.get(0)).contains("news.jsonl:2", "JSON");
        assertThat(errors.get(1)).contains("news.jsonl:4", "no text");
        assertThat(errors.get(2)).contains("news.jsonl:5", "empty");
        assertThat(errors.get(3)).contains("news.jsonl:6", "2099");
        assertThat(errors.get(4)).contains("news.jsonl:7", "object");
    }

    @Test
    void bytesThatAreNoTextAreNamed() throws IOException {
        Path latin = folder.resolve("latin.txt");
        Files.write(latin, "Un café a été frappé".getBytes(StandardCharsets.ISO_8859_1));
        Path good = write("good.txt", STRIKE);

        Run run = Run.of("extract", latin.toString(), good.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("latin.txt", "UTF-8");
        assertThat(run.out()).contains("\"article_id\":\"good\"");
    }

    @Test
    void aTextOfTenMegabytesIsRefusedAndTheNextArticleRead() throws IOException {
        Path huge = write("huge.txt", "All quiet today. ".repeat(640_000));
        Path good = write("good.txt", STRIKE);

        Run run = Run.of("extract", huge.toString(), good.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("huge.txt", "limit");
        assertThat(run.out()).contains("\"article_id\":\"good\"");
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        Run run = Run.of("extract", folder.resolve("none.txt").toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("none.txt").contains("cannot be read");
    }

    @Test
    void readableLinesHoldNothingThatATerminalObeys() throws IOException {
        Path file = write(
                "report.txt",
                "A drone strike on a \u001b[31mbakery\u001b[0m in Kharkiv killed four people, police said.");

        Run run = Run.of("extract", "--format", "table", file.toString());

        assertThat(run.out()).contains("strike", "Kharkiv").doesNotContain("\u001b");
    }

    @Test
    void textsInOtherScriptsAndDirectionsAreNoTrouble() throws IOException {
        Path file = write("mixed.txt", "Удар по Харкову. قصف على حلب. " + STRIKE);

        assertThat(Run.of("extract", file.toString()).exit()).isZero();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static JsonNode eventOfType(Run run, String type) throws IOException {
        JsonMapper mapper = new JsonMapper();
        for (String line : run.out().lines().toList()) {
            JsonNode event = mapper.readTree(line);
            if (event.path("event_type").asText().equals(type)) {
                return event;
            }
        }
        throw new AssertionError("no " + type + " in " + run);
    }
}
