package org.tocsin.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import org.tocsin.stream.Setting;

/** Whether only the right people can read and change the file of tokens. */
final class TokensFileCheck implements Check {
    @Override
    public String subject() {
        return "tokens file";
    }

    @Override
    public List<Finding> look(Site site) {
        String set = site.config().text(Setting.API_TOKENS_FILE);
        if (set.isEmpty()) {
            return List.of(Finding.ok(subject(), "none is set"));
        }
        Path file = Path.of(set);
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return List.of(Finding.ok(subject(), file + " is on a file system without permissions of this kind"));
        }
        try {
            return List.of(judged(file, Files.getPosixFilePermissions(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be looked at: " + e, e);
        }
    }

    private Finding judged(Path file, Set<PosixFilePermission> permissions) {
        String are = file + " is " + PosixFilePermissions.toString(permissions);
        String remedy = "chmod 600 " + file;
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            return Finding.fail(subject(), are + ": others can give themselves tokens", remedy);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            return Finding.warn(subject(), are + ": everybody on this machine can read names and hashes", remedy);
        }
        return Finding.ok(subject(), are);
    }
}
