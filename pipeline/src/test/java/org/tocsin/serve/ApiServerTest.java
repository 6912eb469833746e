package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.serve.access.Access;
import org.tocsin.serve.query.HeldRecords;

class ApiServerTest {
    private final HeldRecords records = new HeldRecords();
    private Api api = new Api(records.holdings());

    @BeforeEach
    void fill() {
        records.add(News.reported(News.strike("e3", "a3", "2024-11-20", News.place("UA"))));
        records.add(News.reported(News.strike("e2", "a2", "2024-11-19", News.place("LB"))));
        records.add(News.reported(News.strike("e1", "a1", "2024-11-18", null)));
        records.add(News.incident("i1", "2024-11-18", "UA", 9, 11)
                .setEventIds(List.of("e1", "e3"))
                .setArticleIds(List.of("a1", "a3"))
                .build());
        records.add(News.incident("i2", "2024-11-19", "LB", 3, 20).build());
        records.add(News.incident("i3", "2024-11-10", "UA", 5, 0).build());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void eventsComeLatestFirstWithTheirFieldsInPlainJson() throws Exception {
        JsonNode answer = api.json("/v1/events");

        assertThat(Api.ids(answer, "event_id")).containsExactly("e3", "e2", "e1");
        assertThat(answer.at("/data/0/place/country").asText()).isEqualTo("UA");
        assertThat(answer.at("/data/0/date/start").asText()).isEqualTo("2024-11-20");
        assertThat(answer.at("/meta/complete").asBoolean()).isTrue();
        assertThat(answer.at("/meta/instances").asInt()).isEqualTo(1);
        assertThat(answer.at("/meta/lag_ms").isIntegralNumber()).isTrue();
        assertThat(answer.at("/meta/count").asInt()).isEqualTo(3);
        assertThat(answer.at("/meta/matched").asInt()).isEqualTo(3);
        assertThat(answer.at("/meta/next").isNull()).isTrue();
    }

    @Test
    void eventsAndIncidentsAreSelectedByTheSameParameters() throws Exception {
        assertThat(Api.ids(api.json("/v1/events?country=UA"), "event_id")).containsExactly("e3");
        assertThat(Api.ids(api.json("/v1/events?event_type=casualty"), "event_id"))
                .isEmpty();
        assertThat(Api.ids(api.json("/v1/events?datetime=2024-11-19"), "event_id"))
                .containsExactly("e2");
        assertThat(Api.ids(api.json("/v1/events?article_id=a1"), "event_id")).containsExactly("e1");
        assertThat(Api.ids(api.json("/v1/events?incident_id=i1"), "event_id")).containsExactly("e3", "e1");
        assertThat(Api.ids(api.json("/v1/incidents?bbox=30,30,40,40"), "incident_id"))
                .containsExactly("i2");
        assertThat(Api.ids(api.json("/v1/incidents?min_killed=5&sort=killed"), "incident_id"))
                .containsExactly("i3", "i1");
        assertThat(Api.ids(api.json("/v1/incidents?datetime=P7D/.."), "incident_id"))
                .containsExactly("i2", "i1");
    }

    @Test
    void pagesFollowEachOtherByCursorAndLink() throws Exception {
        HttpResponse<String> first = api.get("/v1/events?limit=2&country=UA,LB");
        JsonNode page = Api.json(first);
        HttpResponse<String> one = api.get("/v1/events?limit=1");
        String link = Api.header(one, "Link");
        JsonNode next = api.json(link.substring(link.indexOf('<') + 1, link.indexOf('>')));

        assertThat(Api.ids(page, "event_id")).containsExactly("e3", "e2");
        assertThat(page.at("/meta/next").isNull()).isTrue();
        assertThat(Api.header(first, "Link")).isEmpty();
        assertThat(link).endsWith("; rel=\"next\"");
        assertThat(Api.ids(next, "event_id")).containsExactly("e2");
        assertThat(next.at("/meta/matched").asInt()).isEqualTo(3);
    }

    @Test
    void oneItemIsFoundByItsIdentifierOrNotFound() throws Exception {
        assertThat(api.json("/v1/events/e1").at("/data/article_id").asText()).isEqualTo("a1");
        assertThat(api.json("/v1/incidents/i1?fields=killed").at("/data").toString())
                .startsWith("{\"killed\":{\"best\":9,");
        assertThat(api.get("/v1/events/e9").statusCode()).isEqualTo(404);
        assertThat(api.json("/v1/incidents/i9").at("/detail").asText()).contains("'i9'");
    }

    @Test
    void whatMayLieInThePartThatIsMissingIsNotSaidNotToBe() throws Exception {
        records.loseAPart();

        HttpResponse<String> unknown = api.get("/v1/events/e9");

        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(Api.header(unknown, "Retry-After")).isNotEmpty();
        assertThat(api.get("/v1/incidents/i9/history").statusCode()).isEqualTo(503);
        assertThat(api.get("/v1/stores/event-by-time/x").statusCode()).isEqualTo(503);
        assertThat(api.json("/v1/events").at("/meta/complete").asBoolean()).isFalse();
        assertThat(Api.header(api.get("/v1/events?f=csv"), "Tocsin-Complete")).isEqualTo("false");
    }

    @Test
    void mentionsAreTheSentencesOfAllReportsOfTheIncidentTheOwnFirst() throws Exception {
        records.tell("UA", "a3", "e3", "i1");

        JsonNode answer = api.json("/v1/events/e3/mentions");

        assertThat(Api.ids(answer, "event_id")).containsExactly("e3", "e1");
        assertThat(answer.at("/data/0/sentence").asText()).isEqualTo("A drone hit the power plant of Hlukhiv.");
        assertThat(answer.at("/data/0/url").asText()).isEqualTo("https://news.example/a3");
        assertThat(Api.ids(api.json("/v1/events/e2/mentions"), "event_id")).containsExactly("e2");
    }

    @Test
    void historyHoldsEveryRevisionOldestFirst() throws Exception {
        Incident second = News.incident("i1", "2024-11-18", "UA", 12, 11)
                .setRevision(2)
                .setRevisionStatus(RevisionStatus.CORRECTED)
                .setReason("a later figure")
                .build();
        records.add(second);

        JsonNode history = api.json("/v1/incidents/i1/history");

        assertThat(Api.ids(history, "revision")).containsExactly("1", "2");
        assertThat(history.at("/data/1/killed/best").asInt()).isEqualTo(12);
        assertThat(history.at("/data/1/reason").asText()).isEqualTo("a later figure");
        assertThat(history.at("/data/1/known_at").asText()).isEqualTo("2024-11-18T19:31:00Z");
        assertThat(api.get("/v1/incidents/i9/history").statusCode()).isEqualTo(404);
    }

    @Test
    void aStoreShowsItsRecordsByKey() throws Exception {
        assertThat(api.json("/v1/stores").at("/data").toString()).contains("event-by-time", "rollup-by-cell");
        JsonNode entry = api.json("/v1/stores/event-by-time/2024-11-20T09:00:00Z/e3");
        assertThat(entry.at("/data/value/event_id").asText()).isEqualTo("e3");
        assertThat(entry.at("/data/partition").asInt()).isZero();
        assertThat(entry.at("/data/instance").asText()).isEqualTo("here:1");
        assertThat(api.get("/v1/stores/event-by-time/nothing").statusCode()).isEqualTo(404);
        assertThat(api.json("/v1/stores/events-by-time/x").at("/detail").asText())
                .contains("Did you mean event-by-time?");
    }

    @Test
    void collectionsCanBeWalkedFromTheLandingPage() throws Exception {
        JsonNode landing = api.json("/v1");
        JsonNode collections = api.json(path(landing, "data"));
        String items = path(collections.at("/collections/1"), "items");
        HttpResponse<String> features = api.get(items + "?limit=99999999&bbox=30,30,40,40");
        JsonNode found = Api.json(features);
        JsonNode one = api.json(items + "/i2");

        assertThat(api.json(path(landing, "conformance")).at("/conformsTo").toString())
                .contains("ogcapi-features-1/1.0/conf/core");
        assertThat(api.json(path(landing, "service-desc")).at("/openapi").asText())
                .isEqualTo("3.1.0");
        assertThat(collections.at("/collections/1/id").asText()).isEqualTo("incidents");
        assertThat(Api.header(features, "Content-Type")).isEqualTo("application/geo+json");
        assertThat(found.at("/numberMatched").asInt()).isEqualTo(1);
        assertThat(found.at("/features/0/id").asText()).isEqualTo("i2");
        assertThat(found.at("/links/0/href").asText()).startsWith("http://127.0.0.1:");
        assertThat(one.at("/type").asText()).isEqualTo("Feature");
        assertThat(one.at("/geometry/coordinates").toString()).isEqualTo("[35.5,33.5]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/events?contry=UA                              | Did you mean country?
        /v1/events?LIMIT=1                                | Did you mean limit?
        /v1/events?limit=1&limit=2                        | 2 times
        /v1/events?cursor=abc                             | none that was given out
        /v1/events?fields=event_id,plase                  | Did you mean place?
        /v1/events?f=xml                                  | Did you mean
        /v1/incidents?incident_id=i1                      | Did you mean
        /v1/aggregates?metric=deaths                      | Did you mean
        /v1/aggregates?group_by=city                      | There are: event_type
        /v1/aggregates?group_by=country,admin1,town       | one or two
        /v1/aggregates?group_by=country,country           | one or two
        /v1/aggregates?bucket=hour                        | clock=reported
        /v1/aggregates?zoom=15                            | from 0 to 14
        /v1/aggregates?window=P7D                         | There is no parameter
        /v1/aggregates/change?recent=0                    | from 1 to 3660
        /v1/aggregates/change?baseline=6                  | from 7 to 3660
        /v1/aggregates/change?datetime=P7D/..             | ../2024-11-20
        /v1/aggregates/change?datetime=../0001-01-05      | years 1 to 9999
        /readyz?x=1                                       | takes none
        """)
    void aWrongParameterIsA400ThatSaysWhatIsRight(String path, String hint) throws Exception {
        HttpResponse<String> response = api.get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(Api.json(response).at("/detail").asText()).contains(hint);
        assertThat(Api.json(response).at("/status").asInt()).isEqualTo(400);
        assertThat(Api.json(response).at("/title").asText()).isEqualTo("Bad Request");
    }

    @Test
    void anUnknownPathIsA404AndAnotherMethodA405() throws Exception {
        HttpResponse<String> nowhere = api.get("/v2/events");
        HttpResponse<String> posted =
                api.send(HttpRequest.newBuilder(api.at("/v1/events")).POST(HttpRequest.BodyPublishers.ofString("x")));

        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(Api.json(nowhere).at("/title").asText()).isEqualTo("Not Found");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(Api.json(posted).at("/status").asInt()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/readyz",
                "/v1/events",
                "/v1/events/e1",
                "/v1/incidents",
                "/v1/incidents/i1/history",
                "/v1/aggregates",
                "/v1/aggregates/change",
                "/v1/collections/events/items",
                "/v1/stores/event-by-time/x"
            })
    void nothingIsAnsweredBeforeTheStoresAreOpen(String path) throws Exception {
        api.close();
        String reason = "The stream is REBALANCING";
        api = new Api(HeldRecords.closed(reason), ApiSettings.on("127.0.0.1", 0), Optional.of(reason));

        HttpResponse<String> response = api.get(path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(Api.header(response, "Retry-After")).isNotEmpty();
        assertThat(Api.json(response).at("/detail").asText()).contains("REBALANCING");
        assertThat(api.get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void readyHealthyAndMetered() throws Exception {
        api.meters().counter("articles.read").increment();

        assertThat(api.get("/readyz").statusCode()).isEqualTo(200);
        assertThat(api.get("/metrics").body()).contains("articles_read_total 1.0");
    }

    @Test
    void schemasAreServedByTheNamesOfTheirRecords() throws Exception {
        assertThat(Api.ids(api.json("/schemas"), "name")).contains("Article", "Strike", "Incident");
        assertThat(api.json("/schemas/Incident").at("/namespace").asText()).isEqualTo("org.tocsin.schema");
        assertThat(api.json("/schemas/incident").at("/detail").asText()).contains("Did you mean Incident?");
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldSo() throws Exception {
        String tag = Api.header(api.get("/v1/events"), "ETag");

        HttpResponse<String> same = api.get("/v1/events", "If-None-Match", "\"other\", " + tag);
        records.add(News.reported(News.strike("e4", "a4", "2024-11-20", null)));
        HttpResponse<String> changed = api.get("/v1/events", "If-None-Match", tag);

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Api.header(changed, "ETag")).isNotEqualTo(tag);
        for (String path :
                List.of("/v1", "/openapi.json", "/docs", "/schemas/Strike", "/v1/events/e1", "/v1/aggregates")) {
            String known = Api.header(api.get(path), "ETag");
            assertThat(api.get(path, "If-None-Match", known).statusCode())
                    .as(path)
                    .isEqualTo(304);
        }
    }

    @Test
    void longAnswersAreCompressedForThoseWhoCanReadThem() throws Exception {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(api.at("/openapi.json"))
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(response.body()))) {
            assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .startsWith("{\"openapi\":\"3.1.0\"");
        }
    }

    @Test
    void otherOriginsReadNothingUnlessTheyAreAllowed() throws Exception {
        HttpResponse<String> closed = api.get("/v1/events", "Origin", "https://desk.example");
        api.close();
        api = new Api(
                records.holdings(),
                new ApiSettings(
                        "127.0.0.1",
                        0,
                        Set.of("https://desk.example"),
                        "https://desk.example",
                        new Access.Open(),
                        Limits.NONE,
                        Optional.empty()),
                Optional.empty());
        HttpResponse<String> open = api.get("/v1/events", "Origin", "https://desk.example");
        HttpResponse<String> other = api.get("/v1/events", "Origin", "https://evil.example");
        HttpResponse<String> asked = api.send(HttpRequest.newBuilder(api.at("/v1/events"))
                .header("Origin", "https://desk.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(Api.header(closed, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(Api.header(open, "Access-Control-Allow-Origin")).isEqualTo("https://desk.example");
        assertThat(Api.header(open, "Access-Control-Expose-Headers")).contains("Link");
        assertThat(Api.header(other, "Access-Control-Allow-Origin")).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(Api.header(asked, "Access-Control-Allow-Methods")).contains("GET");
        assertThat(Api.header(open, "Content-Security-Policy")).endsWith("frame-ancestors https://desk.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/events", "/v1/events?f=csv", "/nowhere", "/docs", "/v1/events?x=1"})
    void noAnswerMayRunAnything(String path) throws Exception {
        HttpResponse<String> response = api.get(path);

        assertThat(Api.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Api.header(response, "Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("script-src", "unsafe-inline");
        assertThat(Api.header(response, "Referrer-Policy")).isEqualTo("no-referrer");
    }

    /** The path of the first link of a relation. */
    private static String path(JsonNode answer, String rel) {
        for (JsonNode link : answer.path("links")) {
            if (link.path("rel").asText().equals(rel)) {
                return java.net.URI.create(link.path("href").asText()).getPath();
            }
        }
        throw new AssertionError("No link " + rel + " in " + answer);
    }
}
