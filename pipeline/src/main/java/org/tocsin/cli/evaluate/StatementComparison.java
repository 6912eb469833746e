package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Statements are found by their speaker, and by the act of speech or the sentence. */
final class StatementComparison implements Comparison {
    @Override
    public int agreement(GoldEvent gold, JsonNode coded) {
        boolean evidence = Agreement.evidence(gold, coded);
        boolean act = Agreement.isAllowed(gold, "act", coded.path("act"));
        return isSpeaker(gold, coded.path("speaker")) && (evidence || act) ? 3 + (act ? 2 : 0) + (evidence ? 2 : 0) : 0;
    }

    /** By name alone, since many speakers share one country; a body is who speaks where no person with a role does. */
    private static boolean isSpeaker(GoldEvent gold, JsonNode speaker) {
        List<JsonNode> right = new ArrayList<>(List.of(gold.get("speaker")));
        if (gold.has("body") && !gold.has("role")) {
            right.add(gold.get("body"));
        }
        return Names.agree(right, List.of(speaker.path("name"), speaker.path("text")));
    }

    @Override
    public Map<String, @Nullable Boolean> fields(GoldEvent gold, JsonNode coded) {
        Map<String, @Nullable Boolean> fields = new LinkedHashMap<>();
        fields.put("act", Agreement.oneOf(gold, "act", coded.path("act")));
        fields.put("target", target(gold, coded.path("targets")));
        fields.put("country", Agreement.country(gold, coded.path("speaker")));
        fields.put("quote", quote(gold, coded.path("quote")));
        return fields;
    }

    private static @Nullable Boolean target(GoldEvent gold, JsonNode targets) {
        return gold.has("target") ? Names.agree(List.of(gold.get("target")), List.of(targets)) : null;
    }

    private static @Nullable Boolean quote(GoldEvent gold, JsonNode quote) {
        boolean quoted = quote.isTextual() && !quote.textValue().isEmpty();
        return Agreement.isAbsent(gold.get("quote"))
                ? null
                : gold.allowed("quote").stream().anyMatch(right -> right.asBoolean() == quoted);
    }
}
