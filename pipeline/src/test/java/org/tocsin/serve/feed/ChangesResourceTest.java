package org.tocsin.serve.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.incident.Reports;
import org.tocsin.schema.Method;

class ChangesResourceTest {
    private final FeedServer server = new FeedServer(20, 1, Duration.ofSeconds(15));

    @BeforeEach
    void follow() {
        server.following();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void tellsEachChangeOnALineAndTheCursorLast() throws Exception {
        String cursor = cursor(lines("since=now&collection=events"));
        tell("e1", Method.DRONE, true);
        tell("e1", Method.MISSILE, false);
        retract("e1");

        List<JsonNode> lines = awaitLines("since=" + cursor + "&collection=events", 4);

        assertThat(lines.get(0).path("op").asText()).isEqualTo("upsert");
        assertThat(lines.get(0).path("collection").asText()).isEqualTo("events");
        assertThat(lines.get(0).at("/item/method").asText()).isEqualTo("DRONE");
        assertThat(lines.get(1).at("/item/method").asText()).isEqualTo("MISSILE");
        assertThat(lines.get(2).path("op").asText()).isEqualTo("delete");
        assertThat(lines.get(2).path("id").asText()).isEqualTo("e1");
        assertThat(lines.get(3).path("op").asText()).isEqualTo("cursor");
        assertThat(lines.get(3).path("more").asBoolean()).isFalse();
    }

    @Test
    void cursorsAreChainedUntilThereIsNoMore() throws Exception {
        String since = cursor(lines("since=now&collection=events"));
        List<String> told = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            tell("e" + i, i % 3 == 0 ? Method.DRONE : Method.MISSILE, true);
            told.addAll(i % 3 == 0 ? List.of("e" + i) : List.of());
        }
        List<String> read = new ArrayList<>();
        FeedServer.await(() -> server.feed.now(FeedCollection.EVENTS).equals(server.source.events.now()));

        boolean more = true;
        while (more) {
            List<JsonNode> page = lines("since=" + since + "&collection=events&method=DRONE&limit=7");
            page.stream()
                    .filter(line -> line.has("item"))
                    .forEach(line -> read.add(line.path("id").asText()));
            since = cursor(page);
            more = page.get(page.size() - 1).path("more").asBoolean();
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void aMomentBeginsWithTheFirstRecordOfThatTime() throws Exception {
        for (int i = 0; i < 10; i++) {
            tell("e" + i, Method.DRONE, true);
        }

        assertThat(lines("since=1970-01-01&collection=events")).hasSize(11);
        assertThat(lines("since=1970-01-01T00:00:03Z&collection=events").size()).isBetween(2, 9);
        assertThat(lines("since=2099-01-01T00:00:00Z&collection=events")).hasSize(1);
    }

    @Test
    void aCursorWhoseSequelIsDeletedIsGone() throws Exception {
        String cursor = cursor(lines("since=now&collection=events"));
        for (int i = 0; i < 90; i++) {
            tell("e" + i, Method.DRONE, true);
        }
        FeedServer.await(() -> server.feed.now(FeedCollection.EVENTS).equals(server.source.events.now()));
        server.source.events.keep(2);

        HttpResponse<String> response = server.get("/v1/changes?collection=events&since=" + cursor);

        assertThat(response.statusCode()).isEqualTo(410);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(response.body()).contains("begin with since=now");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        collection=events              | since is missing
        since=yesterday                | no cursor of incidents
        since=2024-13-01               | date-time
        since=now&collection=incident  | incidents
        since=now&limit=0              | from 1 to 10000
        since=now&as_of=2024-11-18     | no parameter 'as_of'
        since=%22%22                   | it is a cursor
        """)
    void aWrongParameterIsA400(String query, String hint) throws Exception {
        HttpResponse<String> response = server.get("/v1/changes?" + query);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(hint);
    }

    private List<JsonNode> awaitLines(String query, int count) throws Exception {
        List<List<JsonNode>> seen = new ArrayList<>();
        FeedServer.await(() -> {
            seen.add(lines(query));
            return seen.get(seen.size() - 1).size() >= count;
        });
        return seen.get(seen.size() - 1);
    }

    private List<JsonNode> lines(String query) {
        try {
            HttpResponse<String> response = server.get("/v1/changes?" + query);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
            List<JsonNode> lines = new ArrayList<>();
            for (String line : response.body().split("\n")) {
                lines.add(new JsonMapper().readTree(line));
            }
            return lines;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String cursor(List<JsonNode> lines) {
        return lines.get(lines.size() - 1).path("cursor").asText();
    }

    private void tell(String id, Method method, boolean first) {
        server.source.events.append(
                id, Reports.strike(id, Reports.HLUKHIV).setMethod(method).build(), first);
    }

    private void retract(String id) {
        server.source.events.append(id, null, false);
    }
}
