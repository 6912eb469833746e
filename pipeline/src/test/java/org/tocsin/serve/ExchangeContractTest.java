package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.EnglishNews;
import org.tocsin.schema.Incident;
import org.tocsin.serve.feed.EventStreamClient;
import org.tocsin.serve.feed.FeedCollection;
import org.tocsin.serve.feed.FeedServer;
import org.tocsin.serve.query.HeldRecords;
import org.tocsin.serve.status.StatusResource;
import org.tocsin.serve.submit.AnswerMemory;
import org.tocsin.serve.submit.ArticleDesk;
import org.tocsin.serve.submit.ArticlesResource;
import org.tocsin.serve.submit.ExtractResource;
import org.tocsin.serve.submit.Extraction;
import org.tocsin.serve.topics.AsyncApiDocument;
import org.tocsin.serve.topics.AsyncApiResource;
import org.tocsin.stream.ArticleProducer.Receipt;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topics;

/** Holds what goes in and out as it happens (articles, texts, changes, status, topics) to the OpenAPI document. */
class ExchangeContractTest {
    private static final String SENTENCE =
            "A Russian drone strike on Hlukhiv killed nine people on Monday, the regional governor said.";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Extraction EXTRACTION = new Extraction(EnglishNews::coder, 1, Duration.ofSeconds(60));
    private static final FeedServer API = server();
    private static final Contract CONTRACT = contract();

    private static FeedServer server() {
        HeldRecords records = new HeldRecords();
        CodedNews.into(records);
        try (Topics topics = PipelineConfig.of(Map.of(PipelineConfig.REGISTRY_URL, "mock://exchange"))
                .topics()) {
            FeedServer server = new FeedServer(
                    1_000,
                    20,
                    Duration.ofSeconds(15),
                    List.of(
                            new ArticlesResource(
                                    new ArticleDesk(new ArticleIntake(2_000), ExchangeContractTest::publish),
                                    new AnswerMemory<>(10, Duration.ofHours(1), Clock.systemUTC()),
                                    5_000,
                                    Duration.ofSeconds(20)),
                            new ExtractResource(EXTRACTION, 1_000, Duration.ofSeconds(20)),
                            new StatusResource(
                                    () -> "RUNNING",
                                    new StatusResource.About("1.0", "de-facto"),
                                    records.holdings(),
                                    new SomeFigures()),
                            new AsyncApiResource(AsyncApiDocument.of(topics, "1.0"))));
            CodedNews.byId().forEach((id, item) -> server.tell(id, collection(item), item));
            return server.following();
        }
    }

    private static FeedCollection collection(Object item) {
        return item instanceof Incident ? FeedCollection.INCIDENTS : FeedCollection.EVENTS;
    }

    private static CompletableFuture<Receipt> publish(NewsArticle article) {
        return article.id().startsWith("away")
                ? CompletableFuture.failedFuture(new TimeoutException("no broker"))
                : CompletableFuture.completedFuture(new Receipt("articles", 2, 7));
    }

    /** As while Kafka cannot tell how many dead letters there are. */
    private static final class SomeFigures implements StatusResource.Figures {
        @Override
        public OptionalLong articlesDone() {
            return OptionalLong.of(48);
        }

        @Override
        public OptionalLong articlesWaiting() {
            return OptionalLong.of(0);
        }

        @Override
        public OptionalDouble articlesPerSecond() {
            return OptionalDouble.of(12.3);
        }

        @Override
        public OptionalLong deadLetters() {
            return OptionalLong.empty();
        }
    }

    private static Contract contract() {
        try {
            return new Contract(Api.json(API.get("/openapi.json")));
        } catch (Exception e) {
            throw new IllegalStateException("No document is served", e);
        }
    }

