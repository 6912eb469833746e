package org.tocsin.article;

/** One article as somebody hands it in: a JSON object in UTF-8 with the keys that files of articles have. */
public sealed interface Submission {
    /** It can be coded. */
    record Accepted(NewsArticle article) implements Submission {}

    /**
     * It cannot.
     *
     * @param reason what is wrong with it and what would be right; quotes nothing of it
     */
    record Refused(String reason) implements Submission {}

    /**
     * Reads and checks an article.
     *
     * @param json the object in UTF-8
     * @param idWhereNone identifier of an article that brings none
     * @param intake checks it
     */
    static Submission read(byte[] json, String idWhereNone, ArticleIntake intake) {
        try {
            return new Accepted(ArticleJson.parse(ArticleReader.decode(json), idWhereNone, intake));
        } catch (InvalidArticle e) {
            return new Refused(e.line() == 0 ? e.reason() : e.reason() + " in its line " + e.line());
        }
    }
}
