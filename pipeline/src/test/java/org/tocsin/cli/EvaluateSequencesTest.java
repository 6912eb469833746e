package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some sequences with resolved incidents, whose figures an independent implementation of the same definitions gave. */
class EvaluateSequencesTest {
    private static final Path KNOWN = Path.of("src/test/resources/org/tocsin/cli/evaluate");
    private static final String SEQUENCES = KNOWN.resolve("sequences").toString();
    private static final String GOLD = "../data/gold/sequences";
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    Path folder;

    @Test
    void theFiguresAreThoseOfTheDefinitions() throws IOException {
        Run run = Run.of(
                "evaluate",
                "--sequences",
                SEQUENCES,
                "--incidents",
                KNOWN.resolve("incidents.jsonl").toString());

        assertThat(run.exit()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(KNOWN.resolve("expected-incidents.txt")));
    }

    @Test
    void theTruthItselfIsPerfect() throws IOException {
        Path file = write(truth());

        Run run = Run.of("evaluate", "--sequences", GOLD, "--incidents", file.toString(), "--details");

        assertThat(run.out().lines().limit(11))
                .hasSize(11)
                .allSatisfy(line -> assertThat(line).endsWith(" 1.000"));
        assertThat(run.out()).contains("not kept apart: none").doesNotContain(" X", "not matched");
    }

    @Test
    void nothingResolvedIsWorthNothing() throws IOException {
        Run run = Run.of(
                "evaluate", "--sequences", GOLD, "--incidents", write(List.of()).toString());

        assertThat(run.out().lines().limit(11))
                .allSatisfy(line -> assertThat(line).endsWith(" 0.000"));
    }

    @Test
    void theOrderOfAHistoryThePlaceAndDoubledIncidentsAreLookedAt() throws IOException {
        List<ObjectNode> backwards = truth();
        backwards.forEach(incident -> {
            List<JsonNode> steps = new ArrayList<>();
            incident.path("history").forEach(step -> steps.add(0, step));
            incident.putArray("history").addAll(steps);
        });
        List<ObjectNode> elsewhere = truth();
        elsewhere.forEach(
                incident -> incident.withObject("/place").put("lat", 0).put("lon", -150));
        List<ObjectNode> doubled = truth();
        doubled.addAll(truth());

        assertThat(figure(backwards, "history_order")).isLessThan(0.5);
        assertThat(figure(elsewhere, "bcubed_f1")).isZero();
        assertThat(figure(doubled, "bcubed_precision")).isLessThan(0.51);
    }

    @Test
    void theReportsAreResolvedInTheOrderThatIsAskedFor() {
        Run arrival = Run.of("evaluate", "--sequences", SEQUENCES);
        Run shuffled = Run.of("evaluate", "--sequences", SEQUENCES, "--order", "shuffled", "--seed", "7");
        Run again = Run.of("evaluate", "--sequences", SEQUENCES, "--order", "shuffled", "--seed", "7");

        assertThat(arrival.exit()).isZero();
        assertThat(arrival.out()).contains("bcubed_f1", "true incidents 10");
        assertThat(shuffled.out()).contains("true incidents 10").isEqualTo(again.out());
    }

    @Test
    void wrongUsageAndUnusableFoldersSayWhatToDo() {
        assertThat(Run.of("evaluate", "--sequences", folder.toString()))
                .matches(run -> run.exit() == 1 && run.err().contains("no truth.json"));
        assertThat(Run.of("evaluate", "--sequences", SEQUENCES, "--errors", "e.jsonl"))
                .matches(run -> run.exit() == 2 && run.err().contains("--incidents"));
        assertThat(Run.of("evaluate", "--sequences", SEQUENCES, "--order", "sideways"))
                .matches(run -> run.exit() == 2 && run.err().contains("SHUFFLED"));
        assertThat(Run.of("evaluate", "--order", "reversed"))
                .matches(run -> run.exit() == 2 && run.err().contains("--sequences"));
    }

    private double figure(List<ObjectNode> incidents, String name) throws IOException {
        Run run = Run.of(
                "evaluate", "--sequences", GOLD, "--incidents", write(incidents).toString());
        return run.out()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(
                        line -> Double.parseDouble(line.substring(name.length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    private Path write(List<ObjectNode> incidents) throws IOException {
        return Files.write(
                folder.resolve("incidents.jsonl"),
                incidents.stream().map(ObjectNode::toString).toList());
    }

    /** The incidents of the truth as {@code tocsin resolve} would print them. */
    private static List<ObjectNode> truth() throws IOException {
        List<ObjectNode> told = new ArrayList<>();
        try (Stream<Path> sequences = Files.list(Path.of(GOLD))) {
            for (Path sequence : sequences.sorted().toList()) {
                JsonNode truth = MAPPER.readTree(sequence.resolve("truth.json").toFile());
                truth.path("incidents").forEach(incident -> told.add(asPrinted(incident)));
            }
        }
        return told;
    }

    private static ObjectNode asPrinted(JsonNode incident) {
        ObjectNode printed = MAPPER.createObjectNode();
        printed.put("event_type", incident.path("type").asText());
        printed.set("article_ids", incident.path("articles"));
        printed.putObject("place")
                .put("name", incident.path("place").asText())
                .put("country", incident.path("country").asText())
                .put("lat", incident.path("lat").asDouble())
                .put("lon", incident.path("lon").asDouble());
        printed.putObject("date").put("start", incident.path("date").asText());
        printed.set("killed", incident.path("killed"));
        printed.set("injured", incident.path("injured"));
        printed.set("history", incident.path("history"));
        printed.set("independent_sources", incident.path("independent_sources"));
        return printed;
    }
}
