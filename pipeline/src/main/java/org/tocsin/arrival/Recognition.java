package org.tocsin.arrival;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/** Tells formats by the first bytes of an input. */
final class Recognition {
    /** How much is looked at, in bytes. */
    static final int PEEK = 1 << 16;

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern NAME = Pattern.compile("<(?:[\\w.-]{1,100}:)?([\\w.-]{1,100})");
    private static final Set<String> FEED_ROOTS = Set.of("rss", "rdf", "feed");
    private static final Set<String> NEWSML_ROOTS =
            Set.of("newsitem", "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem", "newsml");

    private Recognition() {}

    /** A stream whose first bytes can be looked at. */
    static BufferedInputStream buffered(InputStream in) {
        return new BufferedInputStream(in, PEEK);
    }

    /** Whether the input is compressed. */
    static boolean isGzip(BufferedInputStream in) throws IOException {
        byte[] head = head(in, 2);
        return head.length == 2 && head[0] == (byte) 0x1F && head[1] == (byte) 0x8B;
    }

    private static boolean isArchive(byte[] head) {
        return head.length >= 5 && new String(head, 0, 5, StandardCharsets.ISO_8859_1).equals("WARC/");
    }

    /** The format of an input that is not compressed; Tocsin's own where it is none of the others. */
    static NewsFormat format(String name, BufferedInputStream in) throws IOException, Unreadable {
        byte[] head = head(in, PEEK);
        if (isArchive(head)) {
            return NewsFormat.WARC;
        }
        String start = text(head).stripLeading();
        if (start.startsWith("<") && !name.toLowerCase(Locale.ROOT).endsWith(".txt")) {
            return markup(start);
        }
        return (start.startsWith("{") || start.startsWith("[")) && isNinjs(start)
                ? NewsFormat.NINJS
                : NewsFormat.TOCSIN;
    }

    /** Names of elements are ASCII, so any character set will do but those of two bytes a character. */
    private static String text(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        return text.replaceFirst("\\A(?:\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "");
    }

    private static NewsFormat markup(String start) throws Unreadable {
        String root = firstElement(start).toLowerCase(Locale.ROOT);
        if (FEED_ROOTS.contains(root)) {
            return NewsFormat.FEED;
        }
        if (NEWSML_ROOTS.contains(root)) {
            return NewsFormat.NEWSML;
        }
        if (root.equals("nitf")) {
            return NewsFormat.NITF;
        }
        if (root.equals("html")) {
            return NewsFormat.HTML;
        }
        throw new Unreadable(
                "it is markup of no format that can be read: neither RSS, Atom, NewsML-G2, NITF nor a page;"
                        + " name the format with --input-format if it is one of them");
    }

    /** Local name of the first element, behind declarations and comments; empty where there is none. */
    private static String firstElement(String text) {
        int at = 0;
        while (at >= 0 && at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<!--", at)) {
                at = behind("-->", text, at);
            } else if (text.startsWith("<?", at)) {
                at = behind("?>", text, at);
            } else if (text.startsWith("<!", at)) {
                int subset = text.indexOf('[', at);
                int end = text.indexOf('>', at);
                at = behind(subset >= 0 && subset < end ? "]>" : ">", text, at);
            } else {
                Matcher name = NAME.matcher(text).region(at, text.length());
                return name.lookingAt() ? name.group(1) : "";
            }
        }
        return "";
    }

    private static int behind(String end, String text, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    /** Whether the first object has the identifier of ninjs and no text of Tocsin's own. */
    private static boolean isNinjs(String start) {
        Set<String> names = new HashSet<>();
        try (JsonParser parser = JSON.createParser(start)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            while (token != null && token != JsonToken.END_OBJECT) {
                token = parser.nextToken();
                if (token == JsonToken.FIELD_NAME) {
                    names.add(parser.currentName());
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        } catch (IOException e) {
            // what was looked at ends within the object, or it is broken: the reader says where
            return looksLikeNinjs(names);
        }
        return looksLikeNinjs(names);
    }

    private static boolean looksLikeNinjs(Set<String> names) {
        return names.contains("uri") && !names.contains("text");
    }

    /** The first bytes; fewer where the data are cut off, of which the reader tells when it comes there. */
    private static byte[] head(BufferedInputStream in, int length) throws IOException {
        byte[] head = new byte[length];
        int held = 0;
        in.mark(length);
        try {
            int more = in.read(head, 0, length);
            while (more > 0) {
                held += more;
                more = in.read(head, held, length - held);
            }
        } catch (EOFException | ZipException e) {
            return again(in, head, held);
        }
        return again(in, head, held);
    }

    private static byte[] again(BufferedInputStream in, byte[] head, int held) throws IOException {
        in.reset();
        return Arrays.copyOf(head, held);
    }
}
