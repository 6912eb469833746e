package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.NewsArticle;
import org.tocsin.cli.replay.ArticleRange;
import org.tocsin.cli.replay.Bound;
import org.tocsin.cli.replay.DifferenceCounts;
import org.tocsin.cli.replay.EventComparison;
import org.tocsin.cli.replay.EventDifference;
import org.tocsin.cli.replay.PublishedEvents;
import org.tocsin.cli.replay.TopicScan;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.PlainJson;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;
import org.tocsin.stream.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what this version of the coder makes of articles that were coded before. */
@Command(
        name = "replay",
        header = {
            "Example: tocsin replay --config kafka.properties --from 2026-11-01",
            "Example: tocsin replay --config kafka.properties --limit 100 --format jsonl",
            ""
        },
        description = {
            "Codes a range of the articles topic again with this version and prints how its events differ from those in the topics"
                    + " of events: added, gone or changed, then the counts by type. Writes nothing to Kafka.",
            "An article that has a later version behind the range is left out.",
            ""
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            description = "Begin with the articles that were published to the topic at this day (2026-11-18) or time"
                    + " (2026-11-18T12:00:00Z), or at this offset of each partition; else with the first one.")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "WHEN",
            description = "End before this day, time or offset; else behind the last article.")
    private String to = "";

    @Option(names = "--limit", paramLabel = "N", description = "Take no more than this many articles.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--ignore",
            paramLabel = "FIELD",
            description = "A field of events that may differ, such as confidence or rule; may be given several times.")
    private Set<String> ignored = Set.of();

    @Option(
            names = "--format",
            defaultValue = "table",
            description = "table (readable lines) or jsonl (one difference a line); default ${DEFAULT-VALUE}.")
    private DifferenceFormat format = DifferenceFormat.TABLE;

    @Override
    public Integer call() throws InterruptedException {
        Bound begin = bound("--from", from, new Bound.Beginning());
        Bound end = bound("--to", to, new Bound.End());
        PipelineConfig config = kafka.connected();
        try (Topics topics = config.topics();
                TopicScan scan = new TopicScan(config)) {
            warnOfBacklog(config, topics);
            ArticleIntake intake = new ArticleIntake(Math.toIntExact(config.number(Setting.ARTICLE_LIMIT)));
            ArticleRange range = ArticleRange.read(scan, topics.articles(), intake, begin, end, limit);
            PublishedEvents published =
                    PublishedEvents.read(scan, topics, range.articles().keySet());
            return compare(range, published) ? 0 : 1;
        } catch (KafkaException e) {
            throw new CommandFailure(
                    config.withoutSecrets(
                            "The topics cannot be read: " + e.getMessage() + "; tocsin doctor finds out why"),
                    e);
        }
    }

    private Bound bound(String option, String text, Bound byDefault) {
        try {
            return text.isEmpty() ? byDefault : Bound.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }

    private void warnOfBacklog(PipelineConfig config, Topics topics) throws InterruptedException {
        try (Backlog backlog = new Backlog(config, topics.articles().name())) {
            long records = backlog.records();
            if (records > 0) {
                err().println("tocsin: the pipeline " + Printable.line(config.applicationId()) + " has " + records
                        + " records still to read; what it has not coded yet shows as added");
            }
        }
    }

    /** Prints the differences and says whether every article could be coded. */
    private boolean compare(ArticleRange range, PublishedEvents published) {
        Coder coder = EnglishNews.coder();
        EventComparison comparison = new EventComparison(ignored);
        DifferenceCounts counts = new DifferenceCounts();
        boolean allCoded = true;
        try (Progress progress = Progress.start("articles", err())) {
            for (Map.Entry<String, Optional<NewsArticle>> article :
                    range.articles().entrySet()) {
                try {
                    List<JsonNode> coded = code(coder, article.getValue());
                    List<EventDifference> differences = comparison.compare(published.of(article.getKey()), coded);
                    counts.add(
                            coded.stream()
                                    .map(event -> event.path("event_type").asText())
                                    .toList(),
                            differences);
                    differences.forEach(difference -> format.print(difference).forEach(out()::println));
                } catch (UncodedArticle e) {
                    allCoded = false;
                    err().println("tocsin: " + Printable.line(String.valueOf(e.getMessage())));
                }
                progress.step();
            }
        }
        tellCounts(range, published, counts);
        return allCoded;
    }

    private static List<JsonNode> code(Coder coder, Optional<NewsArticle> article) {
        List<JsonNode> events = new ArrayList<>();
        article.ifPresent(given -> UncodedArticle.code(coder, given).forEach(event -> events.add(PlainJson.of(event))));
        return events;
    }

    private void tellCounts(ArticleRange range, PublishedEvents published, DifferenceCounts counts) {
        TextTable table = new TextTable(List.of("type", "same", "added", "gone", "changed"));
        counts.byType().forEach((type, row) -> table.add(row(type, row)));
        table.add(row("all", counts.sum()));
        PrintWriter to = format == DifferenceFormat.TABLE ? out() : err();
        table.lines().forEach(to::println);
        err().println(range.articles().size() + " articles coded again"
                + (range.superseded() == 0
                        ? ""
                        : "; " + range.superseded() + " left out, which have a later version behind the range")
                + (range.unreadable() == 0
                        ? ""
                        : "; " + range.unreadable() + " records are no articles (see the dead letters)")
                + (published.unreadable() == 0
                        ? ""
                        : "; " + published.unreadable() + " records of events cannot be read"));
        out().flush();
        err().flush();
    }

    private static List<String> row(String type, DifferenceCounts.Row row) {
        return List.of(
                type,
                Integer.toString(row.same()),
                Integer.toString(row.added()),
                Integer.toString(row.gone()),
                Integer.toString(row.changed()));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
