package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as the dashboard's build packed it. */
class StaticPageTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");

    private final Javalin server = Javalin.create(config -> {
                config.startup.showJavalinBanner = false;
                config.http.compressionStrategy = CompressionStrategy.GZIP;
                StaticPage.register(config.routes, ApiSettings.SAME_ORIGIN);
                config.routes.exception(
                        Problem.class,
                        (problem, ctx) -> ctx.status(problem.status()).result(String.valueOf(problem.getMessage())));
            })
            .start("127.0.0.1", 0);

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theDocumentForbidsScriptsOfItsOwnAndForeignOrigins() throws Exception {
        HttpResponse<byte[]> page = get("/", "identity");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(header(page, "Content-Type")).startsWith("text/html");
        assertThat(header(page, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'self'")
                .doesNotContain("unsafe", "http");
        assertThat(text(page))
                .doesNotContain("<script>")
                .doesNotContain("<style")
                .doesNotContain("//");
    }

    @Test
    void theSettingsAloneSayWhoMayFrameThePage() throws Exception {
        assertThat(header(get("/?embed=1", "identity"), "Content-Security-Policy"))
                .endsWith("frame-ancestors 'self'");
    }

    @Test
    void assetsComeCompressedOnceForAll() throws Exception {
        String script = script();

        HttpResponse<byte[]> plain = get(script, "identity");
        HttpResponse<byte[]> zipped = get(script, "gzip, deflate");

        assertThat(header(plain, "Content-Encoding")).isEmpty();
        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "Vary")).isEqualTo("Accept-Encoding");
        assertThat(zipped.body()).hasSizeLessThan(plain.body().length);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(header(get(script, "gzip, br"), "Content-Encoding")).isEqualTo("br");
        assertThat(header(get(script, "br;q=0, gzip;q=0.0"), "Content-Encoding"))
                .isEmpty();
    }

    @Test
    void assetsNeverNeedToBeAskedForAgainAndTheDocumentAlways() throws Exception {
        HttpResponse<byte[]> asset = get(script(), "gzip");
        HttpResponse<byte[]> page = get("/", "gzip");
        HttpRequest again = request("/", "gzip")
                .header("If-None-Match", header(page, "ETag"))
                .build();

        assertThat(header(asset, "Cache-Control")).contains("immutable");
        assertThat(header(page, "Cache-Control")).isEqualTo("no-cache");
        assertThat(CLIENT.send(again, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/no-such.js",
                "/assets/..%2Findex.html",
                "/assets/..%2F..%2Fserve%2FStaticPage.class",
                "/assets/%2Fetc%2Fpasswd",
                "/assets/.hidden"
            })
    void nothingButTheFilesOfThePageIsServed(String path) throws Exception {
        assertThat(get(path, "identity").statusCode()).isIn(400, 404);
    }

    private String script() throws Exception {
        Matcher matcher = SCRIPT.matcher(text(get("/", "identity")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<byte[]> get(String path, String encodings) throws Exception {
        return CLIENT.send(request(path, encodings).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String encodings) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Accept-Encoding", encodings);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    private static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
