package org.tocsin.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tocsin.article.ArticleReader;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;

/**
 * Articles of one length for the benchmarks: the paragraphs of the gold documents, in the order of their files, joined until an
 * article has {@value #CHARACTERS} characters or a little more. What is left over at the end is dropped.
 */
public final class BenchArticles {
    /** Least length of an article in characters, as an average news article has it. */
    static final int CHARACTERS = 3_500;

    private BenchArticles() {}

    /** Articles of one length from the folder that the system property {@code tocsin.bench.articles} names. */
    public static List<NewsArticle> load() {
        return joined(documents());
    }

    /**
     * Articles of one matter each: a document, filled up to one length with paragraphs of other documents in which the coder finds nothing.
     */
    public static List<NewsArticle> stories(Coder coder) {
        List<NewsArticle> documents = documents();
        List<String> fillers = documents.stream()
                .flatMap(document -> Arrays.stream(document.text().split("\n\n")))
                .filter(paragraph -> coder.code(new NewsArticle("filler", "", paragraph, null, null, null))
                        .isEmpty())
                .toList();
        List<NewsArticle> stories = new ArrayList<>();
        int next = 0;
        for (NewsArticle document : documents) {
            StringBuilder text = new StringBuilder(document.text());
            while (text.length() < CHARACTERS) {
                text.append("\n\n").append(fillers.get(next++ % fillers.size()));
            }
            stories.add(new NewsArticle(
                    document.id(), document.title(), text.toString(), document.publishedAt(), null, null));
        }
        return stories;
    }

    /** The articles of that folder as they are. */
    public static List<NewsArticle> documents() {
        Path folder = Path.of(System.getProperty("tocsin.bench.articles", "data/gold/documents"));
        List<NewsArticle> documents = documents(folder);
        if (documents.isEmpty()) {
            throw new IllegalStateException(folder.toAbsolutePath() + " holds no .json article; name a folder with"
                    + " -Dtocsin.bench.articles=FOLDER");
        }
        return documents;
    }

    private static List<NewsArticle> documents(Path folder) {
        List<NewsArticle> documents = new ArrayList<>();
        ArticleReader reader = new ArticleReader(documents::add, refused -> {
            throw new IllegalStateException("cannot read an article: " + refused);
        });
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    reader.read(file.toString(), in);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the articles in " + folder.toAbsolutePath(), e);
        }
        return documents;
    }

    private static List<NewsArticle> joined(List<NewsArticle> documents) {
        List<NewsArticle> articles = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (NewsArticle document : documents) {
            for (String paragraph : document.text().split("\n\n")) {
                text.append(paragraph).append("\n\n");
                if (text.length() >= CHARACTERS) {
                    articles.add(new NewsArticle(
                            "bench" + articles.size(),
                            document.title(),
                            text.toString(),
                            document.publishedAt(),
                            null,
                            null));
                    text.setLength(0);
                }
            }
        }
        return articles;
    }
}
