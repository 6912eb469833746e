package org.tocsin.arrival.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.arrival.Arrival;
import org.tocsin.arrival.Limits;
import org.tocsin.article.NewsArticle;

/** Feeds through a web server on this machine. */
class FeedPollerTest {
    @TempDir
    Path folder;

    private final Pastime time = new Pastime();
    private final Recorder recorder = new Recorder();
    private LocalOutlet outlet;
    private Fetcher fetcher;
    private SeenItems seen;

    private static final class Recorder implements FeedOutlet {
        private final List<NewsArticle> sent = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private boolean confirms = true;

        @Override
        public boolean wants(Arrival.Found found) {
            return !"ru".equals(found.language());
        }

        @Override
        public CompletableFuture<?> send(NewsArticle article) {
            sent.add(article);
            return confirms
                    ? CompletableFuture.completedFuture(article)
                    : CompletableFuture.failedFuture(new IOException("no broker"));
        }

        @Override
        public void flush() {}

        @Override
        public void tell(String where, String reason) {
            told.add(where + ": " + reason);
        }

        List<String> ids() {
            return sent.stream().map(NewsArticle::id).toList();
        }
    }

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

    private FeedPoller poller(PageTexts texts) {
        return new FeedPoller(new PoliteFetcher(fetcher, time, Duration.ofSeconds(1)), texts, recorder);
    }

    private PollOutcome poll(URI feed) throws Exception {
        return poller(PageTexts.OF_FEED).poll(feed, seen.of(feed));
    }

    private PollOutcome poll() throws Exception {
        return poll(outlet.uri("/feed"));
    }

    private static String item(int number, String text) {
        return "<item><guid>urn:item:" + number + "</guid><title>T" + number + "</title><link>http://127.0.0.1/"
                + number + "</link><description>" + text + "</description></item>";
    }

    private static String feed(String... items) {
        return "<rss version=\"2.0\"><channel><title>Local</title><link>http://127.0.0.1/</link><description>d</description>"
                + String.join("", items) + "</channel></rss>";
    }

    private String failure() throws Exception {
        PollOutcome outcome = poll();
        assertThat(outcome).isInstanceOf(PollOutcome.Failed.class);
        assertThat(recorder.sent).isEmpty();
        return ((PollOutcome.Failed) outcome).reason();
    }

    @Test
    void newItemsAreSentTheOldestFirstAndOnce() throws Exception {
        outlet.serve("/feed", "application/rss+xml", feed(item(2, "Second."), item(1, "First.")));

        assertThat(poll()).isEqualTo(new PollOutcome.Read(2, 0, 0));
        assertThat(poll()).isEqualTo(new PollOutcome.Read(0, 0, 0));

        assertThat(recorder.ids()).containsExactly("urn:item:1", "urn:item:2");
        assertThat(outlet.agents()).containsOnly("Tocsin/test");
    }

    @Test
    void aRestartSendsNothingTwice() throws Exception {
        outlet.serve("/feed", "application/rss+xml", feed(item(1, "First.")));
        poll();
        seen.close();

        seen = SeenItems.open(folder);
        outlet.serve("/feed", "application/rss+xml", feed(item(2, "Second."), item(1, "First.")));
        poll();

        assertThat(recorder.ids()).containsExactly("urn:item:1", "urn:item:2");
    }

    @Test
    void aLineThatACrashCutOffIsForgottenAndTheRestKept() throws Exception {
        outlet.serve("/feed", "application/rss+xml", feed(item(1, "First.")));
        poll();
        Path file = memoryFile();
        Files.writeString(file, "{\"item\":\"abc", StandardOpenOption.APPEND);

        assertThat(poll()).isEqualTo(new PollOutcome.Read(0, 0, 0));
        outlet.serve("/feed", "application/rss+xml", feed(item(2, "Second."), item(1, "First.")));
        poll();
        poll();

        assertThat(recorder.ids()).containsExactly("urn:item:1", "urn:item:2");
        assertThat(Files.readString(file)).doesNotContain("\"abc").endsWith("}\n");
    }

    @Test
    void aDamagedMemoryIsNamedAndNotGuessed() throws Exception {
        outlet.serve("/feed", "application/rss+xml", feed(item(1, "First.")));
        poll();
        Files.writeString(memoryFile(), "rubbish\n{}\n");

        assertThatThrownBy(this::poll)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged in line 1")
                .hasMessageContaining("delete it");
    }

