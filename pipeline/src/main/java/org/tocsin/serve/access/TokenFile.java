package org.tocsin.serve.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file of tokens: one JSON object a line with {@code id, name, scopes, created, salt, hash}. It is replaced as a whole, so that
 * whoever reads it sees the old or the new one; a new file is for its owner alone.
 *
 * @param path where it lies
 */
public record TokenFile(Path path) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern HEX = Pattern.compile("([0-9a-f]{2})+");

    /**
     * The tokens in the file; none where it does not exist.
     *
     * @throws BadTokenFile if it cannot be read
     */
    public List<StoredToken> read() {
        try {
            return Files.exists(path) ? parsed(Files.readAllLines(path)) : List.of();
        } catch (IOException e) {
            throw new BadTokenFile("The file of tokens " + path + " cannot be read: " + e, e);
        }
    }

    /**
     * Puts a token into the file, which is made where there is none.
     *
     * @throws BadTokenFile if it cannot be read or written
     */
    public void add(StoredToken token) {
        change(tokens -> {
            List<StoredToken> more = new ArrayList<>(tokens);
            more.add(token);
            return more;
        });
    }

    /**
     * Takes tokens out of the file.
     *
     * @param ids those of the tokens
     * @return how many there were
     * @throws BadTokenFile if it cannot be read or written
     */
    public int remove(Set<String> ids) {
        int[] count = new int[1];
        change(tokens -> {
            List<StoredToken> left =
                    tokens.stream().filter(token -> !ids.contains(token.id())).toList();
            count[0] = tokens.size() - left.size();
            return left;
        });
        return count[0];
    }

    /** Changes the file while no other process does. */
    private void change(UnaryOperator<List<StoredToken>> change) {
        Path lock = path.resolveSibling(path.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            write(change.apply(read()), held);
        } catch (IOException e) {
            throw new BadTokenFile("The file of tokens " + path + " cannot be written: " + e, e);
        }
    }

    private void write(List<StoredToken> tokens, FileLock held) throws IOException {
        if (!held.isValid()) {
            throw new IOException("the lock on it was lost");
        }
        String text = tokens.stream().map(TokenFile::line).collect(Collectors.joining());
        Path folder = Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a folder");
        Path next = Files.createTempFile(folder, ".tokens", ".tmp", ownerAlone(folder));
        try {
            Files.writeString(next, text);
            Files.move(next, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static FileAttribute<?>[] ownerAlone(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String line(StoredToken token) {
        ObjectNode line = MAPPER.createObjectNode().put("id", token.id()).put("name", token.name());
        token.scopes().stream()
                .sorted()
                .forEach(scope -> line.withArray("/scopes").add(scope.label()));
        return line.put("created", token.created().toString())
                        .put("salt", token.salt())
                        .put("hash", token.hash())
                + "\n";
    }

    private List<StoredToken> parsed(List<String> lines) {
        List<StoredToken> tokens = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                tokens.add(parsed(lines.get(i), i + 1));
            }
        }
        return tokens;
    }

    private StoredToken parsed(String line, int number) {
        try {
            JsonNode token = MAPPER.readTree(line);
            Set<Scope> scopes = new HashSet<>();
            for (JsonNode scope : token.path("scopes")) {
                scopes.add(Scope.of(scope.asText()).orElseThrow(() -> bad(number, null)));
            }
            String salt = token.path("salt").asText();
            String hash = token.path("hash").asText();
            if (scopes.isEmpty() || token.path("id").asText().isEmpty() || !isHex(salt) || !isHex(hash)) {
                throw bad(number, null);
            }
            return new StoredToken(
                    token.path("id").asText(),
                    token.path("name").asText(),
                    scopes,
                    Instant.parse(token.path("created").asText()),
                    salt,
                    hash);
        } catch (JsonProcessingException | DateTimeException e) {
            throw bad(number, e);
        }
    }

    private static boolean isHex(String text) {
        return HEX.matcher(text).matches();
    }

    private BadTokenFile bad(int number, @Nullable Exception cause) {
        String message = "Line " + number + " of the file of tokens " + path
                + " is none that 'tocsin token create' wrote; delete the line, or make the token anew";
        return cause == null ? new BadTokenFile(message) : new BadTokenFile(message, cause);
    }

    /** A text that differs whenever the file does, for whoever watches it. */
    String state() throws IOException {
        return Files.getLastModifiedTime(path) + " " + Files.size(path) + " "
                + Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }
}
