package org.tocsin.cli.export;

import com.fasterxml.jackson.databind.JsonNode;

/** Code of the role that an actor plays, the same in CAMEO and in PLOVER. */
final class Sector {
    private Sector() {}

    /** The code; empty where the kind of the actor decides on none: an armed group may be rebels, insurgents or a militia. */
    static String of(JsonNode actor) {
        return switch (actor.path("kind").asText()) {
            case "STATE" -> "GOV";
            case "MILITARY" -> "MIL";
            case "IGO" -> "IGO";
            case "NGO" -> "NGO";
            case "MEDIA" -> "MED";
            default -> "";
        };
    }
}