    private Path memoryFile() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void whatKafkaDidNotConfirmIsSentAgain() throws Exception {
        outlet.answer("/feed", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            byte[] body = feed(item(1, "First.")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        recorder.confirms = false;
        assertThat(poll()).isEqualTo(new PollOutcome.Read(0, 0, 1));
        assertThat(seen.of(outlet.uri("/feed")).etag()).isNull();

        recorder.confirms = true;
        assertThat(poll()).isEqualTo(new PollOutcome.Read(1, 0, 0));

        assertThat(seen.of(outlet.uri("/feed")).etag()).isEqualTo("\"v1\"");
        assertThat(recorder.ids()).containsExactly("urn:item:1", "urn:item:1");
    }

    @Test
    void anItemWhoseTextChangedIsSentAgain() throws Exception {
        outlet.serve("/feed", "application/rss+xml", feed(item(1, "Two were killed.")));
        poll();
        outlet.serve("/feed", "application/rss+xml", feed(item(1, "Three were killed.")));
        poll();

        assertThat(recorder.sent)
                .extracting(NewsArticle::text)
                .containsExactly("Two were killed.", "Three were killed.");
    }

    @Test
    void anUnchangedFeedIsAskedForWithItsTagAndNotSentAgain() throws Exception {
        List<String> tags = new ArrayList<>();
        outlet.answer("/feed", exchange -> {
            String tag = exchange.getRequestHeaders().getFirst("If-None-Match");
            tags.add(String.valueOf(tag));
            if ("\"v1\"".equals(tag)) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            exchange.getResponseHeaders().add("Last-Modified", "Wed, 18 Nov 2026 10:00:00 GMT");
            byte[] body = feed(item(1, "First.")).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });

        poll();
        poll();

        assertThat(tags).containsExactly("null", "\"v1\"");
        assertThat(recorder.ids()).hasSize(1);
        assertThat(seen.of(outlet.uri("/feed")).lastModified()).isEqualTo("Wed, 18 Nov 2026 10:00:00 GMT");
    }

    @Test
    void anItemThatIsNoArticleIsToldOnceAndDoesNotStopTheOthers() throws Exception {
        outlet.serve("/feed", "application/rss+xml", feed(item(1, ""), item(2, "Second.")));

        assertThat(poll()).isEqualTo(new PollOutcome.Read(1, 1, 0));
        assertThat(poll()).isEqualTo(new PollOutcome.Read(0, 0, 0));

        assertThat(recorder.told).hasSize(1);
        assertThat(recorder.told.get(0)).contains("/feed item 1: its text is empty");
    }

    @Test
    void theCharacterSetOfTheAnswerCounts() throws Exception {
        String rss = feed(item(1, "Удар по порту."));
        outlet.serve("/feed", "text/xml; charset=windows-1251", rss.getBytes(Charset.forName("windows-1251")));

        poll();

        assertThat(recorder.sent).extracting(NewsArticle::text).containsExactly("Удар по порту.");
    }

    @Test
    void compressedAnswersAreUnpackedAndBrokenOnesNamed() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(feed(item(1, "First.")).getBytes(StandardCharsets.UTF_8));
        }
        serveGzip(Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        assertThat(failure()).isEqualTo("its compressed data are broken or cut off");

        serveGzip(packed.toByteArray());
        poll();

        assertThat(recorder.ids()).containsExactly("urn:item:1");
    }

    private void serveGzip(byte[] bytes) {
        outlet.answer("/feed", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    @Test
    void aPageInPlaceOfTheFeedIsNamedSo() throws Exception {
        outlet.serve("/feed", "text/html", "<!doctype html><html><body>Please sign in</body></html>");

        assertThat(failure()).contains("a page (HTML), not a feed");
    }

    @Test
    void brokenXmlIsNamedWithItsLine() throws Exception {
        outlet.serve("/feed", "text/xml", "<rss version=\"2.0\">\n<channel>");

        assertThat(failure()).startsWith("line 2: it is not well-formed XML");
    }

    @Test
    void aMissingFeedIsNamedWithItsStatus() throws Exception {
        assertThat(failure()).isEqualTo("it answered 404");
    }

    @Test
    void anAnswerThatIsTooLongIsBrokenOff() throws Exception {
        outlet.answer("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[1 << 20];
            for (int i = 0; i < Limits.DOCUMENT_BYTES / part.length + 2; i++) {
                exchange.getResponseBody().write(part);
            }
        });

        assertThat(failure()).contains("longer than 32 MB");
    }

    @Test
    void anAnswerThatIsShorterThanItSaysIsNotTaken() throws Exception {
        String body = feed(item(1, "First."));
        String tooShort = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + (body.length() + 500)
                + "\r\n\r\n" + body;

        assertThat(reasonOf(tooShort, Ending.CLOSED)).contains("cut off");
        assertThat(reasonOf(tooShort, Ending.BROKEN_OFF)).contains("cut off");
    }

    /** The end of such an answer is told by that of the connection alone. */
    @Test
    void anAnswerWithoutLengthThatBreaksOffIsNotTaken() throws Exception {
        String answer =
                "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nConnection: close\r\n\r\n" + feed(item(1, "First."));

        assertThat(reasonOf(answer, Ending.BROKEN_OFF)).contains("cut off");
    }

    private enum Ending {
        CLOSED,
        BROKEN_OFF
    }

    /** What is wrong with a raw answer. */
    private String reasonOf(String answer, Ending ending) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread answering = new Thread(() -> answerRaw(server, answer, ending));
            answering.setDaemon(true);
            answering.start();

            PollOutcome outcome = poll(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/feed"));

            assertThat(outcome).isInstanceOf(PollOutcome.Failed.class);
            assertThat(recorder.sent).isEmpty();
            return ((PollOutcome.Failed) outcome).reason();
        }
    }

    /** Answers robots.txt with 404 and the feed as it is told. */
    private static void answerRaw(ServerSocket server, String answer, Ending ending) {
        try {
            for (String one : List.of("HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n", answer)) {
                try (Socket client = server.accept()) {
                    byte[] head = new byte[4096];
                    assertThat(client.getInputStream().read(head)).isPositive();
                    client.getOutputStream().write(one.getBytes(StandardCharsets.UTF_8));
                    client.setSoLinger(ending == Ending.BROKEN_OFF && one.equals(answer), 0);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void redirectsAreFollowedButNotForEver() throws Exception {
        outlet.serve("/new", "text/xml", feed(item(1, "First.")));
        redirect("/feed", "/new");
        poll();
        assertThat(recorder.ids()).containsExactly("urn:item:1");

        redirect("/feed", "/feed");
        PollOutcome outcome = poll();

        assertThat(((PollOutcome.Failed) outcome).reason()).contains("redirects more than 5 times");
    }

    private void redirect(String from, String to) {
        outlet.answer(from, exchange -> {
            exchange.getResponseHeaders().add("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    @Test
    void aRedirectToAFileIsRefused() throws Exception {
        redirect("/feed", "file:///etc/passwd");

        assertThat(failure()).contains("redirects to an address that is refused", "only http and https");
    }

    @Test
    void addressesOfThisMachineAreRefusedUnlessAllowed() throws Exception {
        outlet.serve("/feed", "text/xml", feed(item(1, "First.")));
        fetcher.close();
        fetcher = Fetcher.open(Reach.PUBLIC, "Tocsin/test", Duration.ofSeconds(5), Clock.systemUTC());

        assertThat(failure()).contains("127.0.0.1", "no public address", "--allow-private");
        assertThat(outlet.asked()).isEmpty();
    }

    @Test
    void whatRobotsForbidIsNotAskedFor() throws Exception {
        outlet.serve("/feed", "text/xml", feed(item(1, "First.")));
        outlet.serve("/robots.txt", "text/plain", "User-agent: tocsin\nDisallow: /feed\n\nUser-agent: *\nAllow: /\n");

        assertThat(failure()).contains("robots.txt forbids it");
        assertThat(outlet.asked()).isEmpty();
    }

    @Test
    void robotsThatCannotBeHadForbidAllForNow() throws Exception {
        outlet.serve("/feed", "text/xml", feed(item(1, "First.")));
        outlet.answerStatus("/robots.txt", 500);

        assertThat(failure()).contains("robots.txt cannot be had");
    }

    @Test
    void oneHostIsNotAskedFasterThanRobotsAllow() throws Exception {
        outlet.serve("/feed", "text/xml", feed(item(1, "First.")));
        outlet.serve("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 7\n");
        FeedPoller poller = poller(PageTexts.OF_FEED);
        URI feed = outlet.uri("/feed");

        poller.poll(feed, seen.of(feed));
        poller.poll(feed, seen.of(feed));

        assertThat(time.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(7));
    }

    @Test
    void theTextOfAPageStandsForASummary() throws Exception {
        String page = "<html><head><title>T</title></head><body><article>"
                + "<p>Shells hit the market of Gao on Monday, killing nine traders and wounding thirty, the army said.</p>"
                + "<p>The wounded were flown to Bamako, where a hospital had asked for blood, a doctor told reporters.</p>"
                + "</article></body></html>";
        outlet.serve("/1", "text/html", page);
        String items = item(1, "Shells hit a market.")
                        .replace("http://127.0.0.1/1", outlet.uri("/1").toString())
                + item(2, "Only a summary.")
                        .replace("http://127.0.0.1/2", outlet.uri("/2").toString());
        outlet.serve("/feed", "text/xml", feed(items));
        URI feed = outlet.uri("/feed");

        poller(PageTexts.OF_PAGE).poll(feed, seen.of(feed));

        assertThat(recorder.sent).extracting(NewsArticle::text).hasSize(2).contains("Only a summary.");
        assertThat(recorder.sent.get(1).text()).contains("killing nine traders", "\n\nThe wounded");
        assertThat(recorder.told).hasSize(1);
        assertThat(recorder.told.get(0)).contains("the summary stands for it", "404");
    }

    @Test
    void articlesInAnotherLanguageAreLeftOutForGood() throws Exception {
        String russian = feed(item(1, "Удар.")).replace("<title>Local", "<language>ru</language><title>Local");
        outlet.serve("/feed", "text/xml", russian);

        assertThat(poll()).isEqualTo(new PollOutcome.Read(0, 0, 0));
        assertThat(recorder.sent).isEmpty();
    }

    @Test
    void twoProcessesCannotUseOneFolder() {
        assertThatThrownBy(() -> SeenItems.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another process");
    }
}
