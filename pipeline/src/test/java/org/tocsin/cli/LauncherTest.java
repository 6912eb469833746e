package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher in a folder of its own, with stand-ins for Java and Maven that note how they are called. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path root;
    private Path bin;

    @BeforeEach
    void checkout() throws IOException {
        root = Files.createDirectories(folder.resolve("a check out"));
        Files.copy(Path.of("..", "tocsin"), root.resolve("tocsin"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String file : List.of("pom.xml", "schemas/pom.xml", "pipeline/pom.xml")) {
            Files.createDirectories(root.resolve(file).getParent());
            Files.writeString(root.resolve(file), "<project/>");
        }
        Files.createDirectories(root.resolve("schemas/src/main"));
        Files.writeString(
                Files.createDirectories(root.resolve("pipeline/src/main")).resolve("A.java"), "class A {}");
        bin = Files.createDirectories(folder.resolve("jdk/bin"));
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        script("java", "printf 'java'; for word; do printf ' [%s]' \"$word\"; done; echo");
        script(
                "mvn",
                "echo built >> \"$PWD/builds\"; mkdir -p pipeline/target/lib; : > pipeline/target/tocsin.jar; echo noise");
    }

    @Test
    void firstUseBuildsAndSaysSoOnStandardErrorAlone() throws Exception {
        Run run = launch(root.resolve("tocsin"), "extract", "two words");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("java ")
                .contains("[-jar] [" + root.toRealPath() + "/pipeline/target/tocsin.jar] [extract] [two words]")
                .doesNotContain("noise");
        assertThat(run.err()).contains("building (first use)", "build.log");
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void itBuildsAgainOnlyWhenSourcesChange() throws Exception {
        launch(root.resolve("tocsin"));
        age();

        Run unchanged = launch(root.resolve("tocsin"));
        Files.writeString(root.resolve("pipeline/src/main/A.java"), "class A { int b; }");
        Run changed = launch(root.resolve("tocsin"));

        assertThat(unchanged.err()).isEmpty();
        assertThat(changed.err()).contains("pipeline/src/main/A.java changed");
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aSourceOfThePageIsASource() throws Exception {
        launch(root.resolve("tocsin"));
        age();

        Files.writeString(
                Files.createDirectories(root.resolve("dashboard/src")).resolve("App.svelte"), "<h1>Tocsin</h1>");

        assertThat(launch(root.resolve("tocsin")).err()).contains("dashboard/src changed");
    }

    @Test
    void aRemovedSourceIsAChange() throws Exception {
        launch(root.resolve("tocsin"));
        age();

        Files.delete(root.resolve("pipeline/src/main/A.java"));

        assertThat(launch(root.resolve("tocsin")).err()).contains("pipeline/src/main changed");
    }

    @Test
    void itRunsThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("tocsin-link"), Path.of("a check out", "tocsin"));

        assertThat(launch(link).out()).contains(root.toRealPath() + "/pipeline/target/tocsin.jar");
    }

    @Test
    void twoFirstUsesAtOnceBuildOnce() throws Exception {
        Process first = start(root.resolve("tocsin"), List.of());
        Process second = start(root.resolve("tocsin"), List.of());

        assertThat(finish(first).exit()).isZero();
        assertThat(finish(second).exit()).isZero();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aFailedBuildShowsTheEndOfTheLog() throws Exception {
        script("mvn", "echo the compiler is unhappy; exit 1");

        Run run = launch(root.resolve("tocsin"));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("the compiler is unhappy", "the build failed");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

        assertThat(launch(root.resolve("tocsin")))
                .matches(run -> run.exit() == 1
                        && run.err().contains("is Java 11")
                        && run.err().contains("17"));
    }

    @Test
    void aMissingMavenIsNamed() throws Exception {
        Files.delete(bin.resolve("mvn"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("dirname", "readlink", "sed", "find", "head", "mkdir", "flock")) {
            Path real = Path.of("/usr/bin", tool);
            Files.createSymbolicLink(tools.resolve(tool), Files.exists(real) ? real : Path.of("/bin", tool));
        }

        Run run = finish(process(root.resolve("tocsin"), List.of(), tools.toString()));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("mvn is not on the PATH", "Maven 3.8");
    }

    private void script(String name, String body) throws IOException {
        Path script = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Dates everything back, so that a change that follows at once is newer. */
    private void age() throws IOException {
        FileTime past = FileTime.from(Instant.now().minusSeconds(60));
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, past);
            }
        }
    }

    private long builds() throws IOException {
        return Files.readAllLines(root.resolve("builds")).size();
    }

    private Run launch(Path launcher, String... arguments) throws Exception {
        return finish(start(launcher, List.of(arguments)));
    }

    private Process start(Path launcher, List<String> arguments) throws IOException {
        return process(launcher, arguments, System.getenv("PATH"));
    }

    private Process process(Path launcher, List<String> arguments, String systemPath) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("PATH", bin + ":" + systemPath);
        return builder.start();
    }

    private static Run finish(Process process) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    }
}
