package org.tocsin.cli.evaluate.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which resolved incident is which true one: as a whole, and article by article (a mention is one article that reports one
 * incident). Figures are not looked at: they would choose, among the pieces of a split incident, the one with the right toll.
 *
 * @param incidents the resolved incident of each true one that has one
 * @param mentions the same for each mention; inside an article each true incident has at most one
 */
record Alignment(Map<TrueIncident, ToldIncident> incidents, Map<Mention, ToldIncident> mentions) {
    record Mention(String article, TrueIncident incident) {}

    static Alignment of(SequenceFolder sequences, List<ToldIncident> told) {
        List<TrueIncident> right = List.copyOf(sequences.incidents().values());
        Map<TrueIncident, ToldIncident> incidents =
                Assignment.of(right, told, (known, resolved) -> likeness(sequences, known, resolved));
        Map<Mention, ToldIncident> mentions = new HashMap<>();
        Set<String> articles = new TreeSet<>();
        right.forEach(known -> articles.addAll(known.articles()));
        for (String article : articles) {
            List<TrueIncident> here = new ArrayList<>(right);
            here.removeIf(known -> !known.articles().contains(article));
            List<ToldIncident> toldHere = new ArrayList<>(told);
            toldHere.removeIf(resolved -> !resolved.articles().contains(article));
            Assignment.of(here, toldHere, (known, resolved) -> likenessHere(incidents, known, resolved))
                    .forEach((known, resolved) -> mentions.put(new Mention(article, known), resolved));
        }
        return new Alignment(incidents, mentions);
    }

    /** Shared articles weigh most; then the day; then who holds the earliest report. */
    private static double likeness(SequenceFolder sequences, TrueIncident known, ToldIncident resolved) {
        if (shared(known, resolved) == 0 || !PlaceFit.fits(resolved, known)) {
            return 0;
        }
        String start = resolved.json().path("date").path("start").asText("");
        boolean sameDay = start.length() >= 10
                && start.substring(0, 10).equals(known.json().path("date").asText());
        List<String> reports = new ArrayList<>(known.articles());
        reports.sort(sequences::compare);
        int earliest = 0;
        while (!resolved.articles().contains(reports.get(earliest))) {
            earliest++;
        }
        return overlap(known, resolved) + 0.02 * (sameDay ? 1 : 0) + 0.01 / (1 + earliest);
    }

    private static double likenessHere(
            Map<TrueIncident, ToldIncident> incidents, TrueIncident known, ToldIncident resolved) {
        if (!PlaceFit.fits(resolved, known)) {
            return 0;
        }
        return 10 + (resolved.equals(incidents.get(known)) ? 1 : 0) + overlap(known, resolved);
    }

    private static double overlap(TrueIncident known, ToldIncident resolved) {
        return 2.0
                * shared(known, resolved)
                / (known.articles().size() + resolved.articles().size());
    }

    private static int shared(TrueIncident known, ToldIncident resolved) {
        Set<String> shared = new TreeSet<>(known.articles());
        shared.retainAll(resolved.articles());
        return shared.size();
    }
}
