package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.serve.access.Access;
import org.tocsin.serve.access.NewToken;
import org.tocsin.serve.access.Scope;
import org.tocsin.serve.access.TokenFile;
import org.tocsin.serve.access.Tokens;
import org.tocsin.serve.feed.FeedServer;
import org.tocsin.serve.query.HeldRecords;

/** The API with tokens. */
class GuardedApiTest {
    private static final int REQUESTS_PER_SECOND = 5;
    private static final int CONNECTIONS = 50;

    @TempDir
    private Path folder;

    private final NewToken reader = token(Scope.READ);
    private final NewToken publisher = token(Scope.PUBLISH);
    private final NewToken admin = token(Scope.ADMIN);
    private Api api;

    private static NewToken token(Scope scope) {
        return NewToken.of(scope.label(), Set.of(scope), Instant.EPOCH);
    }

    @BeforeEach
    void start() {
        TokenFile file = new TokenFile(folder.resolve("tokens.jsonl"));
        for (NewToken token : List.of(reader, publisher, admin)) {
            file.add(token.stored());
        }
        api = new Api(
                new HeldRecords().holdings(),
                ApiSettings.on("127.0.0.1", 0)
                        .guarded(
                                new Access.ByToken(Tokens.of(file, System::nanoTime)),
                                new Limits(REQUESTS_PER_SECOND, CONNECTIONS)),
                Optional.empty());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    private HttpResponse<String> get(String path, NewToken token) throws Exception {
        return api.get(path, "Authorization", "Bearer " + token.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/events",
                "/v1/events/e1",
                "/v1/events?contry=UA",
                "/v1/aggregates",
                "/v1/collections/incidents/items",
                "/v1/stores",
                "/v1/stores/event-by-time/x",
                "/schemas/Strike",
                "/metrics"
            })
    void whoShowsNoTokenLearnsNothing(String path) throws Exception {
        HttpResponse<String> response = api.get(path);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Api.header(response, "Content-Type")).startsWith("application/problem+json");
        assertThat(Api.header(response, "WWW-Authenticate")).startsWith("Bearer");
        assertThat(Api.json(response).path("detail").asText()).contains("Authorization: Bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/../internal/../v1/events",
                "/internal/../v1/events",
                "/internal/%2e%2e/v1/events",
                "//v1/events",
                "/v1/events/"
            })
    void noSpellingOfAPathGoesRoundTheGate(String path) throws Exception {
        assertThat(api.get(path).statusCode()).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz", "/v1", "/openapi.json", "/docs"})
    void whatTellsNothingOfTheStateIsForAll(String path) throws Exception {
        assertThat(api.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenIsGoodForItsScopeAndAnAdminsForAll() throws Exception {
        assertThat(get("/v1/events", reader).statusCode()).isEqualTo(200);
        assertThat(get("/metrics", reader).statusCode()).isEqualTo(200);
        assertThat(get("/v1/stores", admin).statusCode()).isEqualTo(200);
        assertThat(get("/v1/events", admin).statusCode()).isEqualTo(200);

        for (HttpResponse<String> refused : List.of(get("/v1/stores", reader), get("/v1/events", publisher))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(Api.header(refused, "Content-Type")).startsWith("application/problem+json");
            assertThat(Api.header(refused, "WWW-Authenticate")).contains("insufficient_scope");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer nonsense",
                "Basic dXNlcjpwYXNz",
                "Bearer ",
                "Bearer tocsin_0000000000000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aWrongTokenIsNotRepeatedInTheAnswer(String header) throws Exception {
        HttpResponse<String> response = api.get("/v1/events", "Authorization", header);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Api.header(response, "WWW-Authenticate")).contains("invalid_token");
        assertThat(response.body()).doesNotContain("nonsense", "dXNlcjpwYXNz", "AAAA");
    }

    @Test
    void whoGuessesIsLetWaitWhileGoodTokensOfTheSameAddressPass() throws Exception {
        HttpResponse<String> last = api.get("/v1/events", "Authorization", "Bearer guess");
        for (int i = 0; i < 50 && last.statusCode() == 401; i++) {
            last = api.get("/v1/events", "Authorization", "Bearer guess");
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(Api.header(last, "Retry-After"))).isPositive();
        assertThat(get("/v1/events", reader).statusCode()).isEqualTo(200);
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgainAndOthersAreAnswered() throws Exception {
        HttpResponse<String> last = get("/v1/events", reader);
        for (int i = 0; i < 1_000 && last.statusCode() == 200; i++) {
            last = get("/v1/events", reader);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(Api.header(last, "Content-Type")).startsWith("application/problem+json");
        assertThat(Api.header(last, "Retry-After")).isEqualTo("1");
        assertThat(get("/v1/events", admin).statusCode()).isEqualTo(200);
    }

    @Test
    void aThousandConnectionsThatAskNothingKeepNobodyOut() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                sockets.add(new Socket("127.0.0.1", api.at("/").getPort()));
            }

            assertThat(get("/v1/events", reader).statusCode()).isEqualTo(200);
            assertThat(get("/v1/aggregates", admin).statusCode()).isEqualTo(200);
            FeedServer.await(
                    () -> sockets.stream().filter(this::isClosedByServer).count() > 1_000 - CONNECTIONS);
            long open =
                    sockets.stream().filter(socket -> !isClosedByServer(socket)).count();
            assertThat(open).isLessThan(CONNECTIONS);
            assertThat(get("/v1/events", reader).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private boolean isClosedByServer(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/events HTTP/1.1|Host: a b c|400",
                "GET /v1/%zz HTTP/1.1|Host: localhost|400",
                "NONSENSE|Host: localhost|400",
                "GET /v1/events HTTP/1.1|Content-Length: -5|400",
                "GET /v1/events HTTP/1.1|X-Long: LONG|431",
                "GET /v1/events?q=LONG HTTP/1.1|Host: localhost|414"
            })
    void whatIsNoRequestIsRefusedAsEverythingElseIs(String line, String header, int status) throws Exception {
        String request = (line + "\r\n" + header + "\r\n").replace("LONG", "x".repeat(20_000));

        String answer = raw(request + (header.startsWith("Host") ? "" : "Host: localhost\r\n") + "\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"status\":" + status)
                .doesNotContain("xxxx", "<html", "Jetty");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", api.at("/").getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theDocumentSaysWhichTokenEachOperationNeeds() throws Exception {
        var document = api.json("/openapi.json");

        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/paths/~1v1~1events/get/security/0/token/0").asText())
                .isEqualTo("read");
        assertThat(document.at("/paths/~1v1~1stores/get/security/0/token/0").asText())
                .isEqualTo("admin");
        assertThat(document.at("/paths/~1healthz/get/security").isEmpty()).isTrue();
        assertThat(document.at("/paths/~1v1~1events/get/responses").has("403")).isTrue();
        Contract contract = new Contract(document);
        contract.assertTold("get", "/v1/events", api.get("/v1/events"));
        contract.assertTold("get", "/v1/events", get("/v1/events", publisher));
    }

    @Test
    void aPageOfAnotherOriginMayAskBeforeItShowsAToken() throws Exception {
        api.close();
        TokenFile file = new TokenFile(folder.resolve("tokens.jsonl"));
        api = new Api(
                new HeldRecords().holdings(),
                new ApiSettings(
                        "127.0.0.1",
                        0,
                        Set.of("https://desk.example"),
                        ApiSettings.SAME_ORIGIN,
                        new Access.ByToken(Tokens.of(file, System::nanoTime)),
                        Limits.NONE,
                        Optional.empty()),
                Optional.empty());

        HttpResponse<String> asked = api.send(HttpRequest.newBuilder(api.at("/v1/events"))
                .header("Origin", "https://desk.example")
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(asked.statusCode()).isEqualTo(204);
        assertThat(Api.header(asked, "Access-Control-Allow-Headers")).contains("Authorization");
        assertThat(asked.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }
}
