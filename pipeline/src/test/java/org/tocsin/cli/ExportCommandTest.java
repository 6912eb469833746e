package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String url;

    /** An API with two pages of everything. */
    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/incidents", exchange -> {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            asked.add(query);
            boolean second = query.contains("cursor=c2");
            if (!second) {
                exchange.getResponseHeaders().add("Link", "</v1/incidents?" + query + "&cursor=c2>; rel=\"next\"");
            }
            answer(exchange, 200, body(query, second ? "b" : "a"));
        });
        server.createContext(
                "/v1/events", exchange -> answer(exchange, 400, "{\"detail\": \"Did you mean country?\"}"));
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTableHasOneHeaderHoweverManyPagesItCameIn() {
        Run run = Run.of("export", "incidents", "country=UA", "--url", url);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("id,place\r\na,x\r\nb,x\r\n");
        assertThat(asked).hasSize(2).allMatch(query -> query.contains("country=UA"));
    }

    @Test
    void pagesOfFeaturesBecomeOneCollection() throws IOException {
        Run run = Run.of("export", "incidents", "--format", "geojson", "--url", url);

        assertThat(new JsonMapper().readTree(run.out()).path("features")).hasSize(2);
        assertThat(new JsonMapper().readTree(run.out()).path("type").asText()).isEqualTo("FeatureCollection");
    }

    @Test
    void linesAreJoinedAndWrittenToAFile(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("incidents.ndjson");

        Run run = Run.of("export", "incidents", "--format", "ndjson", "--to", file.toString(), "--url", url);

        assertThat(run.exit()).isZero();
        assertThat(Files.readAllLines(file)).containsExactly("{\"id\":\"a\"}", "{\"id\":\"b\"}");
    }

    @Test
    void whatTheApiRefusesIsSaidInItsWords() {
        Run run = Run.of("export", "events", "contry=UA", "--url", url);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).contains("400", "Did you mean country?");
    }

    @Test
    void anotherProjectsFormatIsMadeOfThePagesOfRecords() {
        Run run = Run.of("export", "incidents", "--format", "plover", "--url", url);

        assertThat(run.exit()).isZero();
        assertThat(asked).hasSize(2).allMatch(query -> query.contains("f=ndjson"));
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("2 of 2 left out: 2 without an event category of PLOVER");
    }

    @Test
    void articlesOfFilesAreExportedWithoutTheApi(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("article.txt");
        Files.writeString(file, "date 2025-03-12\nA drone hit a bakery in Kherson on Tuesday, killing two people.");

        Run acled = Run.of("export", "incidents", "--format", "acled", "--articles", file.toString());
        Run table = Run.of("export", "events", "--articles", file.toString());
        Run features = Run.of("export", "events", "--format", "geojson", "--articles", file.toString());

        assertThat(acled.out().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains("2025-03-11", "Air/drone strike", "Kherson");
        assertThat(table.out().lines()).hasSize(3).first().asString().startsWith("event_id,event_type,");
        assertThat(new JsonMapper().readTree(features.out()).path("features")).hasSize(2);
        assertThat(asked).isEmpty();
    }

    @Test
    void acledHasNoRowsOfSingleReports() {
        Run run = Run.of("export", "events", "--format", "acled", "--url", url);

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("tocsin export incidents --format acled");
    }

    @Test
    void conditionsAreNotForFiles() {
        Run run = Run.of("export", "events", "country=UA", "--articles", "a.txt");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("leave out country");
    }

    private static String body(String query, String id) {
        if (query.contains("f=csv")) {
            return "id,place\r\n" + id + ",x\r\n";
        }
        return query.contains("f=ndjson")
                ? "{\"id\":\"" + id + "\"}\n"
                : "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"" + id + "\"}]}";
    }

    private static void answer(HttpExchange exchange, int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
