package org.tocsin.arrival.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of each feed was published, kept in a folder: one file a feed, in which each line is one item or the state of the feed. Lines
 * are only added, and written to the disk before they count, so that a crash loses at most a line that is cut off, which is ignored.
 * One process may use a folder at a time.
 */
public final class SeenItems implements AutoCloseable {
    /** How many items that left the feed are remembered, since feeds bring old items back. */
    static final int REMEMBERED = 10_000;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private SeenItems(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /**
     * Opens a folder, which is made where there is none.
     *
     * @throws IOException if it cannot be used, or another process uses it; the message says which
     */
    public static SeenItems open(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = file.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null; // this process uses it already
        }
        if (lock == null) {
            file.close();
            throw new IOException("another process publishes from feeds with the folder " + folder
                    + "; stop it or name another folder");
        }
        return new SeenItems(folder, file, lock);
    }

    /** What is remembered of a feed. */
    public Memory of(URI feed) throws IOException {
        Path file = folder.resolve(sha256(feed.toString()).substring(0, 32) + ".jsonl");
        Memory memory = new Memory(file, feed);
        memory.load();
        return memory;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }

    /** 64 hexadecimal digits that stand for a text. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which every runtime must have", e);
        }
    }

    /** What is remembered of one feed. Not thread-safe. */
    public static final class Memory {
        private final Path file;
        private final URI feed;
        private final Map<String, String> marks = new LinkedHashMap<>();
        private @Nullable String etag;
        private @Nullable String lastModified;
        private int lines;

        private Memory(Path file, URI feed) {
            this.file = file;
            this.feed = feed;
        }

        /** Tag of the document that was published whole; null where there is none. */
        public @Nullable String etag() {
            return etag;
        }

        /** When the document that was published whole changed last; null where unknown. */
        public @Nullable String lastModified() {
            return lastModified;
        }

        /**
         * Whether an item with this content was dealt with.
         *
         * @param item its identifier
         * @param mark stands for its content
         */
        public boolean has(String item, String mark) {
            return mark.equals(marks.get(sha256(item)));
        }

        /** Remembers items that were dealt with: identifier and mark of the content of each. */
        public void add(Map<String, String> items) throws IOException {
            StringBuilder added = new StringBuilder();
            items.forEach((item, mark) -> {
                marks.remove(sha256(item)); // the latest ones stand last
                marks.put(sha256(item), mark);
                added.append(line(sha256(item), mark));
            });
            append(added.toString(), items.size());
        }

        /**
         * Remembers the document that was published whole.
         *
         * @param stillThere identifiers of its items, which are remembered as long as they are there
         */
        public void finish(@Nullable String tag, @Nullable String changed, Set<String> stillThere) throws IOException {
            etag = tag;
            lastModified = changed;
            if (lines > 2 * REMEMBERED + stillThere.size()) {
                compact(stillThere.stream().map(SeenItems::sha256).collect(Collectors.toSet()));
            } else {
                append(state(), 1);
            }
        }

        private static String line(String item, String mark) {
            return MAPPER.createObjectNode().put("item", item).put("mark", mark) + "\n";
        }

        private String state() {
            return MAPPER.createObjectNode()
                            .put("feed", feed.toString())
                            .put("etag", etag)
                            .put("last_modified", lastModified)
                    + "\n";
        }

        private void load() throws IOException {
            if (!Files.exists(file)) {
                return;
            }
            String text = Files.readString(file);
            int whole = text.lastIndexOf('\n') + 1;
            for (String line : text.substring(0, whole).split("\n")) {
                read(line);
            }
            if (whole < text.length()) {
                compact(Set.of()); // what a crash cut off goes
            }
        }

        private void read(String line) throws IOException {
            lines++;
            try {
                JsonNode read = MAPPER.readTree(line);
                if (read.has("item")) {
                    marks.remove(read.path("item").asText());
                    marks.put(read.path("item").asText(), read.path("mark").asText());
                } else {
                    etag = read.path("etag").textValue();
                    lastModified = read.path("last_modified").textValue();
                }
            } catch (JsonProcessingException e) {
                throw new IOException(
                        "the file " + file + " is damaged in line " + lines
                                + "; delete it, and its feed is published anew",
                        e);
            }
        }

        private void append(String text, int count) throws IOException {
            try (FileChannel out = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                write(out, text);
            }
            lines += count;
        }

        private void compact(Set<String> stillThere) throws IOException {
            int surplus = marks.size() - REMEMBERED - stillThere.size();
            marks.keySet()
                    .removeAll(marks.keySet().stream()
                            .filter(item -> !stillThere.contains(item))
                            .limit(Math.max(0, surplus))
                            .toList());
            StringBuilder all = new StringBuilder(state());
            marks.forEach((item, mark) -> all.append(line(item, mark)));
            Path next = file.resolveSibling(file.getFileName() + ".next");
            try (FileChannel out = FileChannel.open(
                    next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                write(out, all.toString());
            }
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            lines = marks.size() + 1;
        }

        private static void write(FileChannel out, String text) throws IOException {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }
}
