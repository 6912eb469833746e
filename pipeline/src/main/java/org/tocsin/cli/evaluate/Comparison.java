package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What it means for a coded event of one type to be the gold event, and which of its fields are right. */
sealed interface Comparison
        permits StrikeComparison, CasualtyComparison, StatementComparison, InterceptionComparison, TerritoryComparison {
    /** How well a coded event agrees with a gold event; 0 says that it is another event. */
    int agreement(GoldEvent gold, JsonNode coded);

    /** Each field: right, wrong, or null where the gold says nothing. */
    Map<String, @Nullable Boolean> fields(GoldEvent gold, JsonNode coded);

    /** The comparison of an event type. */
    static Comparison of(String type) {
        return switch (type) {
            case "STRIKE" -> new StrikeComparison();
            case "CASUALTY" -> new CasualtyComparison();
            case "STATEMENT" -> new StatementComparison();
            case "INTERCEPTION" -> new InterceptionComparison();
            case "TERRITORY" -> new TerritoryComparison();
            default -> throw new IllegalArgumentException("Events of type " + type + " are not compared");
        };
    }
}
