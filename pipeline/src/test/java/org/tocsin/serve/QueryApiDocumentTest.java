package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds docs/query-api.md to the API. */
class QueryApiDocumentTest {
    private static final Pattern CURL = Pattern.compile("(?m)^ +curl 'http://127\\.0\\.0\\.1:8080(/[^']*)'$");

    private final InMemoryStores stores = new InMemoryStores();
    private final Clock clock = Clock.fixed(Instant.parse("2024-12-24T12:00:00Z"), ZoneOffset.UTC);
    private final ApiServer server = ApiServer.start(
            ApiSettings.on("127.0.0.1", 0),
            stores,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            clock,
            List.of());

    @AfterEach
    void stop() {
        server.close();
    }

    static List<String> queries() throws IOException {
        return CURL.matcher(document()).results().map(query -> query.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryThatItShowsIsAnswered(String query) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + query))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"data\":[");
    }

    @Test
    void itNamesTheParametersOfEachPath() throws IOException {
        for (PlainResource resource : List.of(
                new EventsResource(stores),
                new IncidentsResource(stores),
                new RollupsResource(stores, clock),
                new RollupChangeResource(stores, clock))) {
            String parameters = "`" + String.join("`, `", resource.parameters()) + "`";
            assertThat(document()).contains("| `" + resource.path() + "` | " + parameters + " |");
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/query-api.md"));
    }
}
