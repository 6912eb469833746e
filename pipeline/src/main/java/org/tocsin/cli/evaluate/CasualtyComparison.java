package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tolls are found by their sentence, by place and a figure, or by two figures. */
final class CasualtyComparison implements Comparison {
    private static final List<String> OUTCOMES = List.of("killed", "injured", "missing", "captured", "displaced");

    @Override
    public int agreement(GoldEvent gold, JsonNode coded) {
        boolean evidence = Agreement.evidence(gold, coded);
        boolean place = Agreement.place(gold, coded);
        int figures = (int) OUTCOMES.stream()
                .filter(outcome -> Agreement.hasRightCount(gold, outcome, coded.path(outcome)))
                .count();
        boolean found = evidence || (place && figures > 0) || figures >= 2;
        return found ? 3 * figures + (evidence ? 2 : 0) + (place ? 1 : 0) : 0;
    }

    @Override
    public Map<String, @Nullable Boolean> fields(GoldEvent gold, JsonNode coded) {
        Map<String, @Nullable Boolean> fields = new LinkedHashMap<>();
        OUTCOMES.forEach(outcome -> fields.put(outcome, Agreement.count(gold, outcome, coded.path(outcome))));
        JsonNode killed = coded.path("killed");
        boolean bounded = gold.has("killed_bound") && killed.isObject();
        fields.put("bound", bounded ? Agreement.oneOf(gold, "killed_bound", killed.path("bound")) : null);
        fields.put("place", Agreement.placeField(gold, coded));
        fields.put("country", Agreement.country(gold, coded.path("place")));
        fields.put("date", Agreement.date(gold, coded));
        return fields;
    }
}
