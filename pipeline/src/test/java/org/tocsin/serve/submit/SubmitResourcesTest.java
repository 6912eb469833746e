package org.tocsin.serve.submit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.article.ArticleIntake;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.EnglishNews;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.stream.ArticleProducer.Receipt;

class SubmitResourcesTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String SENTENCE =
            "A Russian drone strike on Hlukhiv killed nine people on Monday, the regional governor said.";

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final List<NewsArticle> published = new ArrayList<>();
    private final Extraction extraction = new Extraction(EnglishNews::coder, 2, Duration.ofSeconds(60));
    private final ApiServer server = ApiServer.start(
            ApiSettings.on("127.0.0.1", 0),
            List.of(
                    new ArticlesResource(
                            new ArticleDesk(new ArticleIntake(2_000), this::publish),
                            new AnswerMemory<>(10, Duration.ofHours(1), Clock.systemUTC()),
                            5_000,
                            PATIENCE),
                    new ExtractResource(extraction, 1_000, PATIENCE)));

    @AfterEach
    void stop() {
        server.close();
        extraction.close();
    }

    private CompletableFuture<Receipt> publish(NewsArticle article) {
        if (article.id().startsWith("away")) {
            return CompletableFuture.failedFuture(new TimeoutException("no broker"));
        }
        published.add(article);
        return CompletableFuture.completedFuture(new Receipt("articles", 2, published.size()));
    }

    @Test
    void anArticleIsAcceptedWithItsPlaceInTheTopic() throws Exception {
        HttpResponse<String> response =
                post("/v1/articles", "application/json", "{\"id\": \"a1\", \"text\": \"A drone struck.\"}");

        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode line = json(response).at("/data/0");
        assertThat(line.path("id").asText()).isEqualTo("a1");
        assertThat(line.path("topic").asText()).isEqualTo("articles");
        assertThat(line.path("partition").asInt()).isEqualTo(2);
        assertThat(line.path("offset").asInt()).isEqualTo(1);
        assertThat(json(response).at("/meta/accepted").asInt()).isEqualTo(1);
    }

    @Test
    void linesAreToldOneByOne() throws Exception {
        HttpResponse<String> response = post(
                "/v1/articles",
                "application/x-ndjson; charset=utf-8",
                "{\"id\": \"a1\", \"text\": \"x\"}\n{\"id\": \"a2\"}\n{\"id\": \"away\", \"text\": \"y\"}\n");

        assertThat(response.statusCode()).isEqualTo(202);
        JsonNode data = json(response).path("data");
        assertThat(data.at("/1/error/status").asInt()).isEqualTo(400);
        assertThat(data.at("/1/error/detail").asText()).contains("no text");
        assertThat(data.at("/2/error/status").asInt()).isEqualTo(503);
        assertThat(json(response).at("/meta/refused").asInt()).isEqualTo(2);
    }

    @Test
    void nothingIsAcceptedThatKafkaDidNotConfirm() throws Exception {
        HttpResponse<String> response = post("/v1/articles", "application/json", "{\"id\": \"away\", \"text\": \"x\"}");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        application/json     | {"id": "a"}                    | 400 | no text
        application/json     | [{"id": "a", "text": "x"}]     | 400 | no JSON object
        application/json     | {"id": "a", "text": <script>   | 400 | no valid JSON
        application/x-ndjson | \\n                            | 400 | no valid JSON
        text/html            | {"id": "a", "text": "x"}       | 415 | application/x-ndjson
        """)
    void whatCannotBeTakenIsAProblem(String type, String body, int status, String hint) throws Exception {
        HttpResponse<String> response = post("/v1/articles", type, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(response).path("detail").asText()).contains(hint);
        assertThat(response.body()).doesNotContain("<script>");
        assertThat(published).isEmpty();
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAlsoWhereItsLengthIsNotTold() throws Exception {
        String body = "{\"id\": \"a\", \"text\": \"" + "x".repeat(6_000) + "\"}";
        HttpResponse<String> told = post("/v1/articles", "application/json", body);
        HttpResponse<String> untold = CLIENT.send(
                HttpRequest.newBuilder(uri("/v1/articles"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new java.io.ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))))
                        .build(),
                BodyHandlers.ofString());

        assertThat(told.statusCode()).isEqualTo(413);
        assertThat(untold.statusCode()).isEqualTo(413);
        assertThat(json(told).path("detail").asText()).contains("5000 bytes");
    }

    @Test
    void aBodyThatDripsIsGivenUp() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 4000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!in.ready() && System.nanoTime() < end) {
                out.write('x');
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }

            assertThat(in.readLine()).startsWith("HTTP/1.1 408 ");
            assertThat(published).isEmpty();
        }
    }

    @Test
    void aRequestWithTheSameKeyIsDoneOnce() throws Exception {
        String body = "{\"id\": \"a1\", \"text\": \"x\"}";
        HttpResponse<String> first = post("/v1/articles", "application/json", body, "Idempotency-Key", "k1");
        HttpResponse<String> again = post("/v1/articles", "application/json", body, "Idempotency-Key", "k1");
        HttpResponse<String> other =
                post("/v1/articles", "application/json", "{\"id\": \"a2\", \"text\": \"x\"}", "Idempotency-Key", "k1");
        HttpResponse<String> endless =
                post("/v1/articles", "application/json", body, "Idempotency-Key", "k".repeat(256));

        assertThat(published).hasSize(1);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(endless.statusCode()).isEqualTo(400);
    }

    @Test
    void eventsOfATextSayWhereTheirSentencesAndValuesStand() throws Exception {
        String text = "Nobody was hurt elsewhere. " + SENTENCE;
        JsonNode plain = json(post("/v1/extract", "text/plain", text));
        JsonNode asJson = json(post(
                "/v1/extract",
                "application/json",
                new JsonMapper().createObjectNode().put("text", text).toString()));

        assertThat(plain.path("data")).isNotEmpty().isEqualTo(asJson.path("data"));
        for (JsonNode event : plain.path("data")) {
            for (int i = 0; i < event.path("evidence").size(); i++) {
                int start = event.path("evidence_starts").get(i).asInt();
                assertThat(text.substring(start))
                        .startsWith(event.path("evidence").get(i).asText());
            }
            for (JsonNode span : event.path("spans")) {
                assertThat(span.path("end").asInt()).isBetween(1, text.length());
            }
        }
        assertThat(plain.at("/meta/characters").asInt()).isEqualTo(text.length());
        assertThat(published).isEmpty();
    }

    @Test
    void relativeDatesOfATextCountFromItsPublication() throws Exception {
        JsonNode answer = json(post(
                "/v1/extract",
                "application/json",
                new JsonMapper()
                        .createObjectNode()
                        .put("text", SENTENCE)
                        .put("published", "2026-11-18")
                        .toString()));

        assertThat(answer.at("/data/0/date/start").asText()).isEqualTo("2026-11-16");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        text/html        | x             | 415 | text/plain
        application/json | {"title": "x"}| 400 | no text
        application/json | x             | 400 | no valid JSON
        """)
    void aTextThatCannotBeReadIsAProblem(String type, String body, int status, String hint) throws Exception {
        HttpResponse<String> response = post("/v1/extract", type, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(json(response).path("detail").asText()).contains(hint);
    }

    @Test
    void aTextHasALimitInCharactersAndInBytes() throws Exception {
        assertThat(post("/v1/extract", "text/plain", "x".repeat(1_001)).statusCode())
                .isEqualTo(400);
        assertThat(post("/v1/extract", "text/plain", "x".repeat(6_001)).statusCode())
                .isEqualTo(413);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private HttpResponse<String> post(String path, String type, String body, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path)).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        return new JsonMapper().readTree(response.body());
    }
}
