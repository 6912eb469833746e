package org.tocsin.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.cli.doctor.Finding.Level.FAIL;
import static org.tocsin.cli.doctor.Finding.Level.OK;
import static org.tocsin.cli.doctor.Finding.Level.WARN;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor says of this machine. */
class LocalChecksTest {
    private static final long MEGABYTE = 1024L * 1024;

    @TempDir
    private Path directory;

    private Finding only(Check check, String... settings) throws InterruptedException {
        try (Site site = Sites.with(directory, settings)) {
            List<Finding> findings = check.look(site);
            assertThat(findings).hasSize(1);
            return findings.get(0);
        }
    }

    private static void says(Finding finding, Finding.Level level, String... words) {
        assertThat(finding.level()).as(finding.toString()).isEqualTo(level);
        for (String word : words) {
            assertThat(finding.result() + " " + finding.remedy()).contains(word);
        }
        assertThat(finding.remedy().isEmpty()).isEqualTo(level == OK);
    }

    @Test
    void anOldJavaIsRefused() throws Exception {
        says(only(new JavaCheck(11, "64")), FAIL, "Java 11", "JAVA_HOME");
        says(only(new JavaCheck(17, "32")), FAIL, "32 bits");
        says(only(new JavaCheck()), OK);
    }

    @ParameterizedTest
    @CsvSource({"256, FAIL", "700, WARN", "1024, OK"})
    void littleMemoryIsTold(long megabytes, Finding.Level level) throws Exception {
        says(only(new MemoryCheck(megabytes * MEGABYTE)), level, megabytes + " MB");
    }

    @Test
    void aStateDirectoryThatCannotBeWrittenIsNamed() throws Exception {
        says(only(new StateDirectoryCheck()), OK);
        Files.createFile(directory.resolve("tocsin"));

        says(only(new StateDirectoryCheck()), FAIL, directory.resolve("tocsin").toString(), "--data-dir");
    }

    @Test
    void aProcessThatWorksInTheDirectoryIsSeen() throws Exception {
        says(only(new StateLockCheck()), OK);
        Path locked = Files.createDirectories(directory.resolve("tocsin")).resolve(StateLockCheck.LOCKED);
        Files.createFile(locked);
        says(only(new StateLockCheck()), OK);

        try (FileChannel channel = FileChannel.open(locked, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            assertThat(held.isValid()).isTrue();
            says(only(new StateLockCheck()), WARN, directory.toString(), "--data-dir");
        }
    }

    @ParameterizedTest
    @CsvSource({"tmpfs, 9000, WARN, OK", "overlay, 9000, WARN, OK", "ext4, 2000, OK, WARN", "xfs, 100, OK, FAIL"})
    void memoryAndSmallDisksAreNoPlaceForState(String type, long megabytes, Finding.Level kept, Finding.Level room) {
        DiskCheck check = new DiskCheck();
        DiskCheck.Disk disk = new DiskCheck.Disk(type, megabytes * MEGABYTE);
        try (Site site = Sites.with(directory)) {
            says(check.kept(site, disk), kept, directory.toString());
            says(check.room(site, disk), room, megabytes + " MB");
            assertThat(check.look(site)).hasSize(2);
        }
    }

    @Test
    void aTakenPortIsTold() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            says(only(new ApiPortCheck(), "tocsin.api.port", port), WARN, "127.0.0.1:" + port, "tocsin.api.port");
        }
        says(only(new ApiPortCheck(), "tocsin.api.port", "0"), OK);
        says(only(new ApiPortCheck(), "tocsin.api.host", "no.such.host.invalid"), FAIL, "tocsin.api.host");
    }

    @Test
    void anApiThatMayNotStartIsTold() throws Exception {
        says(
                only(new AccessCheck(config -> {
                    throw new IllegalStateException("open to everybody");
                })),
                FAIL,
                "open to everybody",
                "tocsin.api.tokens.file");
        says(only(new AccessCheck(config -> {})), OK, "open, without tokens");
    }

    @ParameterizedTest
    @CsvSource({"rw-------, OK", "rw-r-----, OK", "rw-r--r--, WARN", "rw-rw----, FAIL", "rw-----w-, FAIL"})
    void aFileOfTokensThatOthersMayTouchIsTold(String permissions, Finding.Level level) throws Exception {
        Path file = Files.createFile(directory.resolve("tokens.jsonl"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

        says(only(new TokensFileCheck(), "tocsin.api.tokens.file", file.toString()), level, permissions);
    }

    @Test
    void severalInstancesNeedTheirSecret() throws Exception {
        says(only(new InternalTokenCheck()), OK, "one instance");
        says(only(new InternalTokenCheck(), "num.standby.replicas", "1"), WARN, "tocsin.api.internal.token");
        says(
                only(new InternalTokenCheck(), "application.server", "a:1", "tocsin.api.tokens.file", "t"),
                FAIL,
                "no instance answers another");
        says(
                only(new InternalTokenCheck(), "application.server", "a:1", "tocsin.api.internal.token", "secret"),
                OK,
                "is set");
    }

    @Test
    void theCoderIsTried() throws Exception {
        try (Site site = Sites.with(directory)) {
            assertThat(new CoderCheck().look(site)).extracting(Finding::level).containsExactly(OK, OK);
        }
    }
}
