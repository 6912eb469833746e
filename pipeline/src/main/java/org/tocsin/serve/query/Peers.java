package org.tocsin.serve.query;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.Placement;

/**
 * The other instances, over HTTP with connections that are kept. One that fails or is too slow is out of favour for
 * {@link #DISFAVOUR}: meanwhile one question in that time is tried on it, the others go elsewhere first. Thread-safe.
 */
public final class Peers {
    /** Path that questions are posted to. */
    public static final String PATH = "/internal/v1/questions";

    /** Header with the secret that instances share. */
    public static final String TOKEN_HEADER = "Tocsin-Internal-Token";

    static final Duration DISFAVOUR = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(Peers.class);
    private static final Duration CONNECTING = Duration.ofMillis(500);

    private final HttpClient client;
    private final String token;
    private final String scheme;
    private final LongSupplier nanos;
    private final ConcurrentMap<Placement.Address, Long> failedAt = new ConcurrentHashMap<>();

    /**
     * No peer known yet.
     *
     * @param token the secret that instances share; empty where there is none
     * @param tls what is trusted where they speak HTTPS; nothing where they speak HTTP
     * @param executor runs what follows an answer
     * @param nanos a clock that only goes forward
     */
    Peers(String token, Optional<SSLContext> tls, Executor executor, LongSupplier nanos) {
        this.token = token;
        this.scheme = tls.isPresent() ? "https://" : "http://";
        this.nanos = nanos;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECTING)
                .executor(executor);
        tls.ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** Whether a question should go elsewhere first. Says no once in {@link #DISFAVOUR}, so that a peer that is well again is found. */
    boolean outOfFavour(Placement.Address peer) {
        Long failed = failedAt.get(peer);
        if (failed == null) {
            return false;
        }
        long now = nanos.getAsLong();
        return now - failed < DISFAVOUR.toNanos() || !failedAt.replace(peer, failed, now);
    }

    /**
     * Puts a question to a peer; the future fails where it does not answer in time.
     *
     * @param limit how long it may take in all
     */
    CompletableFuture<Reply> ask(Placement.Address peer, Question question, Set<Integer> partitions, Duration limit) {
        byte[] body = QuestionCodec.write(new QuestionCodec.Asked(question, partitions));
        HttpRequest request = HttpRequest.newBuilder(URI.create(scheme + peer + PATH))
                .timeout(limit)
                .header("Content-Type", "application/json")
                .header(TOKEN_HEADER, token)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                // the limit of the request ends with the head of the answer
                .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(Peers::read)
                .whenComplete((reply, error) -> note(peer, error));
    }

    private static Reply read(HttpResponse<byte[]> response) {
        if (response.statusCode() != 200) {
            throw new CompletionException(new IOException("The status is " + response.statusCode()));
        }
        try {
            return ReplyCodec.read(response.body());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private void note(Placement.Address peer, @Nullable Throwable error) {
        if (error == null) {
            failedAt.remove(peer);
        } else if (failedAt.put(peer, nanos.getAsLong()) == null) {
            LOG.warn("The instance {} does not answer: {}", peer, error.toString());
        }
    }
}
