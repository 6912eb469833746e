package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.evaluate.Rates;

/** The figures of resolved incidents against those of the truth. */
final class SequenceScores {
    private final SequenceFolder sequences;
    private final List<ToldIncident> told;
    private final Alignment alignment;
    private final Map<String, Double> figures = new LinkedHashMap<>();
    private final List<String> joined = new ArrayList<>();
    private int apart;
    private int hardApart;

    SequenceScores(SequenceFolder sequences, List<ToldIncident> told) {
        this.sequences = sequences;
        this.told = told;
        this.alignment = Alignment.of(sequences, told);
        Grouping grouping = new Grouping(sequences, told, alignment);
        double precision = grouping.precision();
        double recall = grouping.recall();
        figures.put("bcubed_precision", precision);
        figures.put("bcubed_recall", recall);
        figures.put("bcubed_f1", ratio(2 * precision * recall, precision + recall));
        figures.put("killed_exact", exact("killed"));
        figures.put("injured_exact", exact("injured"));
        apart(grouping);
        histories();
        figures.put("sources_exact", sources());
    }

    static double ratio(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }

    private double exact(String outcome) {
        long exact = known().stream()
                .filter(incident -> alignment.incidents().containsKey(incident))
                .filter(incident -> incident.allows(outcome, Figures.of(json(incident, outcome))))
                .count();
        return ratio(exact, known().size());
    }

    private double sources() {
        long exact = known().stream()
                .filter(incident -> alignment.incidents().containsKey(incident))
                .filter(incident -> Figures.same(
                        incident.json().path("independent_sources"), json(incident, "independent_sources")))
                .count();
        return ratio(exact, known().size());
    }

    private JsonNode json(TrueIncident incident, String field) {
        ToldIncident resolved = alignment.incidents().get(incident);
        return resolved == null ? MissingNode.getInstance() : resolved.json().path(field);
    }

    private List<TrueIncident> known() {
        return List.copyOf(sequences.incidents().values());
    }

    private void apart(Grouping grouping) {
        int kept = 0;
        int hardKept = 0;
        List<TrueIncident> known = known();
        for (int i = 0; i < known.size(); i++) {
            for (int j = i + 1; j < known.size(); j++) {
                if (known.get(i).sequence().equals(known.get(j).sequence())) {
                    boolean isKept = grouping.keptApart(known.get(i), known.get(j));
                    Set<String> pair = new TreeSet<>(
                            List.of(known.get(i).id(), known.get(j).id()));
                    boolean hard = sequences.hard().contains(pair);
                    apart++;
                    hardApart += hard ? 1 : 0;
                    kept += isKept ? 1 : 0;
                    hardKept += isKept && hard ? 1 : 0;
                    if (!isKept) {
                        joined.add(String.join("+", pair));
                    }
                }
            }
        }
        figures.put("kept_apart", ratio(kept, apart));
        figures.put("kept_apart_hard", ratio(hardKept, hardApart));
    }

    private void histories() {
        double order = 0;
        int incidents = 0;
        int shared = 0;
        int right = 0;
        int resolved = 0;
        for (TrueIncident incident : known()) {
            if (!incident.json().path("history").isEmpty()) {
                FigureHistory history = new FigureHistory(incident.json().path("history"));
                FigureHistory toldHistory = new FigureHistory(json(incident, "history"));
                incidents++;
                order += history.orderIn(toldHistory);
                shared += history.shared(toldHistory);
                right += history.size();
                resolved += toldHistory.size();
            }
        }
        figures.put("history_order", ratio(order, incidents));
        figures.put("history_step_precision", ratio(shared, resolved));
        figures.put("history_step_recall", ratio(shared, right));
    }

    Map<String, Double> figures() {
        return new LinkedHashMap<>(figures);
    }

    /** The figures, the counts behind them and the incidents that were joined, for a terminal. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        figures.forEach((name, value) -> lines.add(String.format(Locale.ROOT, "%-24s %6s", name, Rates.digits(value))));
        int trueMentions = known().stream()
                .mapToInt(incident -> incident.articles().size())
                .sum();
        int toldMentions =
                told.stream().mapToInt(incident -> incident.articles().size()).sum();
        lines.add("");
        lines.add("true incidents " + known().size() + ", predicted incidents " + told.size() + ", matched "
                + alignment.incidents().size() + ", true mentions " + trueMentions + ", predicted mentions "
                + toldMentions
                + ", must-stay-apart pairs " + apart + ", hard pairs " + hardApart);
        joined.sort(null);
        lines.add("not kept apart: " + (joined.isEmpty() ? "none" : String.join(" ", joined)));
        return lines;
    }

    /** One line for each true incident: figures told and right, order of its history, sources; X marks what is wrong. */
    List<String> details() {
        return known().stream().map(this::detail).toList();
    }

    private String detail(TrueIncident incident) {
        @Nullable ToldIncident resolved = alignment.incidents().get(incident);
        if (resolved == null) {
            return incident.id() + "  not matched";
        }
        FigureHistory history = new FigureHistory(incident.json().path("history"));
        String order = history.size() == 0
                ? "-"
                : Rates.digits(history.orderIn(new FigureHistory(resolved.json().path("history"))));
        boolean sources = Figures.same(
                incident.json().path("independent_sources"), resolved.json().path("independent_sources"));
        return incident.id() + "  " + mark(incident, resolved, "killed") + " " + mark(incident, resolved, "injured")
                + "  order " + order + "  sources " + (sources ? "ok" : "X");
    }

    private static String mark(TrueIncident incident, ToldIncident resolved, String outcome) {
        JsonNode figure = Figures.of(resolved.json().path(outcome));
        return outcome + " " + figure.asText("-") + "/"
                + incident.json().path(outcome).path("best").asText("-")
                + (incident.allows(outcome, figure) ? "" : " X");
    }
}
