package org.tocsin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.article.ArticleReader;
import org.tocsin.article.NewsArticle;

/** The articles that come with the program: invented reports from several conflicts and some other news. */
final class Samples {
    private static final String RESOURCE = "/org/tocsin/samples/articles.jsonl";

    private Samples() {}

    /** The bytes, JSON Lines in UTF-8. */
    static InputStream open() {
        InputStream in = Samples.class.getResourceAsStream(RESOURCE);
        if (in == null) {
            throw new IllegalStateException("The bundled samples " + RESOURCE + " are missing in this build");
        }
        return in;
    }

    /** The articles, oldest first. */
    static List<NewsArticle> articles() {
        List<NewsArticle> articles = new ArrayList<>();
        try (InputStream in = open()) {
            new ArticleReader(articles::add, refused -> {
                        throw new IllegalStateException(refused.where() + ": " + refused.reason());
                    })
                    .readLines("samples", in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return articles;
    }
}
