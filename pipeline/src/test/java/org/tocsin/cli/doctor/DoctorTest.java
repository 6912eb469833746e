package org.tocsin.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    private Path directory;

    /** A check that gives what it is told to. */
    private record Told(String subject, Finding.Level level) implements Check {
        @Override
        public List<Finding> look(Site site) {
            return List.of(new Finding(level, subject, "told", ""));
        }
    }

    private List<String> look(List<List<Check>> sections) throws InterruptedException {
        List<String> lines = new ArrayList<>();
        try (Site site = Sites.with(directory)) {
            new Doctor(sections).look(site).forEach(each -> lines.add(each.level() + " " + each.subject()));
        }
        return lines;
    }

    @Test
    void behindAFailureThatTheOthersRestOnNothingIsLookedAt() throws Exception {
        assertThat(look(List.of(
                        List.of(new Told("a", Finding.Level.FAIL), new Told("b", Finding.Level.OK)),
                        List.of(
                                new Told("c", Finding.Level.WARN),
                                new Told("d", Finding.Level.FAIL),
                                new Told("e", Finding.Level.OK)))))
                .containsExactly("FAIL a", "WARN c", "FAIL d", "OK e");
    }

    @Test
    void aCheckThatCannotLookSaysWhy() throws Exception {
        Check refused = new Check() {
            @Override
            public String subject() {
                return "refused";
            }

            @Override
            public List<Finding> look(Site site) {
                throw new ClusterAuthorizationException("Cluster authorization failed.");
            }
        };
        Check broken = new Check() {
            @Override
            public String subject() {
                return "broken";
            }

            @Override
            public List<Finding> look(Site site) {
                throw new IllegalStateException("the disk is gone");
            }
        };
        try (Site site = Sites.with(directory)) {
            assertThat(new Doctor(List.of(List.of(refused), List.of(broken))).look(site))
                    .extracting(finding -> finding.level() + " " + finding.result())
                    .containsExactly(
                            "WARN could not be looked at, since Kafka refuses: Cluster authorization failed.",
                            "FAIL could not be looked at: the disk is gone");
        }
    }
}
