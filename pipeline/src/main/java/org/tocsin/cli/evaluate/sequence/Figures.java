package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;

/** Figures of incidents, which stand as bare numbers or under {@code best}. */
final class Figures {
    private Figures() {}

    /** The figure of a count; null in JSON's sense where there is none. */
    static JsonNode of(JsonNode count) {
        return count.isObject() ? count.path("best") : count;
    }

    /** Whether two figures are equal, or both absent. */
    static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.longValue() == other.longValue()
                : !one.isNumber() && !other.isNumber();
    }
}
