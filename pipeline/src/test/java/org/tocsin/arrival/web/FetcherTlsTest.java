package org.tocsin.arrival.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.Authority;

/** Documents over TLS, which passes through the way out unopened. */
class FetcherTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path folder;

    private static SSLContext serving(Authority.Signed signed) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "feed", signed.privateKey(), PASSWORD, signed.certificates().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Trusts who signed this certificate. */
    private static SSLContext trusting(Authority.Signed signed) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "ca", signed.certificates().get(signed.certificates().size() - 1));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Fetched get(Authority.Signed shown, SSLContext client) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serving(shown)));
        server.createContext("/feed", exchange -> {
            byte[] body = "a secured feed".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (Fetcher fetcher =
                Fetcher.open(Reach.ANY, "Tocsin/test", Duration.ofSeconds(10), Clock.systemUTC(), client)) {
            URI feed = URI.create("https://localhost:" + server.getAddress().getPort() + "/feed");
            return fetcher.get(feed, Map.of(), 1000);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aFeedOverTlsIsRead() throws Exception {
        Authority.Signed signed = new Authority(folder, "desk").good("feed");

        Fetched fetched = get(signed, trusting(signed));

        assertThat(fetched).isInstanceOf(Fetched.Document.class);
        assertThat(((Fetched.Document) fetched).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("a secured feed");
    }

    @Test
    void aCertificateOfUnknownSignerIsRefused() throws Exception {
        Authority.Signed signed = new Authority(folder, "desk").good("feed");

        Fetched fetched = get(signed, SSLContext.getDefault());

        assertThat(((Fetched.Failed) fetched).reason()).contains("certificate or TLS is not accepted");
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() throws Exception {
        Authority.Signed signed = new Authority(folder, "desk").expired("feed");

        Fetched fetched = get(signed, trusting(signed));

        assertThat(((Fetched.Failed) fetched).reason()).contains("certificate or TLS is not accepted");
    }
}
