package org.tocsin.bench.faults;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tocsin.stream.PipelineProcess;

/** An instance is stopped (SIGTERM), bytes in all files of its state stores are overwritten, and it is started again. */
record StateCorrupted(int instance, long seed) implements Fault {
    private static final Pattern STORE = Pattern.compile(".*\\.sst|.*\\.log|MANIFEST-.*");
    private static final int BYTES = 64;

    @Override
    public String kind() {
        return "state-corrupted";
    }

    @Override
    public Duration lasts() {
        return Duration.ZERO;
    }

    @Override
    public void strike(Site site) throws IOException, InterruptedException {
        PipelineProcess victim = site.instances().get(instance);
        victim.stop();
        Random random = new Random(seed);
        List<Path> files;
        try (Stream<Path> all = Files.walk(site.state(victim))) {
            files = all.filter(
                            file -> STORE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IllegalStateException("There are no files of state stores below " + site.state(victim));
        }
        files.forEach(file -> overwrite(file, random));
        victim.restart();
    }

    @Override
    public void heal(Site site) {
        // whatever mends it is the instance itself
    }

    private static void overwrite(Path file, Random random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek((long) (random.nextDouble() * Math.max(0, open.length() - BYTES)));
            open.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be overwritten", e);
        }
    }
}
