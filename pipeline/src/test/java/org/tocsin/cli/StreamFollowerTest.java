package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamFollowerTest {
    private final List<String> resumed = new ArrayList<>();
    private HttpServer server;
    private String url;

    /** A stream that ends after each message. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/stream", exchange -> {
            resumed.add(String.valueOf(exchange.getRequestHeaders().getFirst("Last-Event-ID")));
            int number = resumed.size();
            String message = number == 2
                    ? "id: p2\nevent: delete\ndata: {\"id\":\"e1\"}\n\n"
                    : "id: p" + number + "\nevent: upsert\ndata: {\"id\":\"e\",\"item\":{\"event_id\":\"e" + number
                            + "\"}}\n\n";
            byte[] bytes =
                    ("retry: 2000\nevent: hello\ndata: {}\n\n: alive\n\n" + message).getBytes(StandardCharsets.UTF_8);
            try (exchange) {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--follow", "-f", "--type=strike"})
    void tailGoesOnWhereTheStreamBrokeOff(String option) {
        Run run = Run.of("tail", option, "--url", url, "country=UA", "--limit", "3", "--format", "jsonl");

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "{\"event_id\":\"e1\"}", "{\"id\":\"e1\",\"retracted\":true}", "{\"event_id\":\"e3\"}");
        assertThat(resumed).containsExactly("null", "p1", "p2");
    }

    @Test
    void withSettingsOfKafkaAndNoApiTheTopicsAreFollowed() {
        Run run = Run.of("tail", "--follow", "-D", "bootstrap.servers=127.0.0.1:1");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("schema.registry.url");
        assertThat(resumed).isEmpty();
    }

    @Test
    void conditionsWithoutAnApiAreRefused() {
        Run run = Run.of("tail", "country=UA");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--url");
    }
}
