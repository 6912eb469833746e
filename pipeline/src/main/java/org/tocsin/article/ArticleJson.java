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
    /** Longest text of an article, in characters. */
    static final int LONGEST_TEXT = 500_000;

    private static final int LONGEST_ID = 512;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ArticleJson() {}

    /** The article that a JSON object describes. */
    static NewsArticle parse(String json, @Nullable String idWhereNone) throws InvalidArticle {
        JsonNode object = tree(json);
        if (!object.isObject()) {
            throw new InvalidArticle("it is no JSON object");
        }
        String id = text(object, "id");
        String published = text(object, "published");
        return article(
                id == null ? idWhereNone : id,
                orEmpty(text(object, "title")),
                text(object, "text"),
                published == null ? text(object, "published_at") : published,
                text(object, "url"),
                text(object, "source"));
    }

    /** Checks the parts of an article and puts them together. */
    static NewsArticle article(
            @Nullable String id,
            String title,
            @Nullable String text,
            @Nullable String published,
            @Nullable String url,
            @Nullable String source)
            throws InvalidArticle {
        if (id == null || id.isBlank()) {
            throw new InvalidArticle("it has no id");
        }
        if (id.length() > LONGEST_ID) {
            throw new InvalidArticle("its id has " + id.length() + " characters; the limit is " + LONGEST_ID);
        }
        if (text == null) {
            throw new InvalidArticle("it has no text");
        }
        if (text.isBlank()) {
            throw new InvalidArticle("its text is empty");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidArticle("its text has " + text.length() + " characters; the limit is " + LONGEST_TEXT);
        }
        return new NewsArticle(id, title, text, published == null ? null : instant(published), url, source);
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

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Instant instant(String published) throws InvalidArticle {
        Instant instant;
        try {
            instant = parseInstant(published.strip());
        } catch (DateTimeException e) {
            throw new InvalidArticle(
                    "its published is neither a date (2024-11-20) nor a date-time (2024-11-20T18:30:00Z)");
        }
        int year = instant.atZone(ZoneOffset.UTC).getYear();
        if (year < 1900 || year > 2099) {
            throw new InvalidArticle("its published lies in the year " + year + "; it must be 1900 to 2099");
        }
        return instant;
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
