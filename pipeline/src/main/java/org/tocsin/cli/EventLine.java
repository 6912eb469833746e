package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An event or incident as one readable line, whatever its type: date, type, place, then every filled field that tells what
 * happened, in the order of its schema. Takes the plain JSON of the record.
 */
final class EventLine {
    private static final int TEXT_LIMIT = 60;
    private static final Set<String> NOT_SHOWN = Set.of(
            "event_type",
            "event_id",
            "incident_id",
            "article_id",
            "event_ids",
            "article_ids",
            "revision",
            "revision_status",
            "sources",
            "url",
            "published_at",
            "evidence",
            "spans",
            "place",
            "date",
            "linked",
            "attribution",
            "content",
            "victims",
            "rule",
            "merged_from",
            "merged_into",
            "first_reported_at",
            "last_reported_at",
            "plover_event",
            "plover_mode",
            "cameo_code",
            "acled_event_type",
            "acled_sub_event_type",
            "confidence");

    private EventLine() {}

    /** The line, without a line break, safe for a terminal. */
    static String of(JsonNode event) {
        List<String> told = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            if (!NOT_SHOWN.contains(field.getKey())) {
                String value = value(field.getValue());
                if (!value.isEmpty()) {
                    told.add(label(field.getKey()) + value);
                }
            }
        }
        return Printable.line(String.format(
                Locale.ROOT,
                "%-10s  %-12s  %-28s  %s",
                day(event.path("date")),
                event.path("event_type").asText("?"),
                place(event.path("place")),
                String.join(", ", told)));
    }

    private static String label(String field) {
        return field.equals("status") ? "" : field.replace('_', ' ') + " ";
    }

    /** Place of an event: name, division and country; a dash where it is unknown. */
    static String place(JsonNode place) {
        if (!place.isObject()) {
            return "-";
        }
        List<String> parts = new ArrayList<>();
        for (String field : List.of("name", "admin1", "country")) {
            String part = place.path(field).asText("");
            if (!part.isEmpty() && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }

    /** First day of an event; a dash where it is unknown. */
    static String day(JsonNode date) {
        return date.path("start").asText("-");
    }

    private static String value(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(value(item)));
            items.removeIf(String::isEmpty);
            return String.join(" / ", items);
        }
        return value.isObject() ? objectValue(value) : shortened(value.asText());
    }

    private static String objectValue(JsonNode value) {
        if (value.has("bound")) {
            return count(value);
        }
        if (value.has("name")) {
            return shortened(value.path("name").asText());
        }
        if (value.has("text")) {
            return shortened(value.path("system").asText(value.path("text").asText()));
        }
        if (value.has("said_by")) {
            return toll(value);
        }
        return "";
    }

    /** A count as people write it: 9, 9+, about 9, up to 9; the words of the text where it gives no figure. */
    static String count(JsonNode count) {
        if (!count.isObject()) {
            return "";
        }
        String best = count.path("best").asText("");
        if (count.path("best").isNull() || best.isEmpty()) {
            return shortened(count.path("text").asText("?"));
        }
        return switch (count.path("bound").asText()) {
            case "AT_LEAST" -> best + "+";
            case "AT_MOST" -> "up to " + best;
            case "ABOUT" -> "about " + best;
            default -> best;
        };
    }

    /** One step of a history, for example {@code 9 killed 11 injured}. */
    private static String toll(JsonNode step) {
        List<String> figures = new ArrayList<>();
        for (String outcome : List.of("killed", "injured")) {
            if (step.path(outcome).isNumber()) {
                figures.add(step.path(outcome).asText() + " " + outcome);
            }
        }
        return String.join(" ", figures);
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LIMIT ? text : text.substring(0, TEXT_LIMIT - 1) + "…";
    }
}
