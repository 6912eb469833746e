package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.NewsFormat;

/** Does what docs/intake.md says. */
class IntakeDocumentTest {
    private static final Path DOCUMENT = Path.of("../docs/intake.md");

    static List<String> commandsOnSamples() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.startsWith("    ./tocsin ") && line.contains("pipeline/src/test"))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commandsOnSamples")
    void commandsOnTheSamplesPrintEvents(String line) {
        String[] words = line.replace("pipeline/src/test", "src/test").split(" ");

        Run run = Run.of(Arrays.copyOfRange(words, 1, words.length));

        assertThat(run.out()).as(run.err()).isNotBlank();
        assertThat(run.err()).doesNotContain("unexpected failure");
    }

    @Test
    void everyFormatAndEveryOptionOfFeedsIsTold() throws IOException {
        String told = Files.readString(DOCUMENT);

        assertThat(commandsOnSamples()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(told)
                .contains("--feed", "--every", "--once", "--full-text", "--state", "--allow-private", "--language");
        assertThat(told).contains("RSS", "Atom", "ninjs", "NewsML-G2", "NITF", "WARC", "WET", "HTML");
        assertThat(NewsFormat.values()).hasSize(7);
    }

    @Test
    void theLimitsAreThoseOfTheProgram() throws IOException {
        String told = Files.readString(DOCUMENT).replace("\n", " ");

        assertThat(Limits.DOCUMENT_BYTES).isEqualTo(32 * 1024 * 1024);
        assertThat(Limits.PAGE_BYTES).isEqualTo(8 * 1024 * 1024);
        assertThat(told)
                .contains(
                        "32 MB after unpacking",
                        "20,000 items",
                        "2,000,000 elements",
                        "200 levels",
                        "8 MB and 50,000 elements");
        assertThat(List.of(Limits.ITEMS, Limits.XML_ELEMENTS, Limits.XML_DEPTH, Limits.PAGE_ELEMENTS))
                .containsExactly(20_000, 2_000_000, 200, 50_000);
    }
}
