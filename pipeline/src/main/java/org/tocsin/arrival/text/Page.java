package org.tocsin.arrival.text;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The article of a page.
 *
 * @param title headline; null where none was found
 * @param text main text, an empty line between paragraphs
 * @param publishedAt publication time that the page itself gives; null where it gives none
 * @param site name of the outlet that the page gives; null where it gives none
 * @param language tag of its language; null where it gives none
 */
public record Page(
        @Nullable String title,
        String text,
        @Nullable Instant publishedAt,
        @Nullable String site,
        @Nullable String language) {}
