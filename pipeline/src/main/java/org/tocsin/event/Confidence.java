package org.tocsin.event;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.document.KnowledgeTable;

/**
 * Estimates how probable it is that an event is right, by a logistic model for each event type whose weights were fitted on gold
 * documents (confidence.tsv; {@code tocsin evaluate --calibrate} makes the table anew).
 */
public final class Confidence {
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 0.95;
    private static final Map<String, Double> WEIGHTS = load();

    private Confidence() {}

    /** The probability, 0.05 to 0.95 in steps of 0.01. */
    public static double of(SpecificRecord event) {
        String type = EventView.of(event).type();
        double sum = EvidenceFeatures.of(event).stream()
                .mapToDouble(feature -> WEIGHTS.getOrDefault(key(type, feature), 0.0))
                .sum();
        double probability = 1 / (1 + StrictMath.exp(-sum));
        return Math.round(Math.max(LOWEST, Math.min(HIGHEST, probability)) * 100) / 100.0;
    }

    /** Sets the confidence of an event. */
    static void fill(SpecificRecord event) {
        EventHead.put(event, "confidence", of(event));
    }

    private static Map<String, Double> load() {
        Map<String, Double> weights = new HashMap<>();
        for (KnowledgeTable.Row row : KnowledgeTable.load(
                        Confidence.class, "confidence.tsv", "event_type", "feature", "weight")
                .rows()) {
            try {
                weights.put(
                        key(row.required("event_type"), row.required("feature")),
                        Double.valueOf(row.required("weight")));
            } catch (NumberFormatException e) {
                throw row.error("weight is no number");
            }
        }
        return weights;
    }

    private static String key(String type, String feature) {
        return type + "/" + feature;
    }
}
