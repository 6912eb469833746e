package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tocsin.stream.DeadLetter;
import picocli.CommandLine;

/** Holds docs/errors.md to what the code can say. */
class ErrorsDocumentTest {
    private static final Path SOURCES = Path.of("src/main/java/org/tocsin");
    private static final int FIRST_ERROR = 400;

    /** What a message begins with, where it begins with words of our own. */
    private static final Pattern MESSAGE = Pattern.compile("(?:new"
            + " (?:CommandFailure|LocalFailure|BadTokenFile|RegistryUnavailable|NotRegistryFormat)|LOG\\.(?:warn|error))"
            + "\\(\\s*\"([A-Z][^\"]{5,})\"");

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/errors.md"));
    }

    private static List<String> firstCells(String section) throws IOException {
        String text = document();
        int from = text.indexOf("\n## " + section);
        int to = text.indexOf("\n## ", from + 1);
        List<String> cells = new ArrayList<>();
        Matcher cell = Pattern.compile("(?m)^\\| `?([^|`]+?)`? \\|")
                .matcher(text.substring(from, to < 0 ? text.length() : to));
        while (cell.find()) {
            cells.add(cell.group(1));
        }
        return cells.subList(2, cells.size());
    }

    private static List<String> sources(Path below) {
        try (Stream<Path> files = Files.walk(below)) {
            List<String> sources = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyReasonOfDeadLettersHasItsRemedy() throws IOException {
        assertThat(firstCells("Dead letters")).isEqualTo(DeadLetter.Reason.codes());
    }

    @Test
    void everyExitCodeIsTold() throws IOException {
        assertThat(firstCells("Exit codes"))
                .containsExactly(
                        Integer.toString(CommandLine.ExitCode.OK),
                        Integer.toString(CommandLine.ExitCode.SOFTWARE),
                        Integer.toString(CommandLine.ExitCode.USAGE));
    }

    @Test
    void everyStatusThatTheApiRefusesWithIsTold() throws IOException {
        TreeSet<String> used = new TreeSet<>();
        Pattern status = Pattern.compile("(?:HttpStatus\\.|case )([A-Z_]{4,})\\b");
        for (String source : sources(SOURCES.resolve("serve"))) {
            Matcher name = status.matcher(source);
            while (name.find()) {
                Stream.of(HttpStatus.values())
                        .filter(each -> each.name().equals(name.group(1)) && each.getCode() >= FIRST_ERROR)
                        .forEach(each -> used.add(Integer.toString(each.getCode())));
            }
        }
        assertThat(used).contains("400", "503");
        assertThat(firstCells("Answers of the API")).containsExactlyElementsOf(used);
    }

    @Test
    void everyMessageHasItsRemedy() throws IOException {
        List<String> documented = firstCells("Messages of the program").stream()
                .map(cell -> cell.split("\\.\\.\\.", 2)[0].strip())
                .toList();
        List<String> messages = new ArrayList<>();
        for (String source : sources(SOURCES)) {
            Matcher message = MESSAGE.matcher(source);
            while (message.find()) {
                messages.add(message.group(1).split("\\{}", 2)[0].strip());
            }
        }
        assertThat(messages)
                .hasSizeGreaterThan(20)
                .allSatisfy(message -> assertThat(documented)
                        .as("docs/errors.md has no message that begins like '%s'", message)
                        .anyMatch(message::startsWith));
    }
}
