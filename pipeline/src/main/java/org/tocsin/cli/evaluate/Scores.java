package org.tocsin.cli.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The figures of an evaluation.
 *
 * @param documents how many gold documents were read
 * @param events how many events were coded of them
 * @param tallies what was found and right, for each event type
 * @param cleanNegatives how many negative documents have no false strike, interception or change of ground
 * @param negatives how many negative documents there are
 * @param faults every difference between gold and coder, document by document
 * @param judgements whether each coded event is right, those left aside left out
 */
record Scores(
        int documents,
        int events,
        List<Tally> tallies,
        int cleanNegatives,
        int negatives,
        List<Fault> faults,
        List<Judgement> judgements) {
    private static final String ROW = "%-13s %5s %8s %6s %6s %8s %6s %6s  %s";

    /** Every figure by its name, for example {@code strike.right.f1}. */
    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        for (Tally tally : tallies) {
            String type = tally.type().toLowerCase(Locale.ROOT);
            put(figures, type + ".found", tally.foundRates());
            put(figures, type + ".right", tally.rightRates());
            tally.fields()
                    .forEach((field, share) -> figures.put(type + "." + field, (double) share.right() / share.given()));
        }
        figures.put("macro.found.f1", macro("found", figures));
        figures.put("macro.right.f1", macro("right", figures));
        figures.put("negatives.clean", negatives == 0 ? 1.0 : (double) cleanNegatives / negatives);
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, Rates rates) {
        figures.put(name + ".p", rates.precision());
        figures.put(name + ".r", rates.recall());
        figures.put(name + ".f1", rates.f1());
    }

    private double macro(String measure, Map<String, Double> figures) {
        return tallies.stream()
                        .mapToDouble(tally -> figures.getOrDefault(
                                tally.type().toLowerCase(Locale.ROOT) + "." + measure + ".f1", 0.0))
                        .sum()
                / tallies.size();
    }

    /** The table for a terminal. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(documents + " documents, " + events + " events");
        lines.add(row("type", "gold", "found P", "R", "F1", "right P", "R", "F1", "fields (right/given)"));
        tallies.forEach(tally -> lines.add(line(tally)));
        Map<String, Double> figures = figures();
        lines.add("macro F1 found " + Rates.digits(figures.getOrDefault("macro.found.f1", 0.0)) + " right "
                + Rates.digits(figures.getOrDefault("macro.right.f1", 0.0))
                + "; negative documents with no false strike, interception or territory event " + cleanNegatives + "/"
                + negatives);
        return lines;
    }

    private static String line(Tally tally) {
        Rates found = tally.foundRates();
        Rates right = tally.rightRates();
        List<String> fields = new ArrayList<>();
        tally.fields().forEach((field, share) -> fields.add(field + " " + share.right() + "/" + share.given()));
        return row(
                tally.type(),
                Integer.toString(tally.gold()),
                Rates.digits(found.precision()),
                Rates.digits(found.recall()),
                Rates.digits(found.f1()),
                Rates.digits(right.precision()),
                Rates.digits(right.recall()),
                Rates.digits(right.f1()),
                String.join("  ", fields));
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, ROW, cells);
    }
}
