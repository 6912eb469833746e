package org.tocsin.arrival.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Gets documents by HTTP and HTTPS within limits of size, time and redirects, from hosts within {@link Reach} alone, which is checked
 * again at each redirect and at the connection itself. Thread-safe.
 */
public final class Fetcher implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final Duration LONGEST_WAIT = Duration.ofHours(24);
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private final Reach reach;
    private final String agent;
    private final Duration limit;
    private final InstantSource clock;
    private final Gate gate;
    private final HttpClient client;

    private Fetcher(Reach reach, String agent, Duration limit, InstantSource clock, Gate gate, SSLContext tls) {
        this.reach = reach;
        this.agent = agent;
        this.limit = limit;
        this.clock = clock;
        this.gate = gate;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .proxy(ProxySelector.of(gate.address()))
                .sslContext(tls)
                .build();
    }

    /**
     * Opens the way out.
     *
     * @param agent what servers are told who asks, the value of {@code User-Agent}
     * @param limit how long one document may take in all, redirects apart
     */
    public static Fetcher open(Reach reach, String agent, Duration limit, InstantSource clock) throws IOException {
        try {
            return open(reach, agent, limit, clock, SSLContext.getDefault());
        } catch (NoSuchAlgorithmException e) {
            throw new IOException("this Java runtime has no usable TLS; look at its java.security", e);
        }
    }

    /** The same with certificates that are trusted in place of those of the Java runtime. */
    static Fetcher open(Reach reach, String agent, Duration limit, InstantSource clock, SSLContext tls)
            throws IOException {
        return new Fetcher(reach, agent, limit, clock, Gate.open(reach), tls);
    }

    /**
     * Gets a document.
     *
     * @param conditions headers such as {@code If-None-Match}
     * @param most how long it may be, in bytes, unpacked
     */
    public Fetched get(URI address, Map<String, String> conditions, int most) throws InterruptedException {
        URI at = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            String refusal = refusal(at);
            if (refusal != null) {
                return Fetched.Failed.because(
                        (hop == 0 ? "" : "it redirects to an address that is refused: ") + refusal);
            }
            Hop answer = ask(at, conditions, most);
            if (answer instanceof Hop.End end) {
                return end.fetched();
            }
            at = ((Hop.Further) answer).to();
        }
        return Fetched.Failed.because("it redirects more than " + MOST_REDIRECTS + " times; give the last address");
    }

    /** One step on the way to a document. */
    private sealed interface Hop {
        record Further(URI to) implements Hop {}

        record End(Fetched fetched) implements Hop {}
    }

    /** Why an address may not be asked; null where it may. */
    @Nullable
    String refusal(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return "only http and https are fetched";
        }
        String host = address.getHost();
        if (host == null || address.getUserInfo() != null) {
            return "the address must have a host, and no user name or password";
        }
        try {
            reach.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
            return null;
        } catch (UnknownHostException e) {
            return "its host is not known; correct the address or look after the name service";
        } catch (ForbiddenAddress e) {
            return e.getMessage();
        }
    }

    private Hop ask(URI address, Map<String, String> conditions, int most) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(limit)
                .header("User-Agent", agent)
                .header("Accept-Encoding", "gzip");
        conditions.forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.build(), head -> new LimitedBody(most));
        try {
            return read(address, answer.get(limit.toMillis(), TimeUnit.MILLISECONDS), most);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Hop.End(Fetched.Failed.because("it did not answer whole within " + limit.toSeconds() + " s"));
        } catch (ExecutionException e) {
            return new Hop.End(Fetched.Failed.because(reason(e.getCause())));
        }
    }

    private static String reason(@Nullable Throwable failure) {
        if (failure instanceof LimitedBody.TooLong) {
            return failure.getMessage() + ", which is the limit";
        }
        if (failure instanceof SSLException) {
            return "its certificate or TLS is not accepted ("
                    + failure.getClass().getSimpleName() + ")";
        }
        return "the connection failed or the answer was cut off ("
                + (failure == null ? "unknown" : failure.getClass().getSimpleName()) + ")";
    }

    private Hop read(URI address, HttpResponse<byte[]> answer, int most) {
        int status = answer.statusCode();
        if (status == 304) {
            return new Hop.End(new Fetched.Unchanged());
        }
        if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
            return redirect(address, answer);
        }
        if (status != 200) {
            String hint = status == 502 ? " (or its host cannot be reached)" : "";
            return new Hop.End(new Fetched.Failed("it answered " + status + hint, status, wait(answer)));
        }
        try {
            return new Hop.End(document(address, answer, most));
        } catch (IOException e) {
            return new Hop.End(Fetched.Failed.because(
                    e instanceof LimitedBody.TooLong ? reason(e) : "its compressed data are broken or cut off"));
        }
    }

    private static Hop redirect(URI address, HttpResponse<byte[]> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        try {
            return location.isBlank()
                    ? new Hop.End(Fetched.Failed.because("it redirects to nowhere"))
                    : new Hop.Further(address.resolve(location.strip()));
        } catch (IllegalArgumentException e) {
            return new Hop.End(Fetched.Failed.because("it redirects to something that is no address"));
        }
    }

    private static Fetched.Document document(URI address, HttpResponse<byte[]> answer, int most) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        Matcher charset = CHARSET.matcher(type);
        byte[] bytes = answer.body();
        if (answer.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
            bytes = new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(most + 1);
            if (bytes.length > most) {
                throw new LimitedBody.TooLong(most);
            }
        }
        return new Fetched.Document(
                address,
                bytes,
                type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                charset.find() ? charset.group(1) : null,
                answer.headers().firstValue("ETag").orElse(null),
                answer.headers().firstValue("Last-Modified").orElse(null));
    }

    /** What {@code Retry-After} says, in seconds or as a time, a day at most. */
    private @Nullable Duration wait(HttpResponse<byte[]> answer) {
        String value = answer.headers().firstValue("Retry-After").orElse("").strip();
        Duration wait;
        try {
            wait = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            now(),
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeParseException e) {
            return null;
        }
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private Instant now() {
        return clock.instant();
    }

    @Override
    public void close() throws IOException {
        gate.close();
    }
}
