package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.Strike;
import org.tocsin.serve.query.HeldRecords;

/** Whatever an article holds is text in every format, and in no table a formula. */
class HostileTextTest {
    private static final String SCRIPT = "</script><script>alert(1)</script>";

    private final HeldRecords records = new HeldRecords();
    private final Api api = new Api(records.holdings());

    @AfterEach
    void stop() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/events",
                "/v1/events?f=geojson",
                "/v1/events?f=csv",
                "/v1/events?f=ndjson",
                "/v1/events/e1",
                "/v1/events/e1/mentions",
                "/v1/collections/events/items"
            })
    void markupIsServedAsTextThatNoBrowserRuns(String path) throws Exception {
        records.add(News.reported(hostile(SCRIPT)));

        HttpResponse<String> response = api.get(path, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("<script>alert(1)");
        assertThat(Api.header(response, "Content-Type")).doesNotContain("html");
        assertThat(Api.header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(Api.header(response, "Content-Security-Policy")).startsWith("default-src 'none'");
    }

    @Test
    void textComesThroughUnchanged() throws Exception {
        String odd = SCRIPT + "\u202e\u0000\"\\\r\n\t\u2028\ud83d\ude80";
        records.add(News.reported(hostile(odd)));

        JsonNode event = api.json("/v1/events/e1").path("data");

        assertThat(event.at("/source").asText()).isEqualTo(odd);
        assertThat(event.at("/evidence/0").asText()).isEqualTo(odd);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://evil.example\",\"a\")"})
    void aTableHoldsNoFormula(String formula) throws Exception {
        records.add(News.reported(hostile(formula)));

        String row = api.get("/v1/events?f=csv&fields=source").body().split("\r\n", 2)[1];

        String quoted = "\"'" + formula.replace("\"", "\"\"") + "\"";
        assertThat(row).isIn("'" + formula + "\r\n", quoted + "\r\n");
    }

    @Test
    void numbersAreNoFormulas() throws Exception {
        Strike strike = hostile("x");
        strike.put("place", new Place("Bamako", null, null, "ML", 12.65, -8.0, null, PlacePrecision.TOWN));
        records.add(News.reported(strike));

        String[] lines = api.get("/v1/events?f=csv&fields=place").body().split("\r\n");

        List<String> names = List.of(lines[0].split(","));
        assertThat(lines[1].split(",")[names.indexOf("longitude")]).isEqualTo("-8.0");
    }

    @Test
    void aRefusalQuotesWhatWasSentAsText() throws Exception {
        HttpResponse<String> response = api.get("/v1/events?country=%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(Api.json(response).path("detail").asText()).contains("<script>alert(1)</script>");
    }

    private static Strike hostile(String text) {
        Strike strike = News.strike("e1", "a1", "2024-11-18", null);
        strike.put("source", text);
        strike.put("url", text);
        strike.put("evidence", List.of(text));
        return strike;
    }
}
