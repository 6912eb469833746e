package org.tocsin.arrival;

import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.article.RefusedArticle;

/** What became of one item of an input: an article, or the reason why it is none. */
public sealed interface Arrival {
    /**
     * The item is an article.
     *
     * @param article the article, checked
     * @param language language that the item says it is written in, two or three letters in lower case; null where it says none
     */
    record Found(NewsArticle article, @Nullable String language) implements Arrival {}

    /**
     * The item is no article, or none that can be read.
     *
     * @param article its place in the input, what is wrong and what to do
     */
    record Refused(RefusedArticle article) implements Arrival {}

    /** An item that is no article. */
    static Arrival refused(String where, String reason) {
        return new Refused(new RefusedArticle(where, reason));
    }
}
