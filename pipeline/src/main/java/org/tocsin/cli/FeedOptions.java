package org.tocsin.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tocsin.arrival.web.PageTexts;
import org.tocsin.arrival.web.Reach;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which feeds are published, and how they are asked. */
final class FeedOptions {
    private static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--feed",
            paramLabel = "URL",
            description =
                    "Ask this RSS or Atom feed again and again and publish what is new; may be given several times.")
    private List<URI> feeds = List.of();

    @Option(
            names = "--every",
            paramLabel = "SPAN",
            defaultValue = "5m",
            converter = SpanOfTime.class,
            description =
                    "Time between two looks at a feed, for example 30s, 5m or 2h; default ${DEFAULT-VALUE}. A feed that"
                            + " fails is asked less often, up to every 6 hours.")
    private Duration every = Duration.ofMinutes(5);

    @Option(names = "--once", description = "Ask each feed once and end; for cron and the like.")
    private boolean once;

    @Option(
            names = "--state",
            paramLabel = "FOLDER",
            description =
                    "Where it is remembered what was published; default .tocsin/feeds in your home folder. Use one folder"
                            + " for each Kafka that you publish to.")
    private Path state = Path.of(System.getProperty("user.home", "."), ".tocsin", "feeds");

    @Option(
            names = "--full-text",
            description = "Where a feed only has a summary, take the main text of the page that it leads to.")
    private boolean fullText;

    @Option(
            names = "--allow-private",
            description =
                    "Also ask addresses of this machine and of private networks. Only for feeds that you trust: they can"
                            + " make this program ask any address that it can reach.")
    private boolean allowPrivate;

    /** Whether any feed was named. */
    boolean areGiven() {
        return !feeds.isEmpty();
    }

    List<URI> feeds() {
        for (URI feed : feeds) {
            if (feed.getHost() == null || !("http".equals(feed.getScheme()) || "https".equals(feed.getScheme()))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "A feed must be an address that begins with http:// or https://, not " + feed);
            }
        }
        return feeds;
    }

    /** Time between two looks at a feed. */
    Duration every() {
        if (every.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--every must be " + SHORTEST_INTERVAL.toSeconds() + "s or more, so that no outlet is flooded");
        }
        return every;
    }

    boolean once() {
        return once;
    }

    Path state() {
        return state;
    }

    PageTexts texts() {
        return fullText ? PageTexts.OF_PAGE : PageTexts.OF_FEED;
    }

    Reach reach() {
        return allowPrivate ? Reach.ANY : Reach.PUBLIC;
    }
}
