package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Interceptions are found by their sentence, or by place and count. */
final class InterceptionComparison implements Comparison {
    @Override
    public int agreement(GoldEvent gold, JsonNode coded) {
        boolean evidence = Agreement.evidence(gold, coded);
        boolean place = Agreement.place(gold, coded);
        boolean count = Agreement.hasRightCount(gold, "count", coded.path("count"));
        boolean found = evidence || (place && count);
        return found ? (count ? 3 : 0) + (evidence ? 2 : 0) + (place ? 1 : 0) : 0;
    }

    @Override
    public Map<String, @Nullable Boolean> fields(GoldEvent gold, JsonNode coded) {
        Map<String, @Nullable Boolean> fields = new LinkedHashMap<>();
        fields.put("count", Agreement.count(gold, "count", coded.path("count")));
        fields.put("by", Agreement.actor(gold, "by", coded.path("by")));
        fields.put("what", gold.has("what") ? Agreement.same(gold.get("what"), coded.path("what")) : null);
        JsonNode launched = gold.json().has("of") ? gold.get("of") : gold.get("launched");
        fields.put(
                "launched",
                Agreement.isAbsent(launched) ? null : Agreement.same(launched, Agreement.best(coded.path("launched"))));
        fields.put("country", Agreement.country(gold, coded.path("place")));
        fields.put("date", Agreement.date(gold, coded));
        return fields;
    }
}
