package org.tocsin.document;

import org.tocsin.article.NewsArticle;

/**
 * Turns an article into a {@link Document}. Not thread-safe: use one for each thread; what is costly to load is shared.
 * Deterministic: the same article always gives the same document.
 */
public interface Annotator {
    /** Annotates one article. Never throws for any text. */
    Document annotate(NewsArticle article);
}
