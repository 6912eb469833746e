package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Whether one coded event is right: it is a gold event and its key fields agree.
 *
 * @param coded the event
 * @param right whether it is
 */
record Judgement(JsonNode coded, boolean right) {
    String type() {
        return coded.path("event_type").asText();
    }

    double confidence() {
        return coded.path("confidence").asDouble();
    }
}
