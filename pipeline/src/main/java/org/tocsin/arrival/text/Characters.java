package org.tocsin.arrival.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;

/** The characters of documents: by their byte order mark, else as they are declared, else UTF-8. */
public final class Characters {
    private static final Pattern DECLARED =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");
    private static final int LONGEST_DECLARATION = 400;

    private Characters() {}

    /**
     * The bytes of a document.
     *
     * @throws Unreadable if they are more than the limit
     */
    public static byte[] whole(InputStream in) throws IOException, Unreadable {
        byte[] bytes = in.readNBytes(Limits.DOCUMENT_BYTES + 1);
        if (bytes.length > Limits.DOCUMENT_BYTES) {
            throw new Unreadable("it is larger than " + Limits.DOCUMENT_BYTES / (1024 * 1024)
                    + " MB; split it into smaller documents");
        }
        return bytes;
    }

    /**
     * The text of an XML document.
     *
     * @param transport character set that the transport named; null for none. A byte order mark counts before it
     */
    public static String xml(byte[] bytes, @Nullable String transport) throws Unreadable {
        Charset marked = byMark(bytes);
        if (marked != null) {
            return decode(bytes, marked);
        }
        String name = transport == null ? declared(bytes) : transport;
        return decode(bytes, name == null ? StandardCharsets.UTF_8 : named(name));
    }

    /** The character set that begins with its byte order mark; null where there is none. */
    private static @Nullable Charset byMark(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (starts(bytes, 0xFE, 0xFF) || starts(bytes, 0, '<')) {
            return StandardCharsets.UTF_16BE;
        }
        return starts(bytes, 0xFF, 0xFE) || starts(bytes, '<', 0) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean starts(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, LONGEST_DECLARATION), StandardCharsets.ISO_8859_1);
        Matcher declaration = DECLARED.matcher(head);
        return declaration.find() ? declaration.group(1) : null;
    }

    private static Charset named(String name) throws Unreadable {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new Unreadable("it declares a character set that this Java does not know; convert it to UTF-8");
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws Unreadable {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            String text = charset.newDecoder().decode(buffer).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable("it is not valid " + charset.name() + " at byte " + buffer.position()
                    + "; declare the character set that it is written in");
        }
    }
}
