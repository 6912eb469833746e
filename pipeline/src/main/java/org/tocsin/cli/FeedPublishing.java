package org.tocsin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.web.FeedOutlet;
import org.tocsin.arrival.web.FeedPoller;
import org.tocsin.arrival.web.FeedRounds;
import org.tocsin.arrival.web.Fetcher;
import org.tocsin.arrival.web.Pauses;
import org.tocsin.arrival.web.PoliteFetcher;
import org.tocsin.arrival.web.PollOutcome;
import org.tocsin.arrival.web.SeenItems;
import org.tocsin.article.NewsArticle;

/** Publishes what feeds bring to the articles topic. */
final class FeedPublishing {
    private static final Duration ONE_DOCUMENT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_REQUESTS = Duration.ofSeconds(1);

    private final FeedOptions options;
    private final Predicate<Arrival.Found> wanted;
    private final PrintWriter err;

    /**
     * Publishing from feeds.
     *
     * @param wanted which articles are published
     * @param err where it is told what happens
     */
    FeedPublishing(FeedOptions options, Predicate<Arrival.Found> wanted, PrintWriter err) {
        this.options = options;
        this.wanted = wanted;
        this.err = err;
    }

    /** Publishes, for ever or once, and says whether all went well. */
    boolean run(ArticlePublisher publisher) throws InterruptedException {
        List<URI> feeds = options.feeds();
        Pauses pauses = new Waiting();
        try (SeenItems seen = SeenItems.open(options.state());
                Fetcher fetcher = Fetcher.open(options.reach(), agent(), ONE_DOCUMENT, Clock.systemUTC())) {
            PoliteFetcher web = new PoliteFetcher(fetcher, pauses, BETWEEN_REQUESTS);
            FeedPoller poller = new FeedPoller(web, options.texts(), new Outlet(publisher));
            FeedRounds rounds = new FeedRounds(poller, seen, pauses, options.every());
            if (options.once()) {
                return once(rounds, feeds);
            }
            rounds.run(feeds, (feed, outcome) -> {
                tell(feed, outcome);
                return true;
            });
            return true;
        } catch (IOException e) {
            throw new CommandFailure("What was published from the feeds cannot be remembered: " + e.getMessage(), e);
        }
    }

    private boolean once(FeedRounds rounds, List<URI> feeds) throws IOException, InterruptedException {
        List<PollOutcome> outcomes = rounds.once(feeds);
        boolean well = true;
        for (int i = 0; i < outcomes.size(); i++) {
            tell(feeds.get(i), outcomes.get(i));
            well &= outcomes.get(i) instanceof PollOutcome.Read read && read.refused() == 0 && read.unsent() == 0;
        }
        return well;
    }

    private void tell(URI feed, PollOutcome outcome) {
        if (outcome instanceof PollOutcome.Failed failed) {
            say("tocsin: " + feed + ": " + failed.reason());
        } else if (outcome instanceof PollOutcome.Read read && read.published() + read.unsent() > 0) {
            say(read.published() + " articles from " + feed
                    + (read.unsent() == 0 ? "" : ", " + read.unsent() + " not accepted by Kafka; they are sent again"));
        }
    }

    private void say(String line) {
        err.println(Printable.line(line));
        err.flush();
    }

    /** What outlets are told who asks. */
    static String agent() {
        return "Tocsin/" + Version.number().replaceAll("[^\\w.-]", "") + " (reads news feeds; robots.txt name: "
                + PoliteFetcher.ROBOT + ")";
    }

    private final class Outlet implements FeedOutlet {
        private final ArticlePublisher publisher;

        Outlet(ArticlePublisher publisher) {
            this.publisher = publisher;
        }

        @Override
        public boolean wants(Arrival.Found found) {
            return wanted.test(found);
        }

        @Override
        public CompletableFuture<?> send(NewsArticle article) {
            return publisher.publish(article);
        }

        @Override
        public void flush() {
            publisher.flush();
        }

        @Override
        public void tell(String where, String reason) {
            say("tocsin: " + where + ": " + reason);
        }
    }

    private static final class Waiting implements Pauses {
        private final Clock clock = Clock.systemUTC();

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public void until(Instant time) throws InterruptedException {
            Thread.sleep(Math.max(0, Duration.between(now(), time).toMillis()));
        }

        @Override
        public double jitter() {
            return ThreadLocalRandom.current().nextDouble();
        }
    }
}
