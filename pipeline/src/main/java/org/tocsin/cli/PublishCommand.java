package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.tocsin.stream.PipelineConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Publishes articles to the topic that the pipeline reads. */
@Command(
        name = "publish",
        header = {"Example: tocsin publish --config kafka.properties articles.jsonl", ""},
        description = {
            "Publishes articles to the articles topic. An article with an id that was published before replaces the former.",
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

    @Override
    public Integer call() {
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
        err.println(publisher.sent() + " articles published to " + publisher.topic()
                + (publisher.refused() == 0 ? "" : ", " + publisher.refused() + " refused by Kafka"));
        err.flush();
        return allRead && publisher.refused() == 0 ? 0 : 1;
    }
}
