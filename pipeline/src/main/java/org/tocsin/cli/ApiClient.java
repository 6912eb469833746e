package org.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The HTTP API as commands ask it, with token and trust of the environment where they are there: whatever goes wrong is a {@link CommandFailure} that says what to do. */
final class ApiClient {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String TOKEN = "TOCSIN_TOKEN";

    private static final String AUTHORITIES = "TOCSIN_CA";

    private final HttpClient client = client();
    private final URI url;
    private final @Nullable String token = System.getenv(TOKEN);

    /**
     * A client.
     *
     * @param url address of the API, for example {@code http://127.0.0.1:8080}
     */
    ApiClient(URI url) {
        this.url = url;
    }

    private static HttpClient client() {
        String authorities = System.getenv(AUTHORITIES);
        if (authorities == null || authorities.isEmpty()) {
            return HttpClient.newHttpClient();
        }
        try {
            return HttpClient.newBuilder()
                    .sslContext(ApiTls.trusting(Path.of(authorities)))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    "The environment variable TOCSIN_CA must name a file of certificates in PEM: " + e.getMessage(), e);
        }
    }

    /** The address of a path with parameters. */
    URI address(String path, Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String base = url.toString().replaceAll("/+$", "");
        return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
    }

    /** A text as a part of an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** An answer as a whole. */
    HttpResponse<String> get(URI address) throws InterruptedException {
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(address).timeout(PATIENCE), BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw refusal(response.statusCode(), response.body());
        }
        return response;
    }

    /** An answer that does not end, as it comes. */
    InputStream follow(URI address, Map<String, String> headers) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        headers.forEach(request::header);
        HttpResponse<InputStream> response = send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() == 200) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            throw refusal(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new CommandFailure(url + " answers " + response.statusCode(), e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler)
            throws InterruptedException {
        try {
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            return client.send(request.build(), handler);
        } catch (SSLException e) {
            throw new CommandFailure(
                    url + " cannot be trusted or does not speak TLS (" + e.getMessage()
                            + "); name the file with the certificate of its authority with the environment variable "
                            + AUTHORITIES,
                    e);
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    "No answer from " + url
                            + "; start the pipeline (tocsin demo or tocsin run) or give its address with --url",
                    e);
        }
    }

    private CommandFailure refusal(int status, String body) {
        String hint = status == 401 ? " (tocsin takes the token from the environment variable " + TOKEN + ")" : "";
        return new CommandFailure(Printable.line(url + " answers " + status + ": " + detail(body)) + hint);
    }

    private static String detail(String body) {
        try {
            return MAPPER.readTree(body).path("detail").asText(body);
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    /** An answer that must be JSON. */
    JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(url + " does not answer JSON; is it the API of Tocsin?", e);
        }
    }
}
