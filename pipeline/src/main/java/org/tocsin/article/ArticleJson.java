package org.tocsin.article;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Articles as JSON objects: id, title, text, published (date or date-time), url, source; other keys are ignored. */
final class ArticleJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ArticleJson() {}

    /** The article that a JSON object describes. */
    static NewsArticle parse(String json, @Nullable String idWhereNone, ArticleIntake intake) throws InvalidArticle {
        JsonNode object = tree(json);
        if (!object.isObject()) {
            throw new InvalidArticle("it is no JSON object");
        }
        String id = text(object, "id");
        String published = text(object, "published");
        return article(
                id == null ? idWhereNone : id,
                text(object, "title"),
                text(object, "text"),
                published == null ? text(object, "published_at") : published,
                text(object, "url"),
                text(object, "source"),
                intake);
    }

    /** Checks the parts of an article and puts them together. */
    static NewsArticle article(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable String published,
            @Nullable String url,
            @Nullable String source,
            ArticleIntake intake)
            throws InvalidArticle {
        Instant publishedAt = published == null ? null : instant(published);
        IntakeResult result = intake.check(id, title, text, publishedAt, url, source);
        if (result instanceof IntakeResult.Rejected rejected) {
            throw new InvalidArticle(rejected.message());
        }
        return ((IntakeResult.Accepted) result).article();
    }

    private static JsonNode tree(String json) throws InvalidArticle {
        try {
            if (json.isBlank()) {
                throw new InvalidArticle("it is empty");
            }
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            boolean inside = at != null && at.getLineNr() > 1;
            // only the parser's own words: the rest of its message quotes the input
            String reason = "it is no valid JSON" + (at == null ? "" : " (column " + at.getColumnNr() + ")");
            throw new InvalidArticle(reason, inside ? at.getLineNr() : 0);
        }
    }

    private static @Nullable String text(JsonNode object, String field) throws InvalidArticle {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw new InvalidArticle("its " + field + " is no string");
        }
        return value.asText();
    }

    private static Instant instant(String published) throws InvalidArticle {
        try {
            return parseInstant(published.strip());
        } catch (DateTimeException e) {
            throw new InvalidArticle(
                    "its published is neither a date (2024-11-20) nor a date-time (2024-11-20T18:30:00Z)");
        }
    }

    /** A date stands for its first moment, a date-time without offset is UTC. */
    private static Instant parseInstant(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d{2}:?\\d{2}$");
        return zoned
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }
}
