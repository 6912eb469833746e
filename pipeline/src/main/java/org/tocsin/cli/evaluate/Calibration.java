package org.tocsin.cli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fits, for each event type, a logistic model of an event being right; weights are kept small, since gold is little. */
final class Calibration {
    private static final int ROUNDS = 3000;
    private static final double STEP = 0.5;
    private static final double SHRINK = 3.0;
    private static final int SELDOM = 4;

    private final Map<String, List<Sample>> samples = new TreeMap<>();

    /** The features of one event and whether it was right. */
    private record Sample(List<String> features, boolean right) {}

    /** Takes an event. */
    void add(String type, List<String> features, boolean right) {
        samples.computeIfAbsent(type, none -> new ArrayList<>()).add(new Sample(features, right));
    }

    /** The table of weights, header first. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add("# Made by tocsin evaluate --calibrate; do not edit by hand.");
        lines.add("event_type\tfeature\tweight\tsource");
        samples.forEach((type, ofType) -> fit(ofType)
                .forEach((feature, weight) -> lines.add(type + "\t" + feature + "\t"
                        + String.format(Locale.ROOT, "%.3f", weight) + "\tfitted on data/gold")));
        return lines;
    }

    /** Gradient descent with a penalty on every weight but that of the feature that all events have. */
    private static Map<String, Double> fit(List<Sample> samples) {
        Map<String, Double> weights = new LinkedHashMap<>();
        frequent(samples).forEach(feature -> weights.put(feature, 0.0));
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, Double> slope = slope(samples, weights);
            weights.replaceAll((feature, weight) -> {
                double penalty = feature.equals("any") ? 0 : SHRINK * weight;
                return weight + STEP * (slope.getOrDefault(feature, 0.0) - penalty) / samples.size();
            });
        }
        return weights;
    }

    private static TreeSet<String> frequent(List<Sample> samples) {
        Map<String, Integer> seen = new TreeMap<>();
        samples.forEach(sample -> sample.features.forEach(feature -> seen.merge(feature, 1, Integer::sum)));
        TreeSet<String> frequent = new TreeSet<>(seen.keySet());
        frequent.removeIf(feature -> seen.getOrDefault(feature, 0) < SELDOM);
        return frequent;
    }

    private static Map<String, Double> slope(List<Sample> samples, Map<String, Double> weights) {
        Map<String, Double> slope = new LinkedHashMap<>();
        for (Sample sample : samples) {
            double sum = sample.features.stream()
                    .mapToDouble(feature -> weights.getOrDefault(feature, 0.0))
                    .sum();
            double off = (sample.right ? 1 : 0) - 1 / (1 + StrictMath.exp(-sum));
            sample.features.forEach(feature -> slope.merge(feature, off, Double::sum));
        }
        return slope;
    }
}
