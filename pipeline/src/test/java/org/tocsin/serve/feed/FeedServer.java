package org.tocsin.serve.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.serve.Resource;

/** The operations of changes over HTTP, with topics in memory. */
public final class FeedServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    final MemorySource source = new MemorySource();
    final LiveFeed feed;
    private final StreamResource stream;
    private final ApiServer server;

    /** A server of changes alone. */
    public FeedServer(int kept, int subscribers, Duration heartbeat) {
        this(kept, subscribers, heartbeat, List.of());
    }

    /**
     * A server.
     *
     * @param kept how many changes it remembers
     * @param others what it answers besides
     */
    public FeedServer(int kept, int subscribers, Duration heartbeat, List<Resource> others) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
        Sieves sieves = new Sieves(id -> Optional.empty());
        feed = new LiveFeed(source, kept, Long.MAX_VALUE);
        stream =
                new StreamResource(feed, sieves, clock, new StreamResource.Limits(subscribers, subscribers), heartbeat);
        List<Resource> resources = new ArrayList<>(List.of(stream, new ChangesResource(feed, sieves, clock)));
        resources.addAll(others);
        server = ApiServer.start(ApiSettings.on("127.0.0.1", 0), resources);
    }

    /** Appends the version of an event or incident; null retracts it. */
    public void tell(String id, FeedCollection collection, @Nullable SpecificRecord item) {
        TopicLog log = collection == FeedCollection.EVENTS ? source.events : source.incidents;
        log.append(id, item, false);
    }

    /** Waits until it has read all events, then deletes all but the last so many of each partition. */
    public void forgetEvents(int last) {
        await(() -> feed.now(FeedCollection.EVENTS).equals(source.events.now()));
        source.events.keep(last);
    }

    /** Starts the feed and waits until it follows. */
    public FeedServer following() {
        feed.start();
        await(feed::ready);
        return this;
    }

    public static void await(java.util.function.BooleanSupplier condition) {
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

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    public EventStreamClient stream(String query) throws Exception {
        return EventStreamClient.connect(uri("/v1/stream" + query), Optional.empty());
    }

    public EventStreamClient resume(String query, String lastEventId) throws Exception {
        return EventStreamClient.connect(uri("/v1/stream" + query), Optional.of(lastEventId));
    }

    public HttpResponse<String> get(String path) throws Exception {
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
