package org.tocsin.event.strike;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.event.EventCases;

class StrikeExtractorTest {
    static List<EventCases.Case> cases() {
        return EventCases.beside(StrikeExtractorTest.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anArticleGivesExactlyItsAttacks(EventCases.Case article) {
        List<JsonNode> strikes = article.events("strike");

        assertThat(strikes.stream()
                        .map(strike -> told(strike, article.expected(), strikes.indexOf(strike)))
                        .toList())
                .as(() -> strikes.toString())
                .isEqualTo(article.expected());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFilledFieldPointsAtCharactersOfTheText(EventCases.Case article) {
        String text = article.article().text();

        for (JsonNode strike : article.events("strike")) {
            for (JsonNode span : strike.get("spans")) {
                assertThat(text.substring(
                                span.get("start").intValue(), span.get("end").intValue()))
                        .isNotBlank();
            }
            for (String field : List.of("attacker", "target", "method", "weapon", "place")) {
                if (!strike.get(field).isNull()) {
                    assertThat(strike.get("spans").findValuesAsText("field")).contains(field);
                }
            }
        }
    }

    /** The fields of a strike that its case names, in the shape of the case. */
    private static JsonNode told(JsonNode strike, List<JsonNode> expected, int index) {
        if (index >= expected.size()) {
            return strike;
        }
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        expected.get(index)
                .fieldNames()
                .forEachRemaining(field -> told.set(
                        field,
                        switch (field) {
                            case "attacker" ->
                                strike.path("attacker").isNull()
                                        ? strike.get("attacker")
                                        : strike.path("attacker").path("name");
                            case "target_kind" -> strike.path("target").path("kind");
                            case "country" -> strike.path("place").path("country");
                            case "place" -> strike.path("place").path("name");
                            case "date" -> strike.path("date").path("start");
                            default -> strike.path(field);
                        }));
        return told;
    }
}
