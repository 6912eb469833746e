package org.tocsin.local;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A broker and a schema registry in this process, with their data in one directory. */
public final class LocalCluster implements AutoCloseable {
    private final EmbeddedBroker broker;
    private final DevRegistry registry;
    private final Path dataDir;
    private final @Nullable Path temporary;

    private LocalCluster(EmbeddedBroker broker, DevRegistry registry, Path dataDir, @Nullable Path temporary) {
        this.broker = broker;
        this.registry = registry;
        this.dataDir = dataDir;
        this.temporary = temporary;
    }

    /**
     * Starts both.
     *
     * @param dataDir where data is kept; null for a temporary directory that is deleted on close
     * @param brokerPort port of the broker, 0 for a free one
     * @param registryPort port of the registry, 0 for a free one
     * @throws LocalFailure if either does not start; nothing is left running
     */
    public static LocalCluster start(@Nullable Path dataDir, int brokerPort, int registryPort) {
        Path temporary = dataDir == null ? temporaryDirectory() : null;
        Path dir = dataDir == null ? Objects.requireNonNull(temporary) : dataDir;
        EmbeddedBroker broker = EmbeddedBroker.start(dir.resolve("broker"), brokerPort);
        try {
            DevRegistry registry = DevRegistry.start(broker.bootstrapServers(), registryPort);
            return new LocalCluster(broker, registry, dir, temporary);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /** Host and port of the broker, the value of {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Address of the registry, the value of {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    /** The directory that holds the broker's log and may hold other state of this process. */
    public Path dataDir() {
        return dataDir;
    }

    /** Stops both; a temporary directory is deleted. */
    @Override
    public void close() {
        registry.close();
        broker.close();
        if (temporary != null) {
            delete(temporary);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("tocsin-");
        } catch (IOException e) {
            throw new LocalFailure("Could not make a temporary directory; name one with --data-dir", e);
        }
    }

    private static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
                        throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new LocalFailure("Could not delete the temporary directory " + directory + "; delete it by hand", e);
        }
    }
}
