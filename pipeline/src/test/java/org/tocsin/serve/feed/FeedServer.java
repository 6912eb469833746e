package org.tocsin.serve.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;

/** The operations of changes over HTTP, with topics in memory. */
final class FeedServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    final MemorySource source = new MemorySource();
    final LiveFeed feed;
    private final StreamResource stream;
    private final ApiServer server;

    FeedServer(int kept, int subscribers, Duration heartbeat) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
        Sieves sieves = new Sieves(id -> Optional.empty());
        feed = new LiveFeed(source, kept, Long.MAX_VALUE);
        stream = new StreamResource(feed, sieves, clock, subscribers, heartbeat);
        server = ApiServer.start(
                ApiSettings.on("127.0.0.1", 0), List.of(stream, new ChangesResource(feed, sieves, clock)));
    }

    /** Starts the feed and waits until it follows. */
    FeedServer following() {
        feed.start();
        await(feed::ready);
        return this;
    }

    static void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + LIMIT.toSeconds() + " s");
            }
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
    }

    int port() {
        return server.port();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    EventStreamClient stream(String query) throws Exception {
        return EventStreamClient.connect(uri("/v1/stream" + query), Optional.empty());
    }

    EventStreamClient resume(String query, String lastEventId) throws Exception {
        return EventStreamClient.connect(uri("/v1/stream" + query), Optional.of(lastEventId));
    }

    HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri(path)).timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        feed.close();
        stream.close();
        server.close();
    }
}
