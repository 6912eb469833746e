package org.tocsin.cli;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;

/** An article on which the coder fails: a fault of the program, named with the article, so that the others are still read. */
final class UncodedArticle extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UncodedArticle(NewsArticle article, RuntimeException cause) {
        super(
                "article " + article.id() + " could not be coded (" + cause
                        + "): this is a fault of Tocsin; please report it with the article",
                cause);
    }

    /**
     * The events of an article.
     *
     * @throws UncodedArticle if the coder fails
     */
    static List<SpecificRecord> code(Coder coder, NewsArticle article) {
        try {
            return coder.code(article);
        } catch (RuntimeException e) {
            throw new UncodedArticle(article, e);
        }
    }
}
