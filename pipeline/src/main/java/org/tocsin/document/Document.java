package org.tocsin.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;

/**
 * An article with everything that the annotators found in it.
 *
 * @param article the article
 * @param title the headline, annotated like a sentence for context (countries, places); its offsets count in the title, so
 *     it never gives spans. Null where there is none
 * @param sentences the sentences of the text in order
 */
public record Document(NewsArticle article, @Nullable Sentence title, List<Sentence> sentences) {
    public Document {
        sentences = List.copyOf(sentences);
    }

    /** The characters of the original text from start (inclusive) to end (exclusive). */
    public String text(int start, int end) {
        return article.text().substring(start, end);
    }
}
