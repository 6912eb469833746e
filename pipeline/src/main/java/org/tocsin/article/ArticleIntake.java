package org.tocsin.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.IntakeResult.Accepted;
import org.tocsin.article.IntakeResult.Reason;
import org.tocsin.article.IntakeResult.Rejected;
import org.tocsin.schema.Article;

/** Checks raw articles. Immutable and thread-safe. */
public final class ArticleIntake {
    /** Longest text that is accepted unless another limit is set, in characters (UTF-16 code units). */
    public static final int DEFAULT_LONGEST_TEXT = 1_000_000;

    /** Longest id, in characters. */
    static final int LONGEST_ID = 512;

    /** Longest headline, in characters. */
    static final int LONGEST_TITLE = 10_000;

    /** Longest address of an article, in characters. */
    static final int LONGEST_URL = 8_192;

    /** Longest name of an outlet, in characters. */
    static final int LONGEST_SOURCE = 1_024;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant BEHIND_LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final int longestText;

    /** An intake with the default limit. */
    public ArticleIntake() {
        this(DEFAULT_LONGEST_TEXT);
    }

    /**
     * An intake with a limit.
     *
     * @param longestText longest text that is accepted, in characters; at least 1
     */
    public ArticleIntake(int longestText) {
        if (longestText < 1) {
            throw new IllegalArgumentException("The longest text must be at least 1 character, is " + longestText);
        }
        this.longestText = longestText;
    }

    /** Checks an article as it came from its topic. */
    public IntakeResult check(Article raw) {
        return check(raw.getId(), raw.getTitle(), raw.getText(), raw.getPublishedAt(), raw.getUrl(), raw.getSource());
    }

    /** Checks the parts of an article. Any of them may be missing; an empty address or outlet counts as none. */
    public IntakeResult check(
            @Nullable String id,
            @Nullable String title,
            @Nullable String text,
            @Nullable Instant publishedAt,
            @Nullable String url,
            @Nullable String source) {
        if (id == null || id.isBlank()) {
            return new Rejected(
                    Reason.MISSING_ID, "it has no id; give each article an id of 1 to " + LONGEST_ID + " characters");
        }
        if (text == null || text.isBlank()) {
            String what = text == null ? "it has no text" : "its text is empty";
            return new Rejected(Reason.EMPTY_TEXT, what + "; give the body of the article as plain text");
        }
        Rejected rejected = firstOf(
                checkId(id),
                checkText(text),
                checkLength("title", title, LONGEST_TITLE),
                checkLength("url", url, LONGEST_URL),
                checkLength("source", source, LONGEST_SOURCE),
                checkPublished(publishedAt));
        return rejected != null
                ? rejected
                : new Accepted(new NewsArticle(
                        id, title == null ? "" : title, text, publishedAt, emptyToNull(url), emptyToNull(source)));
    }

    private static @Nullable Rejected firstOf(@Nullable Rejected... results) {
        for (Rejected result : results) {
            if (result != null) {
                return result;
            }
        }
        return null;
    }

    private static @Nullable Rejected checkId(String id) {
        if (id.length() > LONGEST_ID) {
            return new Rejected(
                    Reason.ID_TOO_LONG, "its id has " + id.length() + " characters; the limit is " + LONGEST_ID);
        }
        boolean control = id.chars().anyMatch(Character::isISOControl);
        return control
                ? new Rejected(Reason.INVALID_ID, "its id holds control characters (line end, tab ...); leave them out")
                : null;
    }

    private @Nullable Rejected checkText(String text) {
        return text.length() > longestText
                ? new Rejected(
                        Reason.OVERSIZED,
                        "its text has " + text.length() + " characters; the limit is " + longestText
                                + ": shorten the text or raise the limit")
                : null;
    }

    private static @Nullable Rejected checkLength(String field, @Nullable String value, int longest) {
        return value != null && value.length() > longest
                ? new Rejected(
                        Reason.FIELD_TOO_LONG,
                        "its " + field + " has " + value.length() + " characters; the limit is " + longest)
                : null;
    }

    private static @Nullable Rejected checkPublished(@Nullable Instant publishedAt) {
        boolean outside =
                publishedAt != null && (publishedAt.isBefore(EARLIEST) || !publishedAt.isBefore(BEHIND_LATEST));
        return outside
                ? new Rejected(
                        Reason.INVALID_PUBLISHED,
                        "its publication time lies outside 1900-01-01 to 2099-12-31 (UTC); correct it or give null")
                : null;
    }

    private static @Nullable String emptyToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
