package org.tocsin.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the whole product in one process. */
@Command(
        name = "demo",
        header = {"Example: tocsin demo", "Example: tocsin demo --once article.txt more.jsonl", ""},
        description = {
            "Starts Kafka, a schema registry, the pipeline and its API in this process, publishes articles (the bundled samples"
                    + " where no files are given) and prints the events as they come, until it is stopped with Ctrl-C.",
            "With --once it reads all articles, prints a summary and ends.",
            ""
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration PACE = Duration.ofMillis(700);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ArticleFiles files = new ArticleFiles();

    @Option(names = "--once", description = "Read the articles, print a summary and end.")
    private boolean once;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep Kafka's data, the state and the log here; without it they are deleted at the end.")
    private @Nullable Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Port of the API; without it 8080, or any free one where that is taken.")
    private int port = -1;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        List<NewsArticle> articles = new ArrayList<>();
        boolean allRead = files.isEmpty() ? articles.addAll(Samples.articles()) : files.forEach(err, articles::add);
        say(err, "Starting Kafka, a schema registry, the pipeline and its API in this process ...");
        Demo demo = Demo.start(data, port, err);
        try (Interruption end = Interruption.runs(demo::close)) {
            demo.introduce();
            if (once) {
                demo.process(articles);
                DemoSummary.of(demo.pipeline()).print(spec.commandLine().getOut());
            } else {
                demo.follow(articles, PACE, spec.commandLine().getOut());
            }
        }
        return allRead ? 0 : 1;
    }

    private static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }
}
