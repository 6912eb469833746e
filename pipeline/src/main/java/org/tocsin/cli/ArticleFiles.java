package org.tocsin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.tocsin.article.ArticleReader;
import org.tocsin.article.NewsArticle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The articles that a command is given as files. */
final class ArticleFiles {
    private static final Path STANDARD_INPUT = Path.of("-");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = {
                ".txt (the body of one article, may begin with 'date 2024-11-20'), .json (one article),"
                        + " .jsonl (one article a line), or - for .jsonl on standard input."
            })
    private List<Path> files = List.of();

    /** Whether no file was named. */
    boolean isEmpty() {
        return files.isEmpty();
    }

    /**
     * Hands every article to a consumer and names every file and line that cannot be read, and every article that cannot be coded.
     *
     * @return whether everything could be read and coded
     */
    boolean forEach(PrintWriter err, Consumer<NewsArticle> consumer) {
        if (files.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Which articles? Name a file, or - for standard input");
        }
        AtomicLong refused = new AtomicLong();
        for (Path file : files) {
            Consumer<String> told = what -> {
                refused.incrementAndGet();
                err.println("tocsin: " + Printable.line(what));
            };
            ArticleReader reader = new ArticleReader(
                    article -> hand(article, consumer, failure -> told.accept(file + ": " + failure)),
                    article -> told.accept(article.where() + ": " + article.reason()));
            try {
                read(reader, file);
            } catch (IOException e) {
                told.accept(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        }
        return refused.get() == 0;
    }

    private static void hand(NewsArticle article, Consumer<NewsArticle> consumer, Consumer<String> failed) {
        try {
            consumer.accept(article);
        } catch (UncodedArticle e) {
            failed.accept(e.getMessage());
        }
    }

    private static void read(ArticleReader reader, Path file) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            reader.readLines("standard input", System.in);
        } else if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                reader.read(file.toString(), in);
            }
        }
    }
}
