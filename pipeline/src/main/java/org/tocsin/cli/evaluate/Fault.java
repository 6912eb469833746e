package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One difference between gold and coder, for reading.
 *
 * @param document identifier of the document
 * @param kind what is wrong
 * @param type event type
 * @param wrong names of the wrong fields, where the event was found
 * @param gold what is right; null for a false alarm
 * @param coded what was coded; null for a missed event
 */
record Fault(
        String document,
        Kind kind,
        String type,
        List<String> wrong,
        @Nullable JsonNode gold,
        @Nullable JsonNode coded) {
    enum Kind {
        MISSED,
        FALSE_ALARM,
        WRONG_FIELD
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("doc", document);
        json.put("kind", kind.name().replace('_', ' '));
        json.put("type", type);
        if (kind == Kind.WRONG_FIELD) {
            wrong.forEach(json.putArray("wrong")::add);
        }
        if (gold != null) {
            json.set("gold", gold);
        }
        if (coded != null) {
            json.set("predicted", coded);
        }
        return json;
    }
}
