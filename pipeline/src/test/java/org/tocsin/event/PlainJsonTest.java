package org.tocsin.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.article.NewsArticle;
import org.tocsin.document.Sentence;
import org.tocsin.schema.DatePrecision;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;
import org.tocsin.schema.Strike;

class PlainJsonTest {
    @Test
    void aRecordPrintsWithPlainValuesAndNullsForWhatIsAbsent() {
        ObjectNode json = PlainJson.of(strike());

        assertThat(json.get("event_type").textValue()).isEqualTo("strike");
        assertThat(json.get("method").textValue()).isEqualTo("DRONE");
        assertThat(json.get("published_at").textValue()).isEqualTo("2024-11-20T06:30:00Z");
        assertThat(json.get("date").get("start").textValue()).isEqualTo("2024-11-18");
        assertThat(json.get("place").get("lat").doubleValue()).isEqualTo(51.68);
        assertThat(json.get("attacker").isNull()).isTrue();
        assertThat(json.get("linked").isArray()).isTrue();
        assertThat(json.get("cameo_code").textValue()).isEqualTo("1952");
        assertThat(json.get("spans").get(0).get("field").textValue()).isEqualTo("place");
    }

    @Test
    void aLineIsOneJsonObjectWithoutLineBreaks() {
        String line = PlainJson.line(strike());

        assertThat(line).startsWith("{\"event_type\":\"strike\"").endsWith("}").doesNotContain("\n");
        assertThat(line).contains("\"evidence\":[\"A drone hit\\nHlukhiv.\"]");
    }

    private static Strike strike() {
        NewsArticle article = new NewsArticle(
                "a1", "", "A drone hit\nHlukhiv.", Instant.parse("2024-11-20T06:30:00Z"), null, "Northline Wire");
        Place place = new Place("Hlukhiv", "Hlukhiv", "Sumy Oblast", "UA", 51.68, 33.92, 707155L, PlacePrecision.TOWN);
        LocalDate day = LocalDate.parse("2024-11-18");
        EventHead head = new EventHead(
                article,
                List.of(new Sentence(0, 0, 0, article.text().length(), article.text(), List.of(), List.of())),
                new Spans(),
                new Anchored<>(place, 12, 19),
                Anchored.unread(new EventTime(day, day, DatePrecision.DAY, null)),
                List.of(),
                OntologyCodes.of("strike", Method.DRONE),
                0.8,
                "hit");
        return head.fill(Strike.newBuilder()
                .setEventId("strike-1")
                .setArticleId("a1")
                .setMethod(Method.DRONE)
                .setStatus(EventStatus.OCCURRED)
                .build());
    }
}
