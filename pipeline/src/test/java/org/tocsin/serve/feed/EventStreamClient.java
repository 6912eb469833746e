package org.tocsin.serve.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events as browsers do. */
public final class EventStreamClient implements AutoCloseable {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpResponse<InputStream> response;
    private final BufferedReader lines;
    private @Nullable String lastId;

    /**
     * A message.
     *
     * @param event what it is
     * @param id the id of the stream behind it
     * @param data what it holds
     */
    public record Message(String event, @Nullable String id, JsonNode data) {}

    private EventStreamClient(HttpResponse<InputStream> response) {
        this.response = response;
        this.lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Connects; with an id as a browser that reconnects. */
    public static EventStreamClient connect(URI address, Optional<String> lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(20))
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip");
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        return new EventStreamClient(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String body() throws IOException {
        return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The next message; empty where the stream ended. */
    public Optional<Message> next() throws IOException {
        String event = "message";
        StringBuilder data = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            } else if (line.startsWith("event: ")) {
                event = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line.substring(6));
            } else if (line.isEmpty() && data.length() > 0) {
                return Optional.of(new Message(event, lastId, MAPPER.readTree(data.toString())));
            }
        }
        return Optional.empty();
    }

    /** The next message, which must come. */
    public Message take() throws IOException {
        return next().orElseGet(() -> new Message("the stream ended", null, NullNode.instance));
    }

    /** Reads until a comment has come, with what else stands beside it. */
    public void awaitComment() throws IOException {
        boolean commented = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            commented |= line.startsWith(":");
            if (line.startsWith("id: ")) {
                lastId = line.substring(4);
            }
            if (commented && line.isEmpty()) {
                return;
            }
        }
        throw new IOException("The stream ended without a comment");
    }

    /** The id of the last message, from which a browser would go on. */
    public Optional<String> lastId() {
        return Optional.ofNullable(lastId);
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
