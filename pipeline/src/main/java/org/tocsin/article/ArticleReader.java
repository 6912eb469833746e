package org.tocsin.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads articles from files: {@code .txt} holds the body of one article, {@code .json} one article, {@code .jsonl} one article a
 * line. All are UTF-8. An article that cannot be read is refused with file and line; those after it are read all the same.
 */
public final class ArticleReader {
    /** Longest line or file that is held in memory, in bytes; what is longer is refused. */
    static final int LONGEST = 16 * 1024 * 1024;

    /** A publication date that opens a text file: {@code date 2024-11-20}. */
    private static final Pattern LEADING_DATE = Pattern.compile("\\A\\uFEFF?\\s*date (\\d{4}-\\d{2}-\\d{2})(?=\\s)");

    private static final ArticleIntake INTAKE = new ArticleIntake();

    private final Consumer<NewsArticle> accepted;
    private final Consumer<RefusedArticle> refused;

    /**
     * Makes a reader.
     *
     * @param accepted takes each article, in the order of the input
     * @param refused takes each article that cannot be read
     */
    public ArticleReader(Consumer<NewsArticle> accepted, Consumer<RefusedArticle> refused) {
        this.accepted = accepted;
        this.refused = refused;
    }

    /**
     * Reads one file, whose ending says what it holds.
     *
     * @param name path of the file; the id of an article that brings none is its last part without the ending
     * @param in its bytes
     */
    public void read(String name, InputStream in) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".txt")) {
            whole(name, in, text -> fromText(stem(name), text));
        } else if (lower.endsWith(".json")) {
            whole(name, in, text -> ArticleJson.parse(text, stem(name), INTAKE));
        } else if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
            readLines(name, in);
        } else {
            refused.accept(
                    new RefusedArticle(
                            name,
                            "it is none of the formats that can be read; the ending of plain text must be .txt, of JSON .json or .jsonl"));
        }
    }

    /** Reads one JSON article a line; empty lines are skipped. */
    public void readLines(String name, InputStream in) throws IOException {
        Lines.read(
                in,
                LONGEST,
                line -> take(
                        name + ":" + line.number(),
                        line.bytes(),
                        line.length(),
                        text -> ArticleJson.parse(text, null, INTAKE)));
    }

    private void whole(String name, InputStream in, Parser parser) throws IOException {
        byte[] bytes = in.readNBytes(LONGEST + 1);
        take(name, bytes, bytes.length, parser);
    }

    private void take(String where, byte[] bytes, long length, Parser parser) {
        try {
            if (length > LONGEST) {
                throw new InvalidArticle("it is longer than " + LONGEST / (1024 * 1024) + " MB");
            }
            String text = decode(bytes);
            accepted.accept(parser.parse(text));
        } catch (InvalidArticle e) {
            refused.accept(new RefusedArticle(e.line() == 0 ? where : where + ":" + e.line(), e.reason()));
        }
    }

    /** The text of bytes in UTF-8. */
    static String decode(byte[] bytes) throws InvalidArticle {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new InvalidArticle("it is not valid UTF-8 at byte " + buffer.position(), line == 1 ? 0 : line);
        }
    }

    /** The article of a text file. A leading date is overwritten with spaces, so that offsets still count in the file. */
    private static NewsArticle fromText(String id, String text) throws InvalidArticle {
        Matcher date = LEADING_DATE.matcher(text);
        if (!date.find()) {
            return ArticleJson.article(id, "", text, null, null, null, INTAKE);
        }
        String body = " ".repeat(date.end()) + text.substring(date.end());
        return ArticleJson.article(id, "", body, date.group(1), null, null, INTAKE);
    }

    private static String stem(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = last.lastIndexOf('.');
        return dot <= 0 ? last : last.substring(0, dot);
    }

    private interface Parser {
        NewsArticle parse(String text) throws InvalidArticle;
    }
}
