package org.tocsin.bench.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small disk in memory (tmpfs) at a directory, which can be filled up. Only root may make one. */
final class SmallDisk implements AutoCloseable {
    private static final int CHUNK = 64 * 1024;
    private static final String SIZE = "700m";

    private final Path directory;
    private final boolean mounted;

    /** Makes it, where this process may; see {@link #isThere}. */
    SmallDisk(Path directory) throws IOException, InterruptedException {
        this.directory = directory;
        Files.createDirectories(directory);
        this.mounted = run(List.of("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", directory.toString()));
    }

    /** Whether it could be made. */
    boolean isThere() {
        return mounted;
    }

    /** Writes a file until no space is left. */
    void fill() {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(filler())) {
            for (; ; ) {
                out.write(chunk);
            }
        } catch (IOException e) {
            if (directory.toFile().getUsableSpace() > CHUNK) {
                throw new IllegalStateException("The disk at " + directory + " is not full", e);
            }
        }
    }

    /** Deletes that file. */
    void clear() throws IOException {
        Files.deleteIfExists(filler());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (mounted && !run(List.of("umount", "-l", directory.toString()))) {
            throw new IllegalStateException("Unmount it by hand: umount " + directory);
        }
    }

    private Path filler() {
        return directory.resolve("filler");
    }

    private static boolean run(List<String> command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
