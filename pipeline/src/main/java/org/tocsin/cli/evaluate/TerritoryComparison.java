package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes of ground are found by their place or sentence. */
final class TerritoryComparison implements Comparison {
    @Override
    public int agreement(GoldEvent gold, JsonNode coded) {
        return (Agreement.place(gold, coded) ? 2 : 0) + (Agreement.evidence(gold, coded) ? 2 : 0);
    }

    @Override
    public Map<String, @Nullable Boolean> fields(GoldEvent gold, JsonNode coded) {
        Map<String, @Nullable Boolean> fields = new LinkedHashMap<>();
        fields.put("actor", Agreement.actor(gold, "actor", coded.path("actor")));
        fields.put("change", Agreement.oneOf(gold, "change", coded.path("change")));
        fields.put("place", Agreement.placeField(gold, coded));
        fields.put("country", Agreement.country(gold, coded.path("place")));
        fields.put("status", Agreement.status(gold, coded));
        return fields;
    }
}
