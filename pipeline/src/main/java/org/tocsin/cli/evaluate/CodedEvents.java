package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events that {@code tocsin extract} printed into a file, by article. */
final class CodedEvents {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, List<JsonNode>> byArticle;

    private CodedEvents(Map<String, List<JsonNode>> byArticle) {
        this.byArticle = byArticle;
    }

    /** Reads a file of one JSON object a line. */
    static CodedEvents read(Path file) {
        Map<String, List<JsonNode>> byArticle = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    JsonNode event = event(file + ":" + number, line);
                    byArticle
                            .computeIfAbsent(event.path("article_id").asText(), id -> new ArrayList<>())
                            .add(event);
                }
            }
        } catch (IOException e) {
            throw new UnusableGold(file + " cannot be read (" + e.getClass().getSimpleName()
                    + "); give what tocsin extract printed with --events");
        }
        return new CodedEvents(byArticle);
    }

    private static JsonNode event(String where, String line) {
        JsonNode event;
        try {
            event = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UnusableGold(where + ": it is no valid JSON; tocsin extract --format jsonl prints such lines");
        }
        if (!event.path("article_id").isTextual() || !event.path("event_type").isTextual()) {
            throw new UnusableGold(where + ": it has no \"article_id\" or no \"event_type\", so it is no event");
        }
        return event;
    }

    List<JsonNode> of(String articleId) {
        return byArticle.getOrDefault(articleId, List.of());
    }

    /** Number of events whose article is none of the given. */
    long others(List<String> articleIds) {
        return byArticle.entrySet().stream()
                .filter(entry -> !articleIds.contains(entry.getKey()))
                .mapToLong(entry -> entry.getValue().size())
                .sum();
    }
}
