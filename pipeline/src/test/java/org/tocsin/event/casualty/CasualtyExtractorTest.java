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

        List<ObjectNode> figures =
                tolls.stream().map(CasualtyExtractorTest::figures).toList();
        for (int i = 0; i < Math.min(figures.size(), article.expected().size()); i++) {
            leaveUnstated(figures.get(i), article.expected().get(i));
        }
        assertThat(List.<JsonNode>copyOf(figures)).as(() -> tolls.toString()).isEqualTo(article.expected());
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

    /** Place, groups, rivals and speakers are compared where a case states them. */
    private static void leaveUnstated(ObjectNode figures, JsonNode expected) {
        for (String field : List.of("victims", "place", "rivals", "said_by")) {
            if (!expected.has(field)) {
                figures.remove(field);
            }
        }
    }

    /** What a case states: the figures, a bound other than EXACT, the scope of a total, history, place and groups that are part. */
    private static ObjectNode figures(JsonNode toll) {
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
            toll.get("history")
                    .forEach(step -> history.add(
                            step.get("killed").isNull()
                                    ? JsonNodeFactory.instance.textNode(
                                            "injured " + step.get("injured").asText())
                                    : step.get("killed")));
        }
        if (!toll.get("place").isNull()) {
            figures.set("place", toll.get("place").get("name"));
        }
        if (!toll.get("victims").isEmpty()) {
            ArrayNode victims = figures.putArray("victims");
            toll.get("victims")
                    .forEach(group -> victims.add(group.get("kind").asText() + ":"
                            + group.get("count").asText()));
        }
        if (!toll.get("rivals").isEmpty()) {
            ArrayNode rivals = figures.putArray("rivals");
            toll.get("rivals")
                    .forEach(rival -> rivals.add(name(rival.get("said_by")) + ":"
                            + rival.get("count").get("best").asText()));
        }
        if (!toll.get("attribution").isEmpty()) {
            ArrayNode speakers = figures.putArray("said_by");
            toll.get("attribution").forEach(said -> speakers.add(name(said)));
        }
        return figures;
    }

    private static String name(JsonNode attribution) {
        return attribution.get("speaker").get("name").textValue();
    }
}
