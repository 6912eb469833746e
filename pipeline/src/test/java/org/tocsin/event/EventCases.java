package org.tocsin.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;

/** Articles of our own wording with the events that they must give, from a cases.jsonl beside a test: one JSON object a line. */
public final class EventCases {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Coder CODER = EnglishNews.coder();

    private EventCases() {}

    /**
     * One article and its events.
     *
     * @param name what the case shows
     * @param article the article
     * @param expected the events of the type, in the order of the text, each with the fields to check
     */
    public record Case(String name, NewsArticle article, List<JsonNode> expected) {
        @Override
        public String toString() {
            return name;
        }

        /** The events of one type that the standard coder finds, as plain JSON. */
        public List<JsonNode> events(String type) {
            return CODER.code(article).stream()
                    .filter(event -> EventView.of(event).type().equals(type))
                    .map(event -> (JsonNode) PlainJson.of(event))
                    .toList();
        }
    }

    /** All events of a text, published on a day. */
    public static List<SpecificRecord> code(String text, String published) {
        return CODER.code(article("case", text, published));
    }

    /** The cases of a file beside a test class. */
    public static List<Case> beside(Class<?> test) {
        try (InputStream in = Objects.requireNonNull(test.getResourceAsStream("cases.jsonl"), "cases.jsonl");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank())
                    .map(EventCases::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            String name = node.get("case").textValue();
            NewsArticle article = article(
                    name, node.get("text").textValue(), node.get("published").textValue());
            List<JsonNode> expected = JSON.convertValue(
                    node.get("events"), JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
            return new Case(name, article, expected);
        } catch (IOException e) {
            throw new UncheckedIOException("Not a case: " + line, e);
        }
    }

    private static NewsArticle article(String id, String text, String published) {
        return new NewsArticle(
                id,
                "",
                text,
                LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant(),
                null,
                "Northline Wire");
    }
}
