package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Authority;
import org.tocsin.stream.JavaProcess;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.Rights.Role;

/**
 * Two instances as processes on the secured cluster, with TLS, tokens and a secret between them, while callers do what they should
 * not. All the time somebody with a good token asks and is answered; in the end nothing that was said holds a secret.
 */
@TestMethodOrder(OrderAnnotation.class)
class HostileCallersIT {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    /** Questions that must have been answered for each thing that somebody tries. */
    private static final int ENOUGH = 10;

    /** Between two questions of the caller who may. */
    private static final Duration PACE = Duration.ofMillis(25);

    private static final int CONNECTIONS = 200;
    private static final int SUBSCRIBERS_EACH = 5;
    private static final String INTERNAL = "between-the-instances-alone-31";
    private static final String GUESS = "tocsin_0123456789abcdef_guessed-token-of-somebody-else";
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private static Path folder;

    private static SecuredCompany company;
    private static SSLContext trust;
    private static String reader;
    private static String publisher;
    private static final List<Instance> INSTANCES = new ArrayList<>();

    private HttpClient client;
    private Questions questions;

    /** An instance in a process of its own, and all that it said. */
    private record Instance(JavaProcess process, int port, Path data) {
        URI at(String path) {
            return URI.create("https://localhost:" + port + path);
        }
    }

    @BeforeAll
    static void start() throws Exception {
        company = SecuredCompany.start(folder);
        trust = ApiTls.trusting(company.authority().file());
        Path tokens = folder.resolve("tokens.jsonl");
        reader = token("read", tokens);
        publisher = token("publish", tokens);
        assertThat(company.run(Role.OPERATOR, List.of("topics", "create")).exit())
                .isZero();
        Path samples = Files.writeString(
                folder.resolve("samples.jsonl"), Run.of("samples").out());
        assertThat(company.run(Role.PUBLISHER, List.of("publish", samples.toString()))
                        .exit())
                .isZero();
        INSTANCES.add(instance("first", tokens));
        INSTANCES.add(instance("second", tokens));
        HttpClient client = HttpClient.newBuilder().sslContext(trust).build();
        KafkaProbe.await(
                "both instances answer together",
                LIMIT,
                () -> INSTANCES.stream().allMatch(instance -> {
                    INSTANCES.forEach(HostileCallersIT::requireAlive);
                    return together(client, instance);
                }));
    }

    private static String token(String scope, Path file) {
        Run run = Run.of("token", "create", "--scope", scope, "--name", scope, "--file", file.toString());
        assertThat(run.exit()).isZero();
        return run.out().strip();
    }

