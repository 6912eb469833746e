package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Strikes are found by their place or sentence; dates far apart make two strikes, unless one sentence tells both. */
final class StrikeComparison implements Comparison {
    @Override
    public int agreement(GoldEvent gold, JsonNode coded) {
        boolean evidence = Agreement.evidence(gold, coded);
        boolean place = Agreement.place(gold, coded);
        if ((!evidence && Agreement.datesClash(gold, coded)) || (!evidence && !place)) {
            return 0;
        }
        boolean attacker =
                gold.has("attacker") && Names.agree(List.of(gold.get("attacker")), List.of(coded.path("attacker")));
        return (place ? 2 : 0) + (evidence ? 2 : 0) + (attacker ? 1 : 0);
    }

    @Override
    public Map<String, @Nullable Boolean> fields(GoldEvent gold, JsonNode coded) {
        Map<String, @Nullable Boolean> fields = new LinkedHashMap<>();
        fields.put("attacker", Agreement.actor(gold, "attacker", coded.path("attacker")));
        fields.put("method", Agreement.oneOf(gold, "method", coded.path("method")));
        fields.put(
                "target_kind",
                Agreement.oneOf(gold, "target_kind", coded.path("target").path("kind")));
        fields.put("country", Agreement.country(gold, coded.path("place")));
        fields.put("date", Agreement.date(gold, coded));
        fields.put("status", Agreement.status(gold, coded));
        fields.put("place", Agreement.placeField(gold, coded));
        return fields;
    }
}
