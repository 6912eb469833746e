package org.tocsin.document;

import java.util.List;
import org.tocsin.article.NewsArticle;

/** Recognises one family of mentions in a whole article. Stateless and thread-safe; deterministic. */
public interface MentionFinder {
    /**
     * Finds mentions in each sentence.
     *
     * @param article the article
     * @param sentences its sentences with tokens and with the mentions that earlier finders recognised
     * @return for each sentence, in the same order, the new mentions
     */
    List<List<Mention>> find(NewsArticle article, List<Sentence> sentences);
}
