package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    private Path directory;

    private Run doctor(String... more) {
        String[] arguments = new String[more.length + 9];
        String[] all = {
            "doctor",
            "--data-dir",
            directory.toString(),
            "-D",
            "bootstrap.servers=127.0.0.1:1",
            "-D",
            "schema.registry.url=http://desk:hunter2@127.0.0.1:1",
            "-D",
            "tocsin.api.internal.token=hunter2"
        };
        System.arraycopy(all, 0, arguments, 0, all.length);
        System.arraycopy(more, 0, arguments, all.length, more.length);
        return Run.of(arguments);
    }

    @Test
    void forProgramsThereIsOneObject() throws Exception {
        Run run = doctor("--format", "json");

        assertThat(run.exit()).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(run.out());
        assertThat(report.path("status").asText()).isEqualTo("FAIL");
        JsonNode broker = MissingNode.getInstance();
        for (JsonNode finding : report.path("findings")) {
            assertThat(finding.path("level").asText()).isIn("OK", "WARN", "FAIL");
            assertThat(finding.path("result").asText()).isNotEmpty();
            assertThat(finding.path("remedy").asText().isEmpty())
                    .isEqualTo(finding.path("level").asText().equals("OK"));
            broker = finding.path("subject").asText().equals("broker") ? finding : broker;
        }
        assertThat(broker.path("result").asText()).contains("127.0.0.1:1");
        assertThat(run.out()).doesNotContain("hunter2");
    }

    @Test
    void forPeopleEachFindingIsALineWithWhatToDo() {
        Run run = doctor();

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "OK    java: ", "OK    models: ", "FAIL  broker: nothing listens at 127.0.0.1:1", "      do: ")
                .doesNotContain("hunter2", "topic articles");
    }
}
