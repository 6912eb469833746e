package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An event that an annotator entered. Beside a field K there may be K_also with other values that are right; a null among them
 * says that leaving the field empty is right too.
 *
 * @param json the event as the gold file has it
 */
record GoldEvent(JsonNode json) {
    private static final Set<String> NO_ATTACK = Set.of("ACCIDENT", "DISASTER", "DISEASE");

    String type() {
        return json.path("type").asText();
    }

    JsonNode get(String field) {
        return json.path(field);
    }

    /** Whether the annotator filled a field. */
    boolean has(String field) {
        JsonNode value = json.path(field);
        return switch (value.getNodeType()) {
            case NULL, MISSING -> false;
            case ARRAY, OBJECT -> !value.isEmpty();
            case STRING -> !value.textValue().isEmpty();
            default -> true;
        };
    }

    String text(String field) {
        return has(field) ? json.path(field).asText() : "";
    }

    /** Every value of a field that is right: the given one or ones, then the others. */
    List<JsonNode> allowed(String field) {
        List<JsonNode> allowed = new ArrayList<>();
        JsonNode given = json.path(field);
        if (given.isArray()) {
            given.forEach(allowed::add);
        } else {
            allowed.add(given);
        }
        json.path(field + "_also").forEach(allowed::add);
        allowed.removeIf(value -> value.isNull() || value.isMissingNode());
        return allowed;
    }

    /** Whether leaving the field empty is right too. */
    boolean mayBeEmpty(String field) {
        for (JsonNode other : json.path(field + "_also")) {
            if (other.isNull()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the event counts neither as missed nor as found: optional, years back, or a toll that no attack caused. */
    boolean isAside() {
        return json.path("optional").asBoolean()
                || json.path("background").asBoolean()
                || NO_ATTACK.contains(text("cause"));
    }
}
