package org.tocsin.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A validated article, ready to be coded.
 *
 * @param id identifier, 1 to 512 characters
 * @param title headline, empty where there is none
 * @param text body as its publisher wrote it; every offset of the coder counts in this string (UTF-16 code units)
 * @param publishedAt publication time, UTC; null where unknown
 * @param url address of the article; null where unknown
 * @param source name of the outlet; null where unknown
 */
public record NewsArticle(
        String id,
        String title,
        String text,
        @Nullable Instant publishedAt,
        @Nullable String url,
        @Nullable String source) {

    /** The day that relative dates of the text are resolved against (UTC); null where the publication time is unknown. */
    public @Nullable LocalDate publicationDay() {
        return publishedAt == null ? null : publishedAt.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
