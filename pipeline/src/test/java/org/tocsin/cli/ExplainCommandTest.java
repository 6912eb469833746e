package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String TEXT = "Officials met on Monday.\n\n"
            + "A drone strike on a bakery in Kharkiv killed four people on Monday, police said.";

    @TempDir
    Path folder;

    @Test
    void everyFieldComesWithTheCharactersItWasReadFrom() throws IOException {
        Run run = Run.of("explain", write(TEXT), "--event", "strike");

        int start = TEXT.indexOf("Kharkiv") + "date 2024-11-20 ".length();
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("[1] strike  rule ")
                .contains("confidence 0.")
                .contains("from 3:31, characters " + start + " to " + (start + 7) + ": \"Kharkiv\"")
                .contains("name Kharkiv")
                .contains("precision TOWN")
                .doesNotContain("casualty  rule");
    }

    @Test
    void theCharactersOfAnEventAreMarkedBeneathTheText() throws IOException {
        Run run = Run.of("explain", write(TEXT), "--event", "casualty");

        List<String> rows = run.out().lines().toList();
        int row = rows.indexOf(rows.stream()
                .filter(line -> line.contains("killed four people"))
                .findFirst()
                .orElseThrow());
        int column = rows.get(row).indexOf("four");
        assertThat(rows.get(row + 1)).matches(marks -> marks.startsWith("1111", column));
        assertThat(rows.get(row + 1).charAt(rows.get(row).indexOf("bakery"))).isEqualTo(' ');
    }

    @Test
    void aNameOfSeveralPlacesShowsWhatElseItCouldMean() throws IOException {
        Run run =
                Run.of("explain", write("A drone strike on a bakery in Tripoli, Libya killed four people on Monday."));

        assertThat(run.out()).contains("the name can mean ", "Tripoli, ", "LB (TOWN)");
    }

    @Test
    void controlCharactersOfTheTextDoNotReachTheTerminal() throws IOException {
        Run run = Run.of(
                "explain",
                write("A drone strike on a bakery in Kharkiv \u001b[31m killed four \u202e people on Monday."));

        assertThat(run.out()).contains("\\u001b[31m", "\\u202e").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void aTextWithoutEventsSaysSo() throws IOException {
        assertThat(Run.of("explain", write("The orchestra played Brahms.")).out())
                .contains("no events");
    }

    @Test
    void anEventTypeThatThereIsNotIsWrongUsage() throws IOException {
        assertThat(Run.of("explain", write(TEXT), "--event", "war"))
                .matches(run -> run.exit() == 2 && run.err().contains("casualty"));
        assertThat(Run.of("explain"))
                .matches(run -> run.exit() == 2 && run.err().contains("Which articles"));
    }

    private String write(String text) throws IOException {
        return Files.writeString(folder.resolve("report.txt"), "date 2024-11-20 " + text)
                .toString();
    }
}