    private static Instance instance(String name, Path tokens) throws IOException {
        int port = freePort();
        Path data = Files.createDirectory(folder.resolve(name));
        Authority.Signed signed = company.authority().good(name);
        Map<String, String> settings = company.settings(Role.PIPELINE);
        settings.putAll(Map.of(
                "tocsin.api.port", Integer.toString(port),
                "tocsin.api.tls.certificate", signed.chain().toString(),
                "tocsin.api.tls.key", signed.key().toString(),
                "tocsin.api.tls.trusted", company.authority().file().toString(),
                "tocsin.api.tokens.file", tokens.toString(),
                "tocsin.api.internal.token", INTERNAL,
                "tocsin.api.connections", Integer.toString(CONNECTIONS),
                "tocsin.api.stream.subscribers.per.caller", Integer.toString(SUBSCRIBERS_EACH),
                "tocsin.api.body.timeout.ms", "2000",
                "application.server", "localhost:" + port));
        settings.remove("state.dir");
        JavaProcess process = JavaProcess.start(
                Tocsin.class.getName(),
                List.of("-Xmx400m", "-XX:TieredStopAtLevel=1"),
                List.of(
                        "run",
                        "--verbose",
                        "--config",
                        company.file(settings).toString(),
                        "--data-dir",
                        data.toString()),
                folder.resolve(name + ".txt"));
        return new Instance(process, port, data);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private static void requireAlive(Instance instance) {
        if (!instance.process().isAlive()) {
            throw new AssertionError(
                    "The instance ended: " + text(instance.process().log()));
        }
    }

    /** Whether an instance answers for both. */
    private static boolean together(HttpClient client, Instance instance) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(instance.at("/v1/events?limit=1"))
                            .header("Authorization", "Bearer " + reader)
                            .build(),
                    BodyHandlers.ofString());
            JsonNode meta = MAPPER.readTree(answer.body()).path("meta");
            return meta.path("instances").asInt() == 2
                    && meta.path("complete").asBoolean()
                    && meta.path("matched").asInt() > 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        INSTANCES.forEach(instance -> instance.process().close());
        company.close();
    }

    @BeforeEach
    void ask() {
        client = HttpClient.newBuilder().sslContext(trust).build();
        questions = new Questions();
    }

    @AfterEach
    void everyQuestionWasAnswered() throws InterruptedException {
        questions.end();
    }

    /** Somebody with a good token, who asks all the time and must be answered within ten seconds each. */
    private final class Questions {
        private final AtomicInteger answered = new AtomicInteger();
        private final List<String> refused = new ArrayList<>();
        private final Thread thread = new Thread(this::ask, "questions");
        private volatile boolean ended;

        Questions() {
            thread.start();
        }

        private void ask() {
            while (!ended) {
                try {
                    HttpResponse<String> answer = get("/v1/aggregates", "Authorization", "Bearer " + reader);
                    if (answer.statusCode() == 200) {
                        answered.incrementAndGet();
                    } else {
                        refused.add(answer.statusCode() + " " + answer.body());
                    }
                    LockSupport.parkNanos(PACE.toNanos());
                } catch (IOException e) {
                    refused.add(e.toString());
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        void end() throws InterruptedException {
            KafkaProbe.await("enough questions are answered", LIMIT, () -> answered.get() >= ENOUGH || ended);
            ended = true;
            thread.join(LIMIT.toMillis());
            System.out.println("Questions answered meanwhile: " + answered + ", refused: " + refused.size());
            assertThat(refused).isEmpty();
            assertThat(answered.get()).isGreaterThanOrEqualTo(ENOUGH);
        }
    }

    private Instance first() {
        return INSTANCES.get(0);
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(first().at(path)).timeout(Duration.ofSeconds(10));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body, String token)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(first().at("/v1/articles"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build(),
                BodyHandlers.ofString());
    }

    @Order(1)
    @Test
    void whoHasNoTokenOrOneForSomethingElseIsRefused() throws Exception {
        for (int i = 0; i < 100; i++) {
            assertThat(get("/v1/events").statusCode()).isEqualTo(401);
            assertThat(get("/v1/events", "Authorization", "Bearer " + publisher).statusCode())
                    .isEqualTo(403);
        }
        assertThat(post(BodyPublishers.ofString("{}"), reader).statusCode()).isEqualTo(403);
        assertThat(get("/v1/stores", "Authorization", "Bearer " + reader).statusCode())
                .isEqualTo(403);
        List<Integer> guesses = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            guesses.add(
                    get("/v1/events", "Authorization", "Bearer " + GUESS + i).statusCode());
        }
        assertThat(guesses).containsOnly(401, 429).endsWith(429);
        assertThat(get("/internal/v1/questions", "Tocsin-Internal-Token", GUESS).statusCode())
                .isBetween(400, 405);
    }

    @Order(2)
    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        try (SSLSocket socket = begun(17 * 1024 * 1024)) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            byte[] answer = new byte[12];
            assertThat(socket.getInputStream().readNBytes(answer, 0, answer.length))
                    .isEqualTo(answer.length);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
        assertThat(get("/v1/events", "X-Long", "x".repeat(20_000)).statusCode()).isEqualTo(431);
        assertThat(get("/v1/events?q=" + "x".repeat(20_000)).statusCode()).isEqualTo(414);
    }

    @Order(3)
    @Test
    void bodiesThatDripAreCutOff() throws Exception {
        List<SSLSocket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                slow.add(begun(1_000_000));
            }
            List<String> answers = new ArrayList<>();
            KafkaProbe.await("all are cut off", Duration.ofSeconds(30), () -> {
                slow.removeIf(socket -> drip(socket).map(answers::add).orElse(false));
                return slow.isEmpty();
            });
            assertThat(answers).hasSize(20).allMatch(answer -> answer.startsWith("HTTP/1.1 408") || answer.isEmpty());
            assertThat(answers).anyMatch(answer -> answer.startsWith("HTTP/1.1 408"));
        } finally {
            for (SSLSocket socket : slow) {
                socket.close();
            }
        }
    }

    /** A request whose body begins and does not go on. */
    private SSLSocket begun(int length) throws IOException {
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("localhost", first().port());
        socket.startHandshake();
        socket.setSoTimeout(1);
        socket.getOutputStream()
                .write(("POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + length + "\r\nAuthorization: Bearer " + publisher
                                + "\r\n\r\n{\"id\":")
                        .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** Sends one more byte; what was answered where the server has had enough. */
    private static Optional<String> drip(SSLSocket socket) {
        byte[] answer = new byte[100];
        try {
            socket.getOutputStream().write(' ');
            socket.getOutputStream().flush();
            int read = socket.getInputStream().read(answer);
            return Optional.of(read < 0 ? "" : new String(answer, 0, read, StandardCharsets.US_ASCII));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("");
        }
    }

    @Order(4)
    @Test
    void aThousandConnectionsKeepNobodyOut() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                sockets.add(new Socket("localhost", first().port()));
            }
            KafkaProbe.await("the server lets go of most", Duration.ofSeconds(60), () -> open(sockets) <= CONNECTIONS);
            assertThat(get("/v1/events", "Authorization", "Bearer " + reader).statusCode())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private static long open(List<Socket> sockets) {
        return sockets.stream().filter(HostileCallersIT::isOpen).count();
    }

    private static boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() >= 0;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (SocketException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    @Order(5)
    @Test
    void nobodyTakesThePlacesOfAllSubscribers() throws Exception {
        List<InputStream> streams = new ArrayList<>();
        try {
            for (int i = 0; i < SUBSCRIBERS_EACH; i++) {
                HttpResponse<InputStream> stream = client.send(
                        HttpRequest.newBuilder(first().at("/v1/stream?collection=events"))
                                .header("Authorization", "Bearer " + reader)
                                .build(),
                        BodyHandlers.ofInputStream());
                streams.add(stream.body());
                assertThat(stream.statusCode()).isEqualTo(200);
            }
            HttpResponse<String> refused = get("/v1/stream?collection=events", "Authorization", "Bearer " + reader);
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        } finally {
            for (InputStream stream : streams) {
                stream.close();
            }
        }
    }

    @Order(6)
    @Test
    void nothingThatWasSaidHoldsASecret() throws Exception {
        questions.end();
        for (Instance instance : INSTANCES) {
            instance.process().stop(LIMIT);
        }
        List<String> secrets = new ArrayList<>(SecuredCompany.secrets());
        secrets.addAll(List.of(reader, publisher, INTERNAL, GUESS, "BEGIN PRIVATE KEY"));
        secrets.add(reader.split("_", 3)[2]);
        long searched = 0;
        for (Instance instance : INSTANCES) {
            List<Path> logs = new ArrayList<>(List.of(instance.process().log()));
            try (Stream<Path> files = Files.list(instance.data())) {
                files.filter(file -> file.getFileName().toString().startsWith("tocsin.log"))
                        .forEach(logs::add);
            }
            assertThat(logs).hasSizeGreaterThan(1);
            for (Path log : logs) {
                String text = text(log);
                searched += text.length();
                assertThat(text).isNotEmpty();
                for (String secret : secrets) {
                    assertThat(text.contains(secret))
                            .as(log + " holds a secret that begins with " + secret.substring(0, 6))
                            .isFalse();
                }
            }
        }
        System.out.println("Searched " + searched + " characters of logs for " + secrets.size() + " secrets");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
