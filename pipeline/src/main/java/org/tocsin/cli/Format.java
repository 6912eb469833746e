package org.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;

/** How events and incidents are printed. */
enum Format {
    /** One JSON object a line. */
    JSONL(new JsonMapper().writer()),
    /** Indented JSON objects, one after the other. */
    PRETTY(new JsonMapper().writerWithDefaultPrettyPrinter()),
    /** One readable line each. */
    TABLE(new JsonMapper().writer()) {
        @Override
        String print(JsonNode event) {
            return EventLine.of(event);
        }
    };

    /** Help of the option that takes a format. */
    static final String HELP =
            "jsonl (one object a line), pretty (indented JSON) or table (readable lines); default ${DEFAULT-VALUE}.";

    private final ObjectWriter writer;

    Format(ObjectWriter writer) {
        this.writer = writer;
    }

    /** The text to print for an event or incident, without a line break at its end. */
    String print(JsonNode event) {
        try {
            return escapeLateControls(writer.writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A JSON tree cannot be written", e);
        }
    }

    /** JSON escapes the control characters below U+0020 alone; terminals obey those from U+007F to U+009F too. */
    private static String escapeLateControls(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c >= '\u007F' && c <= '\u009F') {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
