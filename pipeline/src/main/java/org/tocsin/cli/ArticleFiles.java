package org.tocsin.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Arrivals;
import org.tocsin.arrival.NewsFormat;
import org.tocsin.article.NewsArticle;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
                        + " .jsonl (one article a line), RSS, Atom, ninjs, NewsML-G2, NITF, WARC, WET or a page of HTML,"
                        + " each also compressed with gzip; or - for standard input (docs/intake.md)."
            })
    private List<Path> files = List.of();

    @Option(
            names = "--input-format",
            paramLabel = "FORMAT",
            description = "NewsFormat of the files, where their content does not tell: feed, html, newsml, ninjs, nitf,"
                    + " tocsin (its own JSON and text) or warc.")
    private @Nullable NewsFormat format;

    @Option(
            names = "--language",
            paramLabel = "CODE",
            description = "Leave out articles that say they are in another language than this, for example en."
                    + " Those that say nothing stay.")
    private @Nullable String language;

    /** The articles of files that were named in another way than as operands. */
    static ArticleFiles of(List<Path> files) {
        ArticleFiles articles = new ArticleFiles();
        articles.files = files;
        return articles;
    }

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
        AtomicLong otherLanguage = new AtomicLong();
        for (Path file : files) {
            Consumer<String> told = what -> {
                refused.incrementAndGet();
                err.println("tocsin: " + Printable.line(what));
            };
            Consumer<Arrival> taker = arrival -> {
                if (arrival instanceof Arrival.Found found && isWanted(found)) {
                    hand(found.article(), consumer, failure -> told.accept(file + ": " + failure));
                } else if (arrival instanceof Arrival.Refused item) {
                    told.accept(item.article().where() + ": " + item.article().reason());
                } else {
                    otherLanguage.incrementAndGet();
                }
            };
            try {
                read(file, taker);
            } catch (IOException e) {
                told.accept(file + ": cannot be read (" + e.getClass().getSimpleName() + ")");
            }
        }
        if (otherLanguage.get() > 0) {
            err.println(otherLanguage + " articles in another language than " + Printable.line(String.valueOf(language))
                    + " were left out");
        }
        return refused.get() == 0;
    }

    /** Whether an article is in the language that is asked for, or in one that it does not name. */
    boolean isWanted(Arrival.Found found) {
        return language == null || found.language() == null || language.equalsIgnoreCase(found.language());
    }

    private static void hand(NewsArticle article, Consumer<NewsArticle> consumer, Consumer<String> failed) {
        try {
            consumer.accept(article);
        } catch (UncodedArticle e) {
            failed.accept(e.getMessage());
        }
    }

    private void read(Path file, Consumer<Arrival> taker) throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            Arrivals.read(Arrivals.STANDARD_INPUT, System.in, format, taker);
        } else if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        } else {
            try (InputStream in = Files.newInputStream(file)) {
                Arrivals.read(file.toString(), in, format, taker);
            }
        }
    }
}
