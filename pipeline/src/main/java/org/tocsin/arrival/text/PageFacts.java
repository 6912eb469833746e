package org.tocsin.arrival.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says of itself in its metadata.
 *
 * @param title headline
 * @param publishedAt publication time
 * @param site name of the outlet
 * @param language tag of its language
 */
record PageFacts(
        @Nullable String title,
        @Nullable Instant publishedAt,
        @Nullable String site,
        @Nullable String language) {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Where pages tell when they were published, in the order in which they are believed. */
    private static final List<String> PUBLISHED = List.of(
            "meta[property=article:published_time]",
            "meta[itemprop=datePublished]",
            "meta[name=pubdate]",
            "meta[name=parsely-pub-date]",
            "meta[name=dcterms.date]",
            "meta[name=dcterms.created]",
            "meta[name=DC.date.issued]",
            "meta[name=DC.date]",
            "meta[name=date]");

    static PageFacts of(Document page) {
        return new PageFacts(
                title(page), publishedAt(page), content(page, "meta[property=og:site_name]"), language(page));
    }

    private static @Nullable String title(Document page) {
        String told = content(page, "meta[property=og:title]");
        if (told != null) {
            return told;
        }
        List<Element> headlines = page.select("h1");
        String only = headlines.size() == 1 ? blankToNull(headlines.get(0).text()) : null;
        return only == null ? blankToNull(page.title()) : only;
    }

    private static @Nullable Instant publishedAt(Document page) {
        for (String place : PUBLISHED) {
            String told = content(page, place);
            Instant read = told == null ? null : Times.read(told);
            if (read != null) {
                return read;
            }
        }
        Instant linked = fromLinkedData(page);
        Element time = page.selectFirst(
                "time[itemprop=datePublished][datetime], time[pubdate][datetime], article time[datetime]");
        return linked == null && time != null ? Times.read(time.attr("datetime").strip()) : linked;
    }

    /** The date of publication in the page's JSON-LD, which may be any JSON. */
    private static @Nullable Instant fromLinkedData(Document page) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            try {
                JsonNode published = MAPPER.readTree(script.data()).findValue("datePublished");
                Instant read = published == null || !published.isTextual() ? null : Times.read(published.asText());
                if (read != null) {
                    return read;
                }
            } catch (JsonProcessingException e) {
                continue; // broken linked data tells nothing
            }
        }
        return null;
    }

    private static @Nullable String language(Document page) {
        Element html = page.selectFirst("html[lang]");
        return html == null ? null : blankToNull(html.attr("lang"));
    }

    private static @Nullable String content(Document page, String place) {
        Element meta = page.selectFirst(place);
        return meta == null ? null : blankToNull(meta.attr("content"));
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
