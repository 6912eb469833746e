package org.tocsin.serve.feed;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.serve.Operation;
import org.tocsin.serve.Parameter;
import org.tocsin.serve.Problem;
import org.tocsin.serve.QueryParameters;
import org.tocsin.serve.Reply;
import org.tocsin.serve.Resource;
import org.tocsin.serve.access.Caller;

/** {@code /v1/stream}: changes as they come, as server-sent events. Each subscriber has a thread, so their number is bounded. */
public final class StreamResource implements Resource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamResource.class);
    static final String EVENT_STREAM = "text/event-stream";

    private final LiveFeed feed;
    private final Sieves sieves;
    private final Clock clock;
    private final Duration heartbeat;
    private final Places places;
    private final ThreadPoolExecutor threads;

    /**
     * How many subscribers there may be.
     *
     * @param all in all
     * @param each of one caller, where callers are counted
     */
    public record Limits(int all, int each) {}

    /**
     * The operation.
     *
     * @param sieves makes what selects
     * @param clock says what today is
     * @param limits how many subscribers at a time
     * @param heartbeat a comment line is sent when nothing was for so long
     */
    public StreamResource(LiveFeed feed, Sieves sieves, Clock clock, Limits limits, Duration heartbeat) {
        this.feed = feed;
        this.sieves = sieves;
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.places = new Places(limits.each());
        this.threads = new ThreadPoolExecutor(
                0, limits.all(), 10, TimeUnit.SECONDS, new SynchronousQueue<>(), StreamResource::thread);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "event-stream");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Operation operation() {
        List<Parameter<?>> parameters = new ArrayList<>(
                List.of(FeedParameters.COLLECTION, FeedParameters.LAST_EVENT_ID_HEADER, FeedParameters.LAST_EVENT_ID));
        parameters.addAll(FeedParameters.FILTER);
        return Operation.get(
                "/v1/stream",
                "Changes as they come: server-sent events that can be resumed where they broke off.",
                parameters,
                Reply.ok(
                        "Messages hello (first; its id is the present position), upsert {id, item}, delete {id}, reset"
                                + " (what lies between is lost: load anew), cut (you were too slow) and end; a comment"
                                + " line at least every 15 s. The id of each is the position behind it.",
                        EVENT_STREAM,
                        FeedSchemas.stream()),
                Reply.badRequest(),
                Reply.unavailable());
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        FeedCollection collection = FeedParameters.collection(parameters);
        Sieve sieve = sieves.of(FeedParameters.filter(parameters, clock));
        String after = lastEventId(ctx, parameters).orElse(null);
        Opened opened = open(collection, after, sieve);
        ctx.contentType(EVENT_STREAM).header("Cache-Control", "no-cache").header("X-Accel-Buffering", "no");
        ctx.future(() -> begin(opened, ctx));
    }

    /**
     * A subscription as it begins.
     *
     * @param lost why it does not begin where it was asked to; null where it does
     */
    private record Opened(
            FeedCollection collection,
            Sieve sieve,
            Subscription subscription,
            @Nullable String lost) {}

    /** A browser repeats the parameter of the first connection, but sends the header with what it saw last. */
    private static Optional<String> lastEventId(Context ctx, QueryParameters parameters) {
        String header = ctx.header(FeedParameters.LAST_EVENT_ID_HEADER.name());
        return header == null || header.isBlank()
                ? parameters.find(FeedParameters.LAST_EVENT_ID)
                : Optional.of(header.strip());
    }

    private Opened open(FeedCollection collection, @Nullable String after, Sieve sieve) {
        try {
            return new Opened(collection, sieve, feed.subscribe(collection, after, sieve), null);
        } catch (PositionLost e) {
            return new Opened(collection, sieve, feed.subscribe(collection, null, sieve), e.getMessage());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("The id of the last message is none of " + collection.collection() + ": "
                    + e.getMessage() + "; leave it out to begin with what comes now");
        }
    }

    private CompletableFuture<?> begin(Opened opened, Context ctx) {
        Runnable leave = places.enter(ctx.attribute(Caller.ATTRIBUTE));
        CompletableFuture<Void> end = new CompletableFuture<>();
        try {
            OutputStream out = ctx.res().getOutputStream();
            threads.execute(() -> {
                try {
                    write(opened, new EventStreamWriter(out, heartbeat));
                } finally {
                    leave.run();
                    end.complete(null);
                }
            });
        } catch (RejectedExecutionException e) {
            leave.run();
            throw Problem.unavailable("There are already " + threads.getMaximumPoolSize() + " subscribers here");
        } catch (IOException e) {
            leave.run();
            throw new IllegalStateException("The answer cannot be opened", e);
        }
        return end;
    }

    private void write(Opened opened, EventStreamWriter writer) {
        try {
            if (opened.lost() != null) {
                writer.reset(opened.lost());
            }
            follow(opened, writer);
        } catch (IOException e) {
            LOG.debug("A subscriber is gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("A subscriber is let go: {}", e.toString());
            LOG.debug("The reason", e);
        }
    }

    private void follow(Opened opened, EventStreamWriter writer) throws IOException, InterruptedException {
        try (Subscription first = opened.subscription()) {
            writer.hello(opened.collection(), first.position());
            writer.follow(first);
            return;
        } catch (PositionLost e) {
            writer.reset(String.valueOf(e.getMessage()));
        }
        try (Subscription anew = feed.subscribe(opened.collection(), null, opened.sieve())) {
            writer.hello(opened.collection(), anew.position());
            writer.follow(anew);
        }
    }

    /** Subscribers now. */
    public int subscribers() {
        return threads.getActiveCount();
    }

    /** Ends the threads; close the feed first, so that subscribers are told. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