    @AfterAll
    static void stop() {
        API.close();
        EXTRACTION.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        post | /v1/articles   | Idempotency-Key                                   | application/json application/x-ndjson | 202 400 401 403 408 413 415 422 429 503
        post | /v1/extract    |                                                   | application/json text/plain           | 200 400 401 403 408 413 415 429 503
        get  | /v1/changes    | since collection limit bbox country min_killed q  |                                       | 200 400 401 403 410 429 503
        get  | /v1/stream     | collection Last-Event-ID last_event_id country q  |                                       | 200 400 401 403 429 503
        get  | /v1/status     |                                                   |                                       | 200 400 401 403 429
        get  | /asyncapi.json |                                                   |                                       | 200 400 401 403 429
        """)
    void parametersBodyAndRepliesAreTold(String method, String path, String parameters, String body, String replies) {
        JsonNode operation = CONTRACT.operation(method, path);

        assertThat(operation.path("parameters").findValuesAsText("name")).contains(words(parameters));
        Set<String> told = new TreeSet<>();
        operation.at("/requestBody/content").fieldNames().forEachRemaining(told::add);
        assertThat(told).containsExactly(words(body));
        told.clear();
        operation.path("responses").fieldNames().forEachRemaining(told::add);
        assertThat(told).containsExactly(words(replies));
        assertThat(operation.at("/security/0/token/0").asText())
                .isEqualTo(path.equals("/v1/articles") ? "publish" : "read");
    }

    private static String[] words(String text) {
        return text == null ? new String[0] : text.split(" +");
    }

    static List<List<String>> queries() {
        List<List<String>> queries = new ArrayList<>();
        for (String path : List.of("/v1/changes", "/v1/status", "/asyncapi.json")) {
            for (String query : CONTRACT.queries(path)) {
                boolean begins = !path.equals("/v1/changes") || query.startsWith("since=");
                String asked = begins ? query : "since=1970-01-01" + (query.isEmpty() ? "" : "&" + query);
                queries.add(List.of(path, asked.isEmpty() ? path : path + "?" + asked));
            }
        }
        return queries;
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyAnswerIsOneThatTheDocumentTellsOf(List<String> request) throws Exception {
        HttpResponse<String> response = API.get(request.get(1));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isNotBlank();
        CONTRACT.assertTold("get", request.get(0), response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/changes", "/v1/stream", "/v1/status", "/asyncapi.json"})
    void whatNobodyKnowsIsRefusedAsTheDocumentSays(String path) throws Exception {
        HttpResponse<String> response = API.get(path + "?unheard_of=1");

        assertThat(response.statusCode()).isEqualTo(400);
        CONTRACT.assertTold("get", path, response);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "incidents"})
    void changesAreLinesOfEveryKind(String collection) throws Exception {
        FeedCollection told = FeedCollection.named(collection);
        API.tell("gone", told, null);
        String path = "/v1/changes?since=1970-01-01&collection=" + collection;
        FeedServer.await(() -> lines(path).contains("\"gone\""));

        HttpResponse<String> response = API.get(path);

        CONTRACT.assertTold("get", "/v1/changes", response);
        assertThat(response.body()).contains("\"op\":\"upsert\"", "\"op\":\"delete\"", "\"op\":\"cursor\"");
    }

    private static String lines(String path) {
        try {
            return API.get(path).body();
        } catch (Exception e) {
            throw new IllegalStateException(path + " is not answered", e);
        }
    }

    @Test
    void aCursorThatIsTooOldIsRefusedAsTheDocumentSays() throws Exception {
        try (FeedServer server = new FeedServer(20, 1, Duration.ofSeconds(15)).following()) {
            String last = server.get("/v1/changes?since=now&collection=events").body();
            String cursor = MAPPER.readTree(last).path("cursor").asText();
            for (int i = 0; i < 90; i++) {
                server.tell("e" + i, FeedCollection.EVENTS, null);
            }
            server.forgetEvents(2);

            HttpResponse<String> response = server.get("/v1/changes?collection=events&since=" + cursor);

            assertThat(response.statusCode()).isEqualTo(410);
            CONTRACT.assertTold("get", "/v1/changes", response);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "incidents"})
    void messagesOfTheStreamAreThoseThatTheDocumentTellsOf(String collection) throws Exception {
        FeedCollection told = FeedCollection.named(collection);
        List<String> seen = new ArrayList<>();
        try (EventStreamClient client = API.stream("?collection=" + collection)) {
            seen.add(assertMessage(client));
            CodedNews.byId().forEach((id, item) -> {
                if (collection(item) == told) {
                    API.tell(id, told, item);
                    API.tell(id, told, null);
                }
            });
            seen.add(assertMessage(client));
            seen.add(assertMessage(client));
        }

        assertThat(seen.get(0)).isEqualTo("hello");
        assertThat(seen.subList(1, 3)).contains("upsert");
    }

    @Test
    void aStreamThatCannotGoOnOrEndsSaysSoAsTheDocumentTells() throws Exception {
        List<String> seen = new ArrayList<>();
        try (FeedServer server = new FeedServer(20, 1, Duration.ofSeconds(15)).following()) {
            String last = server.get("/v1/changes?since=now&collection=events").body();
            for (int i = 0; i < 90; i++) {
                server.tell("e" + i, FeedCollection.EVENTS, null);
            }
            server.forgetEvents(2);
            String cursor = MAPPER.readTree(last).path("cursor").asText();
            try (EventStreamClient client = server.resume("?collection=events", cursor)) {
                seen.add(assertMessage(client));
                seen.add(assertMessage(client));
                seen.add(assertMessage(client));
                server.close();
                seen.add(assertMessage(client));
            }
        }

        assertThat(seen).containsExactly("hello", "reset", "hello", "end");
    }

    private static String assertMessage(EventStreamClient client) throws IOException {
        EventStreamClient.Message message = client.take();
        assertThat(client.status()).isEqualTo(200);
        String type = client.header("Content-Type").replaceAll(";.*", "");
        ObjectNode read = MAPPER.createObjectNode().put("event", message.event());
        if (message.id() != null) {
            read.put("id", message.id());
        }
        read.set("data", message.data());
        JsonNode schema =
                CONTRACT.schema("get", "/v1/stream", client.status(), type).path("contentSchema");
        assertThat(schema.isObject()).isTrue();
        CONTRACT.assertFits(schema, read);
        return message.event();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        /v1/articles | application/json     | {"id": "a1", "text": "A drone struck."}                                             | 202
        /v1/articles | application/x-ndjson | {"id": "a1", "text": "x"}#{"id": "a2"}#{"id": "away", "text": "y"}                  | 202
        /v1/articles | application/json     | {"id": "a1"}                                                                        | 400
        /v1/articles | text/html            | x                                                                                   | 415
        /v1/articles | application/json     | {"id": "away", "text": "x"}                                                         | 503
        /v1/extract  | text/plain           | A Russian drone strike on Hlukhiv killed nine people on Monday, the governor said.  | 200
        /v1/extract  | text/plain           | Nothing happened.                                                                   | 200
        /v1/extract  | application/json     | {"title": "x"}                                                                      | 400
        /v1/extract  | text/html            | x                                                                                   | 415
        """)
    void whatIsHandedInIsAnsweredAsTheDocumentTells(String path, String type, String body, int status)
            throws Exception {
        HttpResponse<String> response = post(path, type, body.replace('#', '\n'));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        CONTRACT.assertTold("post", path, response);
        JsonNode request = CONTRACT.operation("post", path).path("requestBody");
        if (status < 300 && type.contains("json")) {
            JsonNode schema = request.path("content").path(type).path("schema");
            CONTRACT.assertFits(schema, MAPPER.readTree(body.replaceFirst("#.*", "")));
        }
    }

