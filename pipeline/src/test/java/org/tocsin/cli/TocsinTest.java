package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class TocsinTest {
    static Stream<List<String>> everyCommand() {
        List<List<String>> names = new ArrayList<>();
        names.add(List.of());
        collect(Tocsin.commandLine(), List.of(), names);
        return names.stream();
    }

    private static void collect(CommandLine command, List<String> path, List<List<String>> names) {
        command.getSubcommands().forEach((name, sub) -> {
            List<String> full = new ArrayList<>(path);
            full.add(name);
            names.add(full);
            collect(sub, full, names);
        });
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void helpStartsWithAnExampleThatIsARightCommand(List<String> path) {
        List<String> arguments = new ArrayList<>(path);
        arguments.add("--help");

        Run help = Run.of(arguments.toArray(String[]::new));

        assertThat(help.exit()).isZero();
        assertThat(help.err()).isEmpty();
        String first = help.out().lines().findFirst().orElseThrow();
        assertThat(first).startsWith("Example: tocsin ");
        assertThat(Commands.parses(first.substring("Example: ".length()))).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void helpEndsWithTheExitCodes(List<String> path) {
        List<String> arguments = new ArrayList<>(path);
        arguments.add("--help");

        assertThat(Run.of(arguments.toArray(String[]::new)).out())
                .contains("Exit codes: 0 done, 1 failed, 2 wrong usage");
    }

    @Test
    void wrongUsageIsExitCode2WithAHintOnStandardError() {
        assertThat(Run.of()).matches(run -> run.exit() == 2 && run.err().contains("tocsin demo"));
        assertThat(Run.of("extrakt"))
                .matches(run -> run.exit() == 2 && run.err().contains("extract"));
        assertThat(Run.of("extract", "--formt", "x"))
                .matches(run -> run.exit() == 2 && run.err().contains("--format"));
        assertThat(Run.of("extract", "--format", "xml", "a.txt"))
                .matches(run -> run.exit() == 2 && run.err().contains("JSONL"));
        assertThat(Run.of("extract"))
                .matches(run -> run.exit() == 2 && run.err().contains("Which articles"));
        assertThat(Run.of("tail", "--type", "war", "-D", "bootstrap.servers=x:1", "-D", "schema.registry.url=http://x"))
                .matches(run -> run.exit() == 2 && run.err().contains("casualty"));
    }

    @Test
    void aCommandWithoutKafkasAddressSaysHowToGiveIt() {
        assertThat(Run.of("run")).matches(run -> run.exit() == 1 && run.err().contains("bootstrap.servers"));
        assertThat(Run.of("publish", "a.jsonl", "-D", "bootstrap.servers=localhost:1"))
                .matches(run -> run.exit() == 1 && run.err().contains("schema.registry.url"));
        assertThat(Run.of("topics", "create", "-D", "tocsin.topic.prefx=a"))
                .matches(run -> run.exit() == 1 && run.err().contains("tocsin.topic.prefix"));
    }

    @Test
    void queryWithoutAPipelineSaysWhatToStart() {
        Run run = Run.of("query", "incidents", "--url", "http://127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("tocsin demo").doesNotContain("Exception");
    }

    @Test
    void theTopologyAndTheTopicsAreShownWithoutKafka() {
        assertThat(Run.of("topology").out()).contains("code-article", "resolve-incident");
        assertThat(Run.of("topics", "list").out()).contains("articles", "events.strike", "incidents.revisions");
    }
}
