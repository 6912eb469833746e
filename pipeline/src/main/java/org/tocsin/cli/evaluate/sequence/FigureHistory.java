package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** The distinct steps of a history of figures in the order in which they first stand, each with its article. */
final class FigureHistory {
    private final Map<Step, String> steps = new LinkedHashMap<>();

    /** Killed and injured at one time. */
    private record Step(OptionalLong killed, OptionalLong injured) {}

    FigureHistory(JsonNode history) {
        for (JsonNode entry : history) {
            Step step = new Step(number(entry.path("killed")), number(entry.path("injured")));
            if (step.killed.isPresent() || step.injured.isPresent()) {
                String article =
                        entry.path("article").asText(entry.path("article_id").asText());
                steps.putIfAbsent(step, article);
            }
        }
    }

    private static OptionalLong number(JsonNode count) {
        JsonNode figure = Figures.of(count);
        return figure.isNumber() ? OptionalLong.of(figure.longValue()) : OptionalLong.empty();
    }

    int size() {
        return steps.size();
    }

    int shared(FigureHistory other) {
        return (int) steps.keySet().stream().filter(other.steps::containsKey).count();
    }

    /** Share of the pairs of steps that stand in a told history too, the earlier one first. */
    double orderIn(FigureHistory told) {
        Set<Step> toldSteps = told.steps.keySet();
        List<Step> position = new ArrayList<>(toldSteps);
        List<Step> right = new ArrayList<>(steps.keySet());
        if (right.size() == 1) {
            return toldSteps.containsAll(right) ? 1 : 0;
        }
        int kept = 0;
        int pairs = 0;
        for (int i = 0; i < right.size(); i++) {
            for (int j = i + 1; j < right.size(); j++) {
                pairs++;
                kept += isKept(right.get(i), right.get(j), position) ? 1 : 0;
            }
        }
        return SequenceScores.ratio(kept, pairs);
    }

    /** Inside one article there is no order. */
    private boolean isKept(Step earlier, Step later, List<Step> position) {
        int first = position.indexOf(earlier);
        int second = position.indexOf(later);
        return first >= 0
                && second >= 0
                && (first < second || String.valueOf(steps.get(earlier)).equals(String.valueOf(steps.get(later))));
    }
}