    @Test
    void anArticleWithEverythingIsOneAsTheDocumentDescribesIt() throws Exception {
        ObjectNode article = MAPPER.createObjectNode()
                .put("id", "a1")
                .put("text", SENTENCE)
                .put("title", "Drone strike")
                .put("published", "2026-11-18")
                .put("url", "https://news.example/a1")
                .put("source", "Northline Wire");
        for (String path : List.of("/v1/articles", "/v1/extract")) {
            JsonNode content = CONTRACT.operation("post", path).at("/requestBody/content");
            CONTRACT.assertFits(content.path("application/json").path("schema"), article);
            HttpResponse<String> response = post(path, "application/json", article.toString());

            assertThat(response.statusCode()).isBetween(200, 202);
            assertThat(Api.json(response).path("data")).isNotEmpty();
            CONTRACT.assertTold("post", path, response);
        }
    }

    @ParameterizedTest
    @CsvSource({"/v1/articles, application/json", "/v1/extract, text/plain"})
    void whatIsTooLongOrUnheardOfIsRefusedAsTheDocumentTells(String path, String type) throws Exception {
        HttpResponse<String> tooLong = post(path, type, "x".repeat(6_001));
        HttpResponse<String> unheardOf = post(path + "?unheard_of=1", type, "x");

        assertThat(tooLong.statusCode()).isEqualTo(413);
        CONTRACT.assertTold("post", path, tooLong);
        assertThat(unheardOf.statusCode()).isEqualTo(400);
        CONTRACT.assertTold("post", path, unheardOf);
    }

    @Test
    void aKeyThatIsUsedTwiceIsRefusedAsTheDocumentTells() throws Exception {
        post("/v1/articles", "application/json", "{\"text\": \"x\"}", "Idempotency-Key", "contract");

        HttpResponse<String> other =
                post("/v1/articles", "application/json", "{\"text\": \"y\"}", "Idempotency-Key", "contract");

        assertThat(other.statusCode()).isEqualTo(422);
        CONTRACT.assertTold("post", "/v1/articles", other);
    }

    private static HttpResponse<String> post(String path, String type, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(API.uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
