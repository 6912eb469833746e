package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.article.TrustedSchemas;
import org.tocsin.schema.Bound;
import org.tocsin.schema.Count;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.Strike;

class ApiServerTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2024-12-24T12:00:00Z"), ZoneOffset.UTC);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final InMemoryStores stores = new InMemoryStores();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private ApiServer server = ApiServer.start(ApiSettings.on("127.0.0.1", 0), stores, meters, NOW, List.of());

    static {
        TrustedSchemas.trust();
    }

    @BeforeEach
    void fill() {
        stores.events.add(strike("e3", "a3", "2024-11-20", "UA", "2024-11-20T09:00:00Z"));
        stores.events.add(strike("e2", "a2", "2024-11-19", "LB", "2024-11-19T09:00:00Z"));
        stores.events.add(strike("e1", "a1", "2024-11-18", "UA", "2024-11-18T07:00:00Z"));
        stores.add(incident("i1", "2024-11-18", "UA", 9, 11));
        stores.add(incident("i2", "2024-11-19", "LB", 3, 20));
        stores.add(incident("i3", "2024-11-10", "UA", 5, 0));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eventsComeInTheOrderOfTheStoreWithTheirFieldsInPlainJson() throws Exception {
        JsonNode answer = json(get("/v1/events"));

        assertThat(ids(answer, "event_id")).containsExactly("e3", "e2", "e1");
        assertThat(answer.at("/data/0/place/country").asText()).isEqualTo("UA");
        assertThat(answer.at("/data/0/date/start").asText()).isEqualTo("2024-11-20");
        assertThat(answer.at("/meta/complete").asBoolean()).isTrue();
        assertThat(answer.at("/meta/count").asInt()).isEqualTo(3);
    }

    @Test
    void eventsAreSelectedByTypeCountryDaysArticleAndLimit() throws Exception {
        assertThat(ids(json(get("/v1/events?country=ua")), "event_id")).containsExactly("e3", "e1");
        assertThat(ids(json(get("/v1/events?event_type=casualty")), "event_id")).isEmpty();
        assertThat(ids(json(get("/v1/events?from=2024-11-19&to=2024-11-19")), "event_id"))
                .containsExactly("e2");
        assertThat(ids(json(get("/v1/events?article_id=a1")), "event_id")).containsExactly("e1");
        JsonNode limited = json(get("/v1/events?limit=1"));
        assertThat(ids(limited, "event_id")).containsExactly("e3");
        assertThat(limited.at("/meta/more").asBoolean()).isTrue();
    }

    @Test
    void incidentsAreSelectedTheSameWay() throws Exception {
        assertThat(ids(json(get("/v1/incidents?country=LB")), "incident_id")).containsExactly("i2");
        assertThat(json(get("/v1/incidents?country=LB"))
                        .at("/data/0/killed/best")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void rollupsSumTheWindowThatEndsWithTheNewestBucket() throws Exception {
        JsonNode answer = json(get("/v1/rollups?window=P7D&group_by=country&metric=killed"));

        assertThat(answer.at("/data")).hasSize(2);
        assertThat(answer.at("/data/0/country").asText()).isEqualTo("UA");
        assertThat(answer.at("/data/0/value").asInt()).isEqualTo(9);
        assertThat(answer.at("/data/0/killed").asInt()).isEqualTo(9);
        assertThat(answer.at("/data/0/injured").asInt()).isEqualTo(11);
        assertThat(answer.at("/meta/end").asText()).isEqualTo("2024-11-20T00:00:00Z");
        assertThat(answer.at("/meta/start").asText()).isEqualTo("2024-11-13T00:00:00Z");
    }

    @Test
    void aWindowMayEndElsewhereAndBeOfAnyLength() throws Exception {
        assertThat(json(get("/v1/rollups?window=P10D&metric=killed"))
                        .at("/data/0/value")
                        .asInt())
                .isEqualTo(14);
        assertThat(json(get("/v1/rollups?window=P7D&end=2024-11-11&metric=killed"))
                        .at("/data/0/value")
                        .asInt())
                .isEqualTo(5);
        assertThat(json(get("/v1/rollups?window=PT48H&clock=reported&metric=injured"))
                        .at("/data"))
                .isNotEmpty();
    }

    @Test
    void theLargestGroupsAreTheFirstOnes() throws Exception {
        JsonNode answer = json(get("/v1/rollups?window=P1M&end=2024-11-30&group_by=country&metric=injured&limit=1"));

        assertThat(answer.at("/data")).hasSize(1);
        assertThat(answer.at("/data/0/country").asText()).isEqualTo("LB");
        assertThat(answer.at("/meta/more").asBoolean()).isTrue();
    }

    @Test
    void changeSaysOfFewEventsThatTheyAreTooFew() throws Exception {
        JsonNode answer = json(get("/v1/rollups/change?group_by=country"));

        assertThat(answer.at("/data/0/country").asText()).isEqualTo("UA");
        assertThat(answer.at("/data/0/change").asText()).isEqualTo("too_few");
        assertThat(answer.at("/data/0/recent").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/0/baseline").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/0/ratio").isNull()).isTrue();
        assertThat(answer.at("/meta/start").asText()).isEqualTo("2024-11-13T00:00:00Z");
        assertThat(answer.at("/meta/baseline_start").asText()).isEqualTo("2024-10-16T00:00:00Z");
    }

    @Test
    void changeComparesTheLastDaysWithTheDaysBefore() throws Exception {
        for (int i = 0; i < 15; i++) {
            stores.add(incident("s" + i, "2024-12-" + (10 + i % 5), "SD", 2, 0));
        }

        JsonNode answer = json(get("/v1/rollups/change?recent=7&baseline=28&end=2024-12-14&group_by=country"));

        assertThat(answer.at("/data/0/country").asText()).isEqualTo("SD");
        assertThat(answer.at("/data/0/change").asText()).isEqualTo("up");
        assertThat(answer.at("/data/0/recent").asInt()).isEqualTo(15);
        assertThat(answer.at("/data/0/probability").asDouble()).isLessThan(0.001);
        assertThat(answer.at("/data/0/ratio").isNull()).isTrue();
    }

    @Test
    void changeLeavesOutTheDayThatIsNotOver() throws Exception {
        stores.add(incident("today", "2024-12-24", "UA", 1, 0));

        assertThat(json(get("/v1/rollups/change")).at("/meta/end").asText()).isEqualTo("2024-11-20T00:00:00Z");
        assertThat(json(get("/v1/rollups")).at("/meta/end").asText()).isEqualTo("2024-12-25T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /v1/events?contry=UA                  | Did you mean country?
        /v1/events?limit=0                    | from 1 to 10000
        /v1/events?limit=10001                | from 1 to 10000
        /v1/events?limit=many                 | from 1 to 10000
        /v1/events?country=Ukraine            | two-letter
        /v1/events?event_type=war             | one of: casualty
        /v1/events?from=yesterday             | 2024-11-20
        /v1/events?limit=1&limit=2            | 2 times
        /v1/events?country=                   | no value
        /v1/rollups?window=P0D                | ISO 8601
        /v1/rollups?window=-P1D               | ISO 8601
        /v1/rollups?window=week               | ISO 8601
        /v1/rollups?window=P99999999999D      | ISO 8601
        /v1/rollups?window=P2000000Y          | ISO 8601
        /v1/rollups?metric=deaths             | one of: events
        /v1/rollups?group_by=city             | one of: country
        /v1/rollups?end=now                   | date-time
        /v1/rollups/change?recent=0           | from 1 to 3660
        /v1/rollups/change?baseline=6         | from 7 to 3660
        /v1/rollups/change?window=P7D         | Did you mean
        /v1/rollups/change?end=0001-01-05     | years 1 to 9999
        /v1/rollups/change?end=9999-12-31     | years 1 to 9999
        /v1/rollups/change?end=-9999-01-01T00:00:00Z | years 1 to 9999
        /readyz?x=1                           | takes none
        """)
    void aWrongParameterIsA400ThatSaysWhatIsRight(String path, String hint) throws Exception {
        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(response).at("/detail").asText()).contains(hint);
        assertThat(json(response).at("/status").asInt()).isEqualTo(400);
        assertThat(json(response).at("/title").asText()).isEqualTo("Bad Request");
    }

    @Test
    void anUnknownPathIsA404AndAnotherMethodA405() throws Exception {
        HttpResponse<String> nowhere = get("/v2/events");
        HttpResponse<String> posted = CLIENT.send(
                request("/v1/events")
                        .POST(HttpRequest.BodyPublishers.ofString("x"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(nowhere.statusCode()).isEqualTo(404);
        assertThat(json(nowhere).at("/title").asText()).isEqualTo("Not Found");
        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(json(posted).at("/status").asInt()).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/readyz", "/v1/events", "/v1/incidents", "/v1/rollups", "/v1/rollups/change"})
    void nothingIsAnsweredBeforeTheStoresAreOpen(String path) throws Exception {
        server.close();
        server = ApiServer.start(ApiSettings.on("127.0.0.1", 0), new ClosedStores(), meters, NOW, List.of());

        HttpResponse<String> response = get(path);

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(response).at("/detail").asText()).contains("REBALANCING");
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureShowsNoInnards() throws Exception {
        stores.incidents.add(null);

        HttpResponse<String> response = get("/v1/incidents");

        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("Server Error").doesNotContain("Exception", "org.tocsin");
    }

    @Test
    void readyHealthyAndMeteredAndIndexed() throws Exception {
        meters.counter("articles.read").increment();

        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        assertThat(get("/metrics").body()).contains("articles_read_total 1.0");
        assertThat(get("/v1").body()).contains("/v1/rollups", "group_by", "/metrics");
    }

    @Test
    void longAnswersAreCompressedForThoseWhoCanReadThem() throws Exception {
        for (int i = 0; i < 50; i++) {
            stores.events.add(strike("m" + i, "a", "2024-11-20", "UA", "2024-11-20T09:00:00Z"));
        }

        HttpResponse<byte[]> response = CLIENT.send(
                request("/v1/events").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());

        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(response.body()))) {
            assertThat(new JsonMapper().readTree(in).at("/data")).hasSize(53);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new JsonMapper().readTree(response.body());
    }

    private static List<String> ids(JsonNode answer, String field) {
        return StreamSupport.stream(answer.at("/data").spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    private static EventEnvelope strike(String id, String article, String day, String country, String published) {
        Strike strike = Strike.newBuilder()
                .setEventId(id)
                .setArticleId(article)
                .setPublishedAt(Instant.parse(published))
                .setDate(day(day))
                .setPlace(place(country))
                .setStatus(EventStatus.OCCURRED)
                .build();
        return EventEnvelope.newBuilder()
                .setEventId(id)
                .setEventType("strike")
                .setArticleId(article)
                .setCountry(country)
                .setReportedAt(Instant.parse(published))
                .setFingerprint(List.of())
                .setEvent(strike)
                .build();
    }

    private static Incident incident(String id, String day, String country, int killed, int injured) {
        return Incident.newBuilder()
                .setIncidentId(id)
                .setEventType("strike")
                .setRevision(1)
                .setRevisionStatus(RevisionStatus.NEW)
                .setDate(day(day))
                .setPlace(place(country))
                .setStatus(EventStatus.OCCURRED)
                .setKilled(new Count(killed, killed, killed, Bound.EXACT, null))
                .setInjured(new Count(injured, injured, injured, Bound.EXACT, null))
                .setFirstReportedAt(Instant.parse(day + "T09:30:00Z"))
                .setLastReportedAt(Instant.parse(day + "T19:30:00Z"))
                .build();
    }

    private static EventTime day(String day) {
        return new EventTime(LocalDate.parse(day), LocalDate.parse(day), DatePrecision.DAY, null);
    }

    private static Place place(String country) {
        return new Place("Somewhere", null, null, country, null, null, null, PlacePrecision.TOWN);
    }
}
