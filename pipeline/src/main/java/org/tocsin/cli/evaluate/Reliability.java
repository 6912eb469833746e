package org.tocsin.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Compares confidence with what is right: of the events with 0.8, about 80 % should be. */
final class Reliability {
    private static final int BINS = 10;

    private final List<Judgement> judgements;

    Reliability(List<Judgement> judgements) {
        this.judgements = judgements;
    }

    /** A table for a terminal: for each bin of confidence and each type, how many events, their mean confidence, how many are right. */
    List<String> lines() {
        List<String> types = new ArrayList<>(List.of("all"));
        types.addAll(new TreeSet<>(judgements.stream().map(Judgement::type).toList()));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-13s %-10s %6s %8s %8s", "type", "confidence", "events", "expected", "observed"));
        for (String type : types) {
            List<Judgement> ofType = judgements.stream()
                    .filter(judgement -> type.equals("all") || judgement.type().equals(type))
                    .toList();
            for (int bin = 0; bin < BINS; bin++) {
                bin(lines, type, bin, ofType);
            }
            lines.add(String.format(
                    Locale.ROOT,
                    "%-13s %-10s %6d %8s %8s   error %s",
                    type,
                    "any",
                    ofType.size(),
                    Rates.digits(expected(ofType)),
                    Rates.digits(observed(ofType)),
                    Rates.digits(error(ofType))));
        }
        return lines;
    }

    private static void bin(List<String> lines, String type, int bin, List<Judgement> judgements) {
        List<Judgement> inside = inBin(judgements, bin);
        if (!inside.isEmpty()) {
            String range = String.format(Locale.ROOT, "%.1f-%.1f", bin / 10.0, (bin + 1) / 10.0);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-13s %-10s %6d %8s %8s",
                    type,
                    range,
                    inside.size(),
                    Rates.digits(expected(inside)),
                    Rates.digits(observed(inside))));
        }
    }

    private static List<Judgement> inBin(List<Judgement> judgements, int bin) {
        return judgements.stream()
                .filter(judgement -> Math.min(BINS - 1, (int) (judgement.confidence() * BINS)) == bin)
                .toList();
    }

    private static double expected(List<Judgement> judgements) {
        return judgements.stream().mapToDouble(Judgement::confidence).average().orElse(0);
    }

    private static double observed(List<Judgement> judgements) {
        return judgements.stream()
                .mapToDouble(judgement -> judgement.right() ? 1 : 0)
                .average()
                .orElse(0);
    }

    /** Expected calibration error: the mean distance of both over the bins, weighed by their events. */
    static double error(List<Judgement> judgements) {
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            List<Judgement> inside = inBin(judgements, bin);
            sum += inside.size() * Math.abs(expected(inside) - observed(inside));
        }
        return judgements.isEmpty() ? 0 : sum / judgements.size();
    }
}
