package org.tocsin.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Whether another process works in the state directory. */
final class StateLockCheck implements Check {
    /** The file that Kafka Streams locks while it runs. */
    static final String LOCKED = ".lock";

    @Override
    public String subject() {
        return "state lock";
    }

    @Override
    public List<Finding> look(Site site) {
        Path file = site.state().resolve(LOCKED);
        if (!Files.exists(file)) {
            return List.of(Finding.ok(subject(), "nobody works in " + site.state()));
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return List.of(lock == null ? locked(site) : Finding.ok(subject(), "nobody works in " + site.state()));
        } catch (OverlappingFileLockException e) {
            return List.of(locked(site));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be locked: " + e, e);
        }
    }

    private Finding locked(Site site) {
        return Finding.warn(
                subject(),
                "a running process works in " + site.state(),
                "if that is the pipeline you ask about, all is well; another one needs a directory of its own"
                        + " (--data-dir)");
    }
}
