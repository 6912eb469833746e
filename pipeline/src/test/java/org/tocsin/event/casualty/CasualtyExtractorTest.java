package org.tocsin.event.casualty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.event.EventCases;

class CasualtyExtractorTest {
    private static final List<String> COUNTS = List.of("killed", "injured", "missing", "captured", "displaced");

    static List<EventCases.Case> cases() {
        return EventCases.beside(CasualtyExtractorTest.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anArticleGivesExactlyItsTolls(EventCases.Case article) {
        List<JsonNode> tolls = article.events("casualty");

        assertThat(tolls.stream().map(CasualtyExtractorTest::figures).toList())
                .as(() -> tolls.toString())
                .isEqualTo(article.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFigureHasItsCharacters(EventCases.Case article) {
        String text = article.article().text();

        for (JsonNode toll : article.events("casualty")) {
            for (String count : COUNTS) {
                if (!toll.get(count).isNull()) {
                    assertThat(toll.get("spans"))
                            .filteredOn(span -> span.get("field").textValue().equals(count))
                            .extracting(span -> text.substring(
                                    span.get("start").intValue(),
                                    span.get("end").intValue()))
                            .contains(toll.get(count).get("text").textValue());
                }
            }
        }
    }

    /** What a case states: the figures, a bound other than EXACT, the scope of a total, history and groups that are part. */
    private static JsonNode figures(JsonNode toll) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        for (String count : COUNTS) {
            if (!toll.get(count).isNull()) {
                figures.set(count, toll.get(count).get("best"));
            }
        }
        String bound = toll.path("killed").path("bound").asText("EXACT");
        if (!bound.equals("EXACT")) {
            figures.put("bound", bound);
        }
        if (toll.get("scope").textValue().equals("CUMULATIVE")) {
            figures.put("scope", "CUMULATIVE");
        }
        if (!toll.get("history").isEmpty()) {
            ArrayNode history = figures.putArray("history");
            toll.get("history").forEach(step -> history.add(step.get("killed")));
        }
        if (!toll.get("victims").isEmpty()) {
            ArrayNode victims = figures.putArray("victims");
            toll.get("victims")
                    .forEach(group -> victims.add(group.get("kind").asText() + ":"
                            + group.get("count").asText()));
        }
        return figures;
    }
}
