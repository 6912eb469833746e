package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small gold with coded events, whose figures an independent implementation of the same definitions gave. */
class EvaluateCommandTest {
    private static final Path KNOWN = Path.of("src/test/resources/org/tocsin/cli/evaluate");
    private static final String GOLD = KNOWN.resolve("documents").toString();
    private static final String EVENTS = KNOWN.resolve("events.jsonl").toString();

    @TempDir
    Path folder;

    @Test
    void theTableHasTheFiguresOfTheDefinitions() throws IOException {
        Run run = Run.of("evaluate", "--gold", GOLD, "--events", EVENTS);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(Files.readString(KNOWN.resolve("expected-table.txt")));
    }

    @Test
    void theErrorsNameDocumentKindTypeAndWrongFields() throws IOException {
        Path errors = folder.resolve("errors.jsonl");

        Run.of("evaluate", "--gold", GOLD, "--events", EVENTS, "--errors", errors.toString());

        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(errors)) {
            JsonNode error = new JsonMapper().readTree(line);
            List<String> wrong = new ArrayList<>();
            error.path("wrong").forEach(field -> wrong.add(field.asText()));
            told.add(String.join(
                    "\t",
                    error.path("doc").asText(),
                    error.path("kind").asText(),
                    error.path("type").asText(),
                    String.join(" ", wrong)));
            assertThat(error.has("gold")).isEqualTo(!error.path("kind").asText().equals("FALSE ALARM"));
            assertThat(error.has("predicted"))
                    .isEqualTo(!error.path("kind").asText().equals("MISSED"));
        }
        assertThat(told).isEqualTo(Files.readAllLines(KNOWN.resolve("expected-errors.tsv")));
    }

    @Test
    void aFigureUnderItsBarFailsTheCommandAndIsNamed() {
        Run low = Run.of("evaluate", "--gold", GOLD, "--events", EVENTS, "--min", "strike.right.f1=0.99");
        Run high = Run.of("evaluate", "--gold", GOLD, "--events", EVENTS, "--min", "strike.found.r=0.01");

        assertThat(low.exit()).isEqualTo(1);
        assertThat(low.err()).contains("under the bar: strike.right.f1 is 0.", "less than 0.99");
        assertThat(high.exit()).isZero();
    }

    @Test
    void aFigureThatThereIsNotIsWrongUsageAndTheOthersAreNamed() {
        Run run = Run.of("evaluate", "--gold", GOLD, "--events", EVENTS, "--min", "strike.f1=0.5");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("no figure strike.f1", "strike.right.f1", "macro.right.f1");
    }

    @Test
    void documentsAreCodedWhereNoEventsAreGiven() throws IOException {
        Files.writeString(
                folder.resolve("a.json"),
                "{\"id\":\"a\",\"text\":\"A drone strike on a bakery in Kharkiv killed four people on Monday, police said.\","
                        + "\"published\":\"2024-11-20\",\"negative\":false,\"events\":[{\"type\":\"CASUALTY\",\"killed\":4,"
                        + "\"place\":[\"Kharkiv\"],\"evidence\":\"A drone strike on a bakery in Kharkiv killed four people"
                        + " on Monday, police said.\"}]}");

        Run run = Run.of("evaluate", "--gold", folder.toString(), "--min", "casualty.right.f1=1");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("1 documents, ", "killed 1/1");
    }

    @Test
    void whatCannotBeReadIsNamedWithWhatToDo() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path broken = Files.createDirectory(folder.resolve("broken"));
        Files.writeString(broken.resolve("x.json"), "{\"id\": ");
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("y.json"), "{\"id\": \"y\", \"text\": \"z\"}");
        Path line = Files.writeString(folder.resolve("events.jsonl"), "\n{\"event_type\":\"strike\"}\n");

        assertThat(Run.of("evaluate", "--gold", folder.resolve("none").toString()))
                .matches(run -> run.exit() == 1 && run.err().contains("none is no folder"));
        assertThat(Run.of("evaluate", "--gold", empty.toString()))
                .matches(run -> run.exit() == 1 && run.err().contains("holds no .json file"));
        assertThat(Run.of("evaluate", "--gold", broken.toString()))
                .matches(run -> run.exit() == 1 && run.err().contains("x.json:1: it is no valid JSON"));
        assertThat(Run.of("evaluate", "--gold", other.toString()))
                .matches(run -> run.exit() == 1 && run.err().contains("y.json: it has no list \"events\""));
        assertThat(Run.of("evaluate", "--gold", GOLD, "--events", line.toString()))
                .matches(run -> run.exit() == 1 && run.err().contains("events.jsonl:2: it has no \"article_id\""));
        assertThat(Run.of(
                        "evaluate",
                        "--gold",
                        GOLD,
                        "--events",
                        folder.resolve("none").toString()))
                .matches(run -> run.exit() == 1 && run.err().contains("tocsin extract"));
    }

    @Test
    void reliabilityIsShownByBinAndType() {
        Run run = Run.of("evaluate", "--gold", GOLD, "--reliability");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).containsPattern("type +confidence +events +expected +observed");
        assertThat(run.out()).containsPattern("all +any +\\d+ +0\\.\\d{3} +0\\.\\d{3} +error 0\\.\\d{3}");
        assertThat(run.out()).containsPattern("casualty +0\\.\\d-\\d\\.\\d +\\d+ ");
    }

    @Test
    void calibrationWritesATableOfWeightsByTypeAndFeature() throws IOException {
        Path table = folder.resolve("confidence.tsv");

        Run run = Run.of("evaluate", "--gold", "../data/gold/documents", "--calibrate", table.toString());

        assertThat(run.exit()).isZero();
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).contains("event_type\tfeature\tweight\tsource");
        assertThat(lines).anyMatch(line -> line.matches("strike\\tany\\t-?\\d+\\.\\d{3}\\t.*"));
        assertThat(Run.of("evaluate", "--gold", GOLD, "--events", EVENTS, "--calibrate", table.toString()))
                .matches(wrong -> wrong.exit() == 2 && wrong.err().contains("--events"));
    }
}
