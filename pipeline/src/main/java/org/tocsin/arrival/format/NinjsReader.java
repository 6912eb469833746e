package org.tocsin.arrival.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Draft;
import org.tocsin.arrival.ItemReader;
import org.tocsin.arrival.Limits;
import org.tocsin.arrival.Unreadable;
import org.tocsin.arrival.text.Characters;
import org.tocsin.arrival.text.MarkupText;
import org.tocsin.arrival.text.Times;
import org.tocsin.article.Lines;

/** Reads ninjs 1.x, 2.x and 3.x: one item, an array of items, or one item a line. */
public final class NinjsReader implements ItemReader {
    private static final int PEEK = 1 << 16;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public void read(String name, InputStream in, Consumer<Arrival> to) throws IOException, Unreadable {
        BufferedInputStream input = new BufferedInputStream(in, PEEK);
        if (isOneALine(input)) {
            Lines.read(input, Limits.DOCUMENT_BYTES, line -> to.accept(line(name + ":" + line.number(), line)));
        } else {
            document(name, Characters.whole(input), to);
        }
    }

    /** Whether the first line with words is an object that ends where the line ends. */
    private static boolean isOneALine(InputStream in) throws IOException {
        in.mark(PEEK);
        String head = new String(in.readNBytes(PEEK), java.nio.charset.StandardCharsets.ISO_8859_1).stripLeading();
        in.reset();
        int end = head.indexOf('\n');
        return end >= 0
                && head.startsWith("{")
                && head.substring(0, end).strip().endsWith("}");
    }

    private static Arrival line(String where, Lines.Line line) {
        if (line.isTooLong()) {
            return Arrival.refused(where, "the line is longer than " + Limits.DOCUMENT_BYTES / (1024 * 1024) + " MB");
        }
        try {
            return item(where, tree(line.bytes()));
        } catch (Unreadable e) {
            return Arrival.refused(where, e.reason());
        }
    }

    private static void document(String name, byte[] bytes, Consumer<Arrival> to) throws Unreadable {
        JsonNode root = tree(bytes);
        if (!root.isArray()) {
            to.accept(item(name, root));
            return;
        }
        if (root.size() > Limits.ITEMS) {
            throw new Unreadable("it has more than " + Limits.ITEMS + " items; split it");
        }
        int number = 0;
        for (JsonNode item : root) {
            number++;
            to.accept(item(name + " item " + number, item));
        }
    }

    private static JsonNode tree(byte[] bytes) throws Unreadable {
        try {
            return MAPPER.readTree(bytes);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
            throw new Unreadable("it is no valid JSON; the document may be cut off", line);
        } catch (IOException e) {
            throw new Unreadable("it is no JSON in UTF-8");
        }
    }

    private static Arrival item(String where, JsonNode item) {
        try {
            return draft(item).checked(where);
        } catch (Unreadable e) {
            return Arrival.refused(where, e.reason());
        }
    }

    private static Draft draft(JsonNode item) throws Unreadable {
        if (!item.isObject()) {
            throw new Unreadable("it is no JSON object");
        }
        requireUsable(item);
        String uri = string(item, "uri");
        if (uri == null) {
            throw new Unreadable("it has no uri, which ninjs requires; give each item one that stays the same");
        }
        return new Draft(
                uri,
                MarkupText.line(headline(item)),
                text(item),
                publishedAt(item),
                uri.matches("https?://\\S+") ? uri : null,
                outlet(item),
                string(item, "language"));
    }

    private static void requireUsable(JsonNode item) throws Unreadable {
        String type = string(item, "type");
        if (type != null && !type.equals("text")) {
            throw new Unreadable("its type is not text (picture, video, composite ...), so it has nothing to code");
        }
        String status = string(item, "pubstatus");
        if (status != null && !status.equals("usable")) {
            throw new Unreadable("its pubstatus is not usable (withheld or canceled), so it is not published");
        }
    }

    private static @Nullable String headline(JsonNode item) {
        JsonNode main = preferred(item.path("headlines"), List.of("main", "headline"));
        if (main != null) {
            return string(main, "value");
        }
        String headline = string(item, "headline");
        return headline == null ? string(item, "title") : headline;
    }

    /** The body; where there is none, the description. */
    private static @Nullable String text(JsonNode item) {
        JsonNode body = preferred(item.path("bodies"), List.of("main", "body"));
        if (body == null) {
            body = preferred(item.path("descriptions"), List.of("main", "summary"));
        }
        if (body != null) {
            String value = string(body, "value");
            String type = string(body, "contenttype");
            return value == null ? null : plain(value, type != null && type.contains("plain"));
        }
        for (String field : List.of("body_xhtml", "body_html", "description_html")) {
            if (string(item, field) != null) {
                return MarkupText.ofHtml(String.valueOf(string(item, field)));
            }
        }
        String text = string(item, "body_text");
        String told = text == null ? string(item, "description_text") : text;
        return told == null ? null : MarkupText.ofPlain(told);
    }

    private static String plain(String value, boolean isPlain) {
        return isPlain ? MarkupText.ofPlain(value) : MarkupText.ofHtml(value);
    }

    /** The entry with one of these roles, else the first one; null where there is none. */
    private static @Nullable JsonNode preferred(JsonNode entries, List<String> roles) {
        for (String role : roles) {
            for (JsonNode entry : entries) {
                if (role.equals(string(entry, "role"))) {
                    return entry;
                }
            }
        }
        return entries.isArray() && !entries.isEmpty() ? entries.get(0) : null;
    }

    /** When the text was written, else when the item or this version of it was made: what its relative dates count from. */
    private static @Nullable Instant publishedAt(JsonNode item) throws Unreadable {
        for (String field : List.of("contentcreated", "firstcreated", "versioncreated")) {
            Instant read = Times.parse(string(item, field), field);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    private static @Nullable String outlet(JsonNode item) {
        for (String field : List.of("infosources", "infosource")) {
            JsonNode source = preferred(item.path(field), List.of("source", "provider"));
            if (source != null && string(source, "name") != null) {
                return string(source, "name");
            }
        }
        return string(item, "copyrightholder");
    }

    private static @Nullable String string(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
    }
}
