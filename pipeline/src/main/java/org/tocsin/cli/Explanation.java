package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.gazetteer.Gazetteer;
import org.tocsin.schema.Place;

/** An article with its events, each field with the characters that it was read from. */
final class Explanation {
    private static final int PLACES_SHOWN = 5;
    private static final Set<String> IN_THE_HEAD = Set.of("event_type", "rule", "confidence", "spans");
    private static final Set<String> OF_THE_ARTICLE = Set.of("article_id", "url", "source", "published_at");

    private final NewsArticle article;
    private final List<? extends JsonNode> events;
    private final MarkedText text;

    /**
     * Explains the events of an article.
     *
     * @param article the article
     * @param events its events in plain JSON
     */
    Explanation(NewsArticle article, List<? extends JsonNode> events) {
        this.article = article;
        this.events = events;
        this.text = new MarkedText(article.text());
    }

    /** What to print. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Printable.line("== " + article.id() + "  " + article.title()));
        lines.add(Printable.line("   published "
                + (article.publishedAt() == null
                        ? "unknown"
                        : article.publishedAt().toString()) + ", source "
                + (article.source() == null ? "unknown" : article.source())));
        for (int i = 0; i < events.size(); i++) {
            int number = i + 1;
            events.get(i)
                    .path("spans")
                    .forEach(span -> text.mark(
                            number, span.path("start").asInt(), span.path("end").asInt()));
        }
        lines.addAll(text.rows());
        for (int i = 0; i < events.size(); i++) {
            lines.add("");
            event(lines, i + 1, events.get(i));
        }
        if (events.isEmpty()) {
            lines.add("");
            lines.add("no events");
        }
        lines.add("");
        return lines;
    }

    private void event(List<String> lines, int number, JsonNode event) {
        lines.add(Printable.line("[" + number + "] " + event.path("event_type").asText() + "  rule "
                + event.path("rule").asText("none") + "  confidence "
                + event.path("confidence").asText()));
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            if (!IN_THE_HEAD.contains(field.getKey()) && !OF_THE_ARTICLE.contains(field.getKey())) {
                field(lines, field.getKey(), field.getValue(), event.path("spans"));
            }
        }
    }

    private void field(List<String> lines, String name, JsonNode value, JsonNode spans) {
        String told = value(value);
        if (told.isEmpty()) {
            return;
        }
        lines.add(Printable.line(String.format(Locale.ROOT, "    %-20s %s", name, told)));
        for (JsonNode span : spans) {
            if (span.path("field").asText().equals(name)) {
                int start = span.path("start").asInt();
                int end = span.path("end").asInt();
                lines.add(String.format(
                        Locale.ROOT,
                        "    %-20s   from %s, characters %d to %d: \"%s\"",
                        "",
                        text.position(start),
                        start,
                        end,
                        text.part(start, end)));
            }
        }
        if (name.equals("place")) {
            readings(lines, value);
        }
    }

    /** What else the name could have meant. */
    private static void readings(List<String> lines, JsonNode place) {
        String name = place.path("text").asText(place.path("name").asText());
        List<Place> readings = Gazetteer.shared().readings(name);
        if (readings.size() > 1) {
            List<String> told =
                    readings.stream().limit(PLACES_SHOWN).map(Explanation::told).toList();
            String more = readings.size() > PLACES_SHOWN ? "; and " + (readings.size() - PLACES_SHOWN) + " more" : "";
            lines.add(Printable.line(String.format(
                    Locale.ROOT, "    %-20s   the name can mean %s%s", "", String.join("; ", told), more)));
        }
    }

    private static String told(Place place) {
        List<String> parts = new ArrayList<>(List.of(place.getName()));
        if (place.getAdmin1() != null && !place.getAdmin1().equals(place.getName())) {
            parts.add(place.getAdmin1());
        }
        if (place.getCountry() != null) {
            parts.add(place.getCountry());
        }
        return String.join(", ", parts) + " (" + place.getPrecision() + ")";
    }

    /** A value in words: the filled fields of a record with their names, the items of a list; empty where nothing is filled. */
    private static String value(JsonNode value) {
        List<String> parts = new ArrayList<>();
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> part : value.properties()) {
                String told = value(part.getValue());
                if (!told.isEmpty()) {
                    parts.add(part.getKey() + " " + (part.getValue().isObject() ? "(" + told + ")" : told));
                }
            }
            return String.join(", ", parts);
        }
        if (value.isArray()) {
            value.forEach(item -> parts.add(value(item)));
            return String.join(" | ", parts);
        }
        return value.isNull() ? "" : value.asText();
    }
}
