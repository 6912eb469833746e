package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Follows {@code /v1/stream} of an API; a connection that breaks off is made again and goes on where it broke off. */
final class StreamFollower {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ApiClient api;
    private final URI address;
    private @Nullable String lastId;

    /**
     * A follower.
     *
     * @param parameters of the stream: collection and conditions
     */
    StreamFollower(ApiClient api, Map<String, String> parameters) {
        this.api = api;
        this.address = api.address("/v1/stream", parameters);
    }

    /**
     * Reads until nothing more is wanted.
     *
     * @param taker takes each item, or its id with {@code "retracted": true}; says whether it wants more
     */
    void follow(Predicate<JsonNode> taker) throws InterruptedException {
        boolean wanted = true;
        while (wanted) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(api.follow(address, resumption()), StandardCharsets.UTF_8))) {
                wanted = read(lines, taker);
            } catch (IOException e) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private Map<String, String> resumption() {
        return lastId == null ? Map.of() : Map.of("Last-Event-ID", lastId);
    }

    private boolean read(BufferedReader lines, Predicate<JsonNode> taker) throws IOException {
        String event = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id: ")) {
                lastId = line.substring("id: ".length());
            } else if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            } else if (line.startsWith("data: ") && !take(event, line.substring("data: ".length()), taker)) {
                return false;
            }
        }
        return true;
    }

    private boolean take(String event, String data, Predicate<JsonNode> taker) {
        JsonNode message = api.json(data);
        if (event.equals("upsert")) {
            return taker.test(message.path("item"));
        }
        if (event.equals("reset")) {
            throw new CommandFailure("The topics no longer hold what followed: "
                    + Printable.line(message.path("reason").asText()) + "; start again");
        }
        if (event.equals("delete")) {
            ObjectNode gone = JsonNodeFactory.instance.objectNode();
            gone.set("id", message.path("id"));
            return taker.test(gone.put("retracted", true));
        }
        return true;
    }
}
