package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.local.Authority;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;
import org.tocsin.serve.Tls;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.TlsContext;

/** The API over TLS. */
class ApiTlsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Authority authority;
    private Authority.Signed signed;

    @BeforeEach
    void sign() {
        authority = new Authority(folder, "desk");
        signed = authority.good("api");
    }

    private Map<String, String> pem() {
        return new HashMap<>(Map.of(
                "tocsin.api.tls.certificate", signed.chain().toString(),
                "tocsin.api.tls.key", signed.key().toString()));
    }

    private static Tls tls(Map<String, String> settings) {
        return ApiTls.of(PipelineConfig.of(settings)).orElseThrow();
    }

    private static ApiServer started(Tls tls) {
        return ApiServer.start(ApiSettings.on("127.0.0.1", 0).secured(tls), List.of());
    }

    private int status(ApiServer api) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(ApiTls.trusting(authority.file()))
                .build();
        URI landing = URI.create("https://localhost:" + api.port() + "/v1");
        return client.send(HttpRequest.newBuilder(landing).build(), BodyHandlers.ofString())
                .statusCode();
    }

    @Test
    void whoTrustsTheAuthorityIsAnsweredOverTlsAndNobodyElse() throws Exception {
        try (ApiServer api = started(tls(pem()))) {
            assertThat(status(api)).isEqualTo(200);
            assertThatThrownBy(() -> HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create("https://localhost:" + api.port() + "/v1"))
                                            .build(),
                                    BodyHandlers.ofString()))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(plain(api.port())).doesNotStartWith("HTTP/1.1 2");
        }
    }

    private static String plain(int port) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write("GET /v1 HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aKeyStoreDoesAsWell() throws Exception {
        Path file = folder.resolve("api.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    "api",
                    signed.privateKey(),
                    "changeit".toCharArray(),
                    signed.certificates().toArray(X509Certificate[]::new));
            store.store(out, "changeit".toCharArray());
        }
        Map<String, String> settings =
                Map.of("tocsin.api.tls.keystore.location", file.toString(), "tocsin.api.tls.password", "changeit");

        try (ApiServer api = started(tls(settings))) {
            assertThat(status(api)).isEqualTo(200);
        }
        Map<String, String> wrong =
                Map.of("tocsin.api.tls.keystore.location", file.toString(), "tocsin.api.tls.password", "guessed");
        assertThatThrownBy(() -> tls(wrong))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("tocsin.api.tls.password")
                .hasMessageNotContaining("guessed");
    }

    @Test
    void aRenewedCertificateIsShownWithoutARestartAndABrokenOneIsNot() throws Exception {
        try (ApiServer api = started(tls(pem()))) {
            var before = shown(api).getSerialNumber();

            Files.writeString(signed.key(), "half written");
            replaceBy(authority.good("renewed"));

            KafkaProbe.await(
                    "the renewed certificate is shown",
                    LIMIT,
                    () -> !shown(api).getSerialNumber().equals(before));
            assertThat(status(api)).isEqualTo(200);
        }
    }

    private void replaceBy(Authority.Signed renewed) throws IOException {
        Files.copy(renewed.chain(), signed.chain(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(renewed.key(), signed.key(), StandardCopyOption.REPLACE_EXISTING);
    }

    private X509Certificate shown(ApiServer api) {
        try (SSLSocket socket = (SSLSocket) TlsContext.of(Map.of(
                        "ssl.truststore.type",
                        "PEM",
                        "ssl.truststore.location",
                        authority.file().toString()))
                .getSocketFactory()
                .createSocket("localhost", api.port())) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tocsin.api.tls.key, '', needs either both",
        "tocsin.api.tls.keystore.location, some.p12, needs either both",
        "tocsin.api.tls.key, no/such.pem, tocsin.api.tls.key names cannot be read",
        "tocsin.api.tls.certificate, CA, PKCS#8",
        "tocsin.api.tls.key, CERTIFICATE, PKCS#8"
    })
    void whatIsWrongIsSaidWithTheSetting(String key, String value, String message) throws Exception {
        Map<String, String> settings = pem();
        Path broken = Files.writeString(folder.resolve("broken.pem"), "-----BEGIN NOTHING-----");
        settings.put(
                key,
                switch (value) {
                    case "CA" -> broken.toString();
                    case "CERTIFICATE" -> signed.chain().toString();
                    default -> value;
                });

        assertThatThrownBy(() -> ApiTls.of(PipelineConfig.of(settings)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(message);
    }

    @Test
    void aCertificateOfAnotherKeyIsFoundAtOnce() {
        Map<String, String> settings = pem();
        settings.put("tocsin.api.tls.key", authority.good("other").key().toString());

        assertThatThrownBy(() -> ApiTls.of(PipelineConfig.of(settings)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("does not belong to");
    }
}
