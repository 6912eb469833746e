package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tocsin.stream.PipelineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes articles to the topic that the pipeline reads. */
@Command(
        name = "publish",
        header = {
            "Example: tocsin publish --config kafka.properties articles.jsonl",
            "Example: tocsin publish --config kafka.properties --feed https://a.example/rss",
            ""
        },
        description = {
            "Publishes articles to the articles topic. An article with an id that was published before replaces the former.",
            "Files may be Tocsin's own JSON, RSS, Atom, ninjs, NewsML-G2, NITF, WARC, WET or pages (docs/intake.md).",
            "With --feed it asks feeds again and again until it is stopped, and remembers what was published.",
            "An article that cannot be read or sent is named with file and line, all others are sent; the exit code is then 1.",
            ""
        })
final class PublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Mixin
    private ArticleFiles files = new ArticleFiles();

    @Mixin
    private FeedOptions feeds = new FeedOptions();

    @Override
    public Integer call() throws InterruptedException {
        if (feeds.areGiven() && !files.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Feeds or files? A command that publishes feeds runs on; publish files by another");
        }
        return feeds.areGiven() ? publishFeeds() : publishFiles();
    }

    private int publishFeeds() throws InterruptedException {
        feeds.feeds();
        feeds.every();
        PipelineConfig config = kafka.connected();
        PrintWriter err = spec.commandLine().getErr();
        boolean well;
        ArticlePublisher publisher = ArticlePublisher.connect(config, err);
        try (publisher) {
            well = new FeedPublishing(feeds, files::isWanted, err).run(publisher);
        }
        return tellSum(publisher, well, err);
    }

    private int publishFiles() {
        PipelineConfig config = kafka.connected();
        PrintWriter err = spec.commandLine().getErr();
        boolean allRead;
        ArticlePublisher publisher = ArticlePublisher.connect(config, err);
        try (publisher;
                Progress progress = Progress.start("articles", err)) {
            allRead = files.forEach(err, article -> {
                publisher.publish(article);
                progress.step();
            });
        }
        return tellSum(publisher, allRead, err);
    }

    private static int tellSum(ArticlePublisher publisher, boolean well, PrintWriter err) {
        err.println(publisher.sent() + " articles published to " + publisher.topic()
                + (publisher.refused() == 0 ? "" : ", " + publisher.refused() + " refused by Kafka"));
        err.flush();
        return well && publisher.refused() == 0 ? 0 : 1;
    }
}
