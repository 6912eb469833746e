package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Logins with tokens, as docs/security-setup.md sets them, against a server that gives tokens and one that wants them. */
class OAuthTest {
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String SECRET = "client-secret-5150";

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String token;

    @BeforeEach
    void start() throws IOException {
        long now = Instant.now().getEpochSecond();
        token = part("{\"alg\":\"none\"}") + "."
                + part("{\"sub\":\"tocsin\",\"scope\":\"news\",\"iat\":" + now + ",\"exp\":" + (now + 3600) + "}") + "."
                + part("unsigned");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/token",
                exchange -> answer(exchange, basic(), "{\"access_token\":\"" + token + "\",\"expires_in\":3600}"));
        server.createContext("/subjects", exchange -> answer(exchange, "Bearer " + token, "[\"articles-value\"]"));
        server.start();
        System.setProperty(ALLOWED, url("/token"));
    }

    @AfterEach
    void stop() {
        System.clearProperty(ALLOWED);
        server.stop(0);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic() {
        return "Basic " + Base64.getEncoder().encodeToString(("tocsin:" + SECRET).getBytes(StandardCharsets.UTF_8));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Answers those who show what is wanted. */
    private void answer(HttpExchange exchange, String wanted, String body) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        shown.add(exchange.getRequestURI().getPath() + " " + authorization);
        boolean good = wanted.equals(authorization);
        byte[] bytes = (good ? body : "{\"error_code\":401,\"message\":\"no\"}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(good ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private PipelineConfig config(Map<String, String> more) {
        Map<String, String> settings =
                new HashMap<>(Map.of("bootstrap.servers", "localhost:1", "schema.registry.url", url("")));
        settings.putAll(more);
        return PipelineConfig.of(settings);
    }

    private Map<String, String> kafka(String secret) {
        return Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "OAUTHBEARER",
                "sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler",
                "sasl.oauthbearer.token.endpoint.url",
                url("/token"),
                "sasl.oauthbearer.client.credentials.client.id",
                "tocsin",
                "sasl.oauthbearer.client.credentials.client.secret",
                secret,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
    }

    @Test
    void kafkasClientsFetchATokenWithTheClientsSecret() {
        PipelineConfig config = config(kafka(SECRET));

        Admin.create(config.admin()).close();

        assertThat(shown).containsExactly("/token " + basic());
        assertThat(config.streams()).containsKey("sasl.oauthbearer.token.endpoint.url");
        assertThat(config.producer()).containsKey("sasl.oauthbearer.client.credentials.client.secret");
        assertThat(config.toString()).doesNotContain(SECRET);
    }

    @Test
    void aWrongSecretIsToldWithTheSettingAndNotShown() {
        PipelineConfig config = config(kafka("another-secret"));

        assertThatThrownBy(() -> Admin.create(config.admin()))
                .satisfies(error -> assertThat(Diagnosis.of(error, config, Rights.Role.PIPELINE))
                        .get()
                        .satisfies(diagnosis -> assertThat(config.withoutSecrets(diagnosis.text()))
                                .contains("sasl.jaas.config")
                                .doesNotContain("another-secret")));
    }

    @Test
    void theRegistryIsShownAFixedToken() throws IOException {
        PipelineConfig config =
                config(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", token));

        try (RegistryProbe probe = new RegistryProbe(config)) {
            assertThat(probe.subjects()).isEqualTo(1);
        }
        assertThat(shown).containsExactly("/subjects Bearer " + token);
    }

    @Test
    void theRegistryIsShownAFetchedToken() throws IOException {
        PipelineConfig config = config(Map.of(
                "bearer.auth.credentials.source",
                "OAUTHBEARER",
                "bearer.auth.issuer.endpoint.url",
                url("/token"),
                "bearer.auth.client.id",
                "tocsin",
                "bearer.auth.client.secret",
                SECRET,
                "bearer.auth.scope",
                "news"));

        try (RegistryProbe probe = new RegistryProbe(config)) {
            assertThat(probe.subjects()).isEqualTo(1);
        }
        assertThat(shown).containsExactly("/token " + basic(), "/subjects Bearer " + token);
    }

    @Test
    void aTokenThatTheRegistryDoesNotTakeIsToldWithTheSetting() {
        PipelineConfig config =
                config(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "stale-token"));

        try (RegistryProbe probe = new RegistryProbe(config)) {
            assertThatThrownBy(probe::subjects)
                    .satisfies(error -> assertThat(
                                    Diagnosis.ofRegistry(error, config).text())
                            .contains("bearer.auth.token")
                            .doesNotContain("stale-token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
