package org.tocsin.article;

/** What the intake made of an article: a valid one, or the reason why it is none. */
public sealed interface IntakeResult {
    /**
     * The article is valid.
     *
     * @param article the article, ready to be coded
     */
    record Accepted(NewsArticle article) implements IntakeResult {}

    /**
     * The article is not valid.
     *
     * @param reason what is wrong
     * @param message what is wrong in words, and what to do; never holds words of the article
     */
    record Rejected(Reason reason, String message) implements IntakeResult {}

    /** What can be wrong with an article. */
    enum Reason {
        /** No id, or a blank one. */
        MISSING_ID,
        /** An id of more than 512 characters. */
        ID_TOO_LONG,
        /** An id with control characters. */
        INVALID_ID,
        /** No text, or one without a visible character. */
        EMPTY_TEXT,
        /** A text over the limit. */
        OVERSIZED,
        /** A headline, address or outlet's name over its limit. */
        FIELD_TOO_LONG,
        /** A publication time before 1900 or after 2099. */
        INVALID_PUBLISHED
    }
}
