package org.tocsin.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder in which recipes are typed, with the program as {@code ./tocsin} and a curl that fails where it is refused. */
final class RecipeShell {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Pattern WRITTEN = Pattern.compile(" (?:-o|--to|>) ([\\w.]+\\.\\w+)");

    private final Path folder;
    private final String address;
    private int typed;

    /**
     * A shell.
     *
     * @param folder where files are written
     * @param address of the API, where {@code ./tocsin} looks for it
     */
    RecipeShell(Path folder, String address) throws IOException {
        this.folder = folder;
        this.address = address;
        Path program = folder.resolve("tocsin");
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:TieredStopAtLevel=1" + " -XX:+UseSerialGC -cp '" + classPath()
                        + "' org.tocsin.cli.Tocsin \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(folder.resolve(".curlrc"), "fail-with-body\nsilent\nshow-error\n");
    }

    private static String classPath() {
        return List.of(System.getProperty("java.class.path").split(File.pathSeparator)).stream()
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    /** Whether something is here; for example {@code command -v duckdb}. */
    boolean finds(String question) throws IOException, InterruptedException {
        Process process = start(question, Files.createTempFile(folder, "looked", ""));
        return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    /** What a recipe that ends prints or writes. */
    String run(Recipe recipe) throws IOException, InterruptedException {
        Path out = output();
        Process process = start(recipe.line(), out);
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(recipe + " did not end within " + LIMIT.toSeconds() + " s");
        }
        String printed = Files.readString(out);
        if (process.exitValue() != 0) {
            throw new AssertionError(recipe + " ended with " + process.exitValue() + ": " + printed + errors(out));
        }
        Matcher written = WRITTEN.matcher(recipe.line());
        return written.find() ? Files.readString(folder.resolve(written.group(1))) : printed;
    }

    /**
     * What a recipe that goes on prints first; stops it then.
     *
     * @param meanwhile what is done again and again until something is printed
     */
    String runUntilItPrints(Recipe recipe, Happening meanwhile) throws Exception {
        Path out = output();
        Process process = start("exec " + recipe.line(), out);
        try {
            long end = System.nanoTime() + LIMIT.toNanos();
            while (Files.size(out) == 0) {
                if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new AssertionError(recipe + " ended with " + process.exitValue() + ": " + errors(out));
                }
                if (System.nanoTime() > end) {
                    throw new AssertionError(recipe + " printed nothing within " + LIMIT.toSeconds() + " s");
                }
                meanwhile.happen();
            }
            return Files.readString(out);
        } finally {
            process.destroy();
            process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Something that happens while a recipe waits. */
    interface Happening {
        void happen() throws Exception;
    }

    private Path output() {
        typed++;
        return folder.resolve("out" + typed + ".printed");
    }

    private static String errors(Path out) throws IOException {
        return Files.readString(beside(out), StandardCharsets.UTF_8);
    }

    private static Path beside(Path out) {
        return out.resolveSibling(out.getFileName() + ".errors");
    }

    private Process start(String line, Path out) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line).directory(folder.toFile());
        builder.environment().put("CURL_HOME", folder.toString());
        builder.environment().put("TOCSIN_URL", address);
        return builder.redirectOutput(out.toFile())
                .redirectError(beside(out).toFile())
                .start();
    }
}
