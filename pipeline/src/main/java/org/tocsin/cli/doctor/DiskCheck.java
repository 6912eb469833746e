package org.tocsin.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;

/** Whether the state lies on a disk that keeps it, with room. */
final class DiskCheck implements Check {
    private static final Set<String> MEMORY = Set.of("tmpfs", "ramfs");
    private static final long MEGABYTE = 1024L * 1024;
    private static final long LEAST = 500;
    private static final long COMFORTABLE = 5_000;

    /**
     * What lies under a directory.
     *
     * @param type name of the file system's type, for example ext4
     * @param free bytes that may be written
     */
    record Disk(String type, long free) {
        static Disk under(Site site) {
            try {
                FileStore store = Files.getFileStore(StateDirectoryCheck.nearest(site.state()));
                return new Disk(store.type(), store.getUsableSpace());
            } catch (IOException e) {
                throw new UncheckedIOException("the disk of " + site.state() + " cannot be asked: " + e, e);
            }
        }
    }

    @Override
    public String subject() {
        return "disk";
    }

    @Override
    public List<Finding> look(Site site) {
        return List.of(kept(site, Disk.under(site)), room(site, Disk.under(site)));
    }

    /** Whether the state is still there after a restart of machine or container. */
    Finding kept(Site site, Disk disk) {
        if (MEMORY.contains(disk.type())) {
            return Finding.warn(
                    subject(),
                    site.state() + " lies in memory (" + disk.type() + "): after a restart the state is read from"
                            + " Kafka again",
                    "put it on a disk with --data-dir, in a container on a volume");
        }
        if (disk.type().equals("overlay")) {
            return Finding.warn(
                    subject(),
                    site.state() + " lies in the container itself and goes with it: the state is read from Kafka"
                            + " again",
                    "mount a volume at the directory of the state (in the image /var/lib/tocsin)");
        }
        return Finding.ok(subject(), site.state() + " lies on " + disk.type());
    }

    /** Whether there is room for the state. */
    Finding room(Site site, Disk disk) {
        long megabytes = disk.free() / MEGABYTE;
        String is = megabytes + " MB are free under " + site.state();
        String remedy = "make room or name a larger disk with --data-dir; docs/operations.md says how much is needed";
        if (megabytes < LEAST) {
            return Finding.fail("disk space", is, remedy);
        }
        return megabytes < COMFORTABLE ? Finding.warn("disk space", is, remedy) : Finding.ok("disk space", is);
    }
}
