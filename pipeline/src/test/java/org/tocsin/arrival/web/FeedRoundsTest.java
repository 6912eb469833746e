package org.tocsin.arrival.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.arrival.Arrival;
import org.tocsin.article.NewsArticle;

/** When feeds are asked. */
class FeedRoundsTest {
    private static final FeedOutlet NOWHERE = new FeedOutlet() {
        @Override
        public boolean wants(Arrival.Found found) {
            return true;
        }

        @Override
        public CompletableFuture<?> send(NewsArticle article) {
            return CompletableFuture.completedFuture(article);
        }

        @Override
        public void flush() {}

        @Override
        public void tell(String where, String reason) {}
    };

    @TempDir
    Path folder;

    private final Pastime time = new Pastime();
    private LocalOutlet outlet;
    private Fetcher fetcher;
    private SeenItems seen;

    @BeforeEach
    void start() throws IOException {
        outlet = LocalOutlet.start();
        fetcher = Fetcher.open(Reach.ANY, "Tocsin/test", Duration.ofSeconds(5), Clock.systemUTC());
        seen = SeenItems.open(folder);
    }

    @AfterEach
    void stop() throws IOException {
        seen.close();
        fetcher.close();
        outlet.close();
    }

    /** Waits between the attempts at one feed, the first one apart; pauses between requests to the host are no longer than 1 s. */
    private List<Duration> waits(int attempts, String path) throws Exception {
        PoliteFetcher web = new PoliteFetcher(fetcher, time, Duration.ofSeconds(1));
        FeedRounds rounds =
                new FeedRounds(new FeedPoller(web, PageTexts.OF_FEED, NOWHERE), seen, time, Duration.ofMinutes(5));
        List<PollOutcome> outcomes = new ArrayList<>();
        rounds.run(List.of(outlet.uri(path)), (feed, outcome) -> {
            outcomes.add(outcome);
            return outcomes.size() < attempts;
        });
        return time.waits().stream()
                .filter(wait -> wait.compareTo(Duration.ofSeconds(1)) > 0)
                .toList();
    }

    @Test
    void aFeedThatAnswersIsAskedAtItsInterval() throws Exception {
        outlet.serve(
                "/feed",
                "text/xml",
                "<rss version=\"2.0\"><channel><title>F</title><link>http://a/</link><description>d</description></channel></rss>");

        // 5 minutes and a tenth of them: half of the longest jitter
        assertThat(waits(3, "/feed")).containsExactly(Duration.ofSeconds(330), Duration.ofSeconds(330));
    }

    @Test
    void aFeedThatFailsIsAskedLessAndLessOftenAndAtLeastEverySixHours() throws Exception {
        List<Duration> waits = waits(10, "/missing");

        assertThat(waits.subList(0, 3))
                .containsExactly(Duration.ofMinutes(11), Duration.ofMinutes(22), Duration.ofMinutes(44));
        assertThat(waits.get(waits.size() - 1)).isEqualTo(Duration.ofMinutes(396));
    }

    @Test
    void aFeedThatAsksToWaitIsLeftAlone() throws Exception {
        outlet.answer("/feed", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7200");
            exchange.sendResponseHeaders(429, -1);
        });

        assertThat(waits(2, "/feed")).containsExactly(Duration.ofHours(2));
    }

    @Test
    void aFeedThatIsDueIsAskedBeforeOneThatFails() throws Exception {
        outlet.serve(
                "/good",
                "text/xml",
                "<rss version=\"2.0\"><channel><title>F</title><link>http://a/</link><description>d</description></channel></rss>");
        PoliteFetcher web = new PoliteFetcher(fetcher, time, Duration.ofSeconds(1));
        FeedRounds rounds =
                new FeedRounds(new FeedPoller(web, PageTexts.OF_FEED, NOWHERE), seen, time, Duration.ofMinutes(5));
        List<URI> asked = new ArrayList<>();

        rounds.run(List.of(outlet.uri("/bad"), outlet.uri("/good")), (feed, outcome) -> {
            asked.add(feed);
            return asked.size() < 5;
        });

        assertThat(asked.subList(2, 5)).containsExactly(outlet.uri("/good"), outlet.uri("/bad"), outlet.uri("/good"));
    }
}
