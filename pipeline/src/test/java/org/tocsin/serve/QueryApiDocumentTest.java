package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.serve.query.HeldRecords;

/** Holds docs/query-api.md to the API. */
class QueryApiDocumentTest {
    private static final Pattern CURL = Pattern.compile("(?m)^ +curl 'http://127\\.0\\.0\\.1:8080(/[^']*)'$");

    private final HeldRecords records = new HeldRecords();
    private final Api api = new Api(records.holdings());

    @BeforeEach
    void fill() {
        records.add(News.reported(News.strike("e1", "a1", "2024-11-18", News.place("UA"))));
        records.add(News.incident("i1", "2024-11-18", "UA", 9, 11).build());
    }

    @AfterEach
    void stop() {
        api.close();
    }

    static List<String> queries() throws IOException {
        return CURL.matcher(document()).results().map(query -> query.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void everyQueryThatItShowsIsAnswered(String query) throws Exception {
        HttpResponse<String> response = api.get(query);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.body()).isNotBlank();
    }

    @Test
    void itShowsQueries() throws IOException {
        assertThat(queries()).hasSizeGreaterThan(8);
    }

    @Test
    void itNamesEveryPathAndParameter() throws IOException {
        String document = document();
        for (Resource resource : Resources.ofState(records.holdings(), Api.NOW)) {
            Operation operation = resource.operation();
            assertThat(document).contains("`" + general(OpenApi.path(operation)) + "`");
            for (Parameter<?> parameter : operation.queryParameters()) {
                assertThat(document).contains("`" + parameter.name() + "`");
            }
        }
    }

    /** Both collections are told of once. */
    private static String general(String path) {
        return path.replaceFirst("^/v1/collections/(events|incidents)", "/v1/collections/{collection}")
                .replaceFirst("/items/\\{.*}", "/items/{id}");
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("../docs/query-api.md"));
    }
}
