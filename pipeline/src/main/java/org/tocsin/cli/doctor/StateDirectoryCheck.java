package org.tocsin.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the state can be written. */
final class StateDirectoryCheck implements Check {
    @Override
    public String subject() {
        return "state directory";
    }

    @Override
    public List<Finding> look(Site site) {
        Path there = nearest(site.state());
        if (!Files.isDirectory(there)) {
            return List.of(Finding.fail(
                    subject(), there + " is no directory", "name another with --data-dir, or remove the file"));
        }
        try {
            Files.delete(Files.createTempFile(there, ".doctor", ".tmp"));
            return List.of(Finding.ok(subject(), site.state() + " can be written"));
        } catch (IOException e) {
            return List.of(Finding.fail(
                    subject(),
                    there + " cannot be written by the user " + System.getProperty("user.name") + ": " + e,
                    "give it to that user (in a container: 10001), or name another directory with --data-dir"));
        }
    }

    /** The directory, or the nearest above it that exists, in which it would be made. */
    static Path nearest(Path wanted) {
        Path there = wanted.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
