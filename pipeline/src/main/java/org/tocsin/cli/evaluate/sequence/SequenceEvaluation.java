package org.tocsin.cli.evaluate.sequence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.article.NewsArticle;
import org.tocsin.cli.evaluate.UnusableGold;
import org.tocsin.event.PlainJson;
import org.tocsin.incident.OfflineResolver;

/** Evaluates the resolution of reports into incidents, or incidents resolved before, on a folder of sequences. */
public final class SequenceEvaluation {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> TYPES = Set.of("STRIKE", "CASUALTY");

    private final SequenceScores scores;
    private final int otherTypes;
    private final int unknownArticles;

    private SequenceEvaluation(SequenceFolder sequences, List<? extends JsonNode> incidents) {
        List<ToldIncident> told = new ArrayList<>();
        int ofOtherTypes = 0;
        int ofUnknownArticles = 0;
        for (int i = 0; i < incidents.size(); i++) {
            JsonNode incident = incidents.get(i);
            Set<String> articles = new TreeSet<>();
            incident.path("article_ids").forEach(id -> articles.add(id.asText()));
            articles.retainAll(sequences.articles().keySet());
            if (!TYPES.contains(incident.path("event_type").asText().toUpperCase(Locale.ROOT))) {
                ofOtherTypes++;
            } else if (articles.isEmpty()) {
                ofUnknownArticles++;
            } else {
                told.add(new ToldIncident(i, articles, incident));
            }
        }
        scores = new SequenceScores(sequences, told);
        otherTypes = ofOtherTypes;
        unknownArticles = ofUnknownArticles;
    }

    /**
     * Resolves the reports of all sequences together and scores the incidents.
     *
     * @param folder one folder a sequence
     * @param source gives each report its events
     * @param order in which order the reports come in
     * @param seed fixes the order of {@link Order#SHUFFLED}
     * @throws UnusableGold if the folder cannot be used
     */
    public static SequenceEvaluation ofResolver(Path folder, EventSource source, Order order, long seed) {
        SequenceFolder sequences = SequenceFolder.read(folder);
        List<NewsArticle> reports = sequences.inOrderOfPublication();
        switch (order) {
            case ARRIVAL -> {}
            case REVERSED -> Collections.reverse(reports);
            case SHUFFLED -> Collections.shuffle(reports, new Random(seed));
        }
        OfflineResolver resolver = new OfflineResolver();
        for (NewsArticle report : reports) {
            Instant published = Objects.requireNonNullElse(report.publishedAt(), Instant.EPOCH);
            resolver.add(report, published, source.of(report));
        }
        return new SequenceEvaluation(
                sequences,
                resolver.incidentsAsGiven().stream().map(PlainJson::of).toList());
    }

    /**
     * Scores incidents that {@code tocsin resolve} printed.
     *
     * @throws UnusableGold if folder or file cannot be used
     */
    public static SequenceEvaluation ofIncidents(Path folder, Path file) {
        return new SequenceEvaluation(SequenceFolder.read(folder), incidents(file));
    }

    private static List<JsonNode> incidents(Path file) {
        List<JsonNode> incidents = new ArrayList<>();
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UnusableGold(file + " cannot be read (" + e.getClass().getSimpleName()
                    + "); give what tocsin resolve printed with --incidents");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    incidents.add(MAPPER.readTree(lines.get(i)));
                } catch (JsonProcessingException e) {
                    throw new UnusableGold(file + ":" + (i + 1)
                            + ": it is no valid JSON; tocsin resolve --format jsonl prints such lines");
                }
            }
        }
        return incidents;
    }

    /** The figures and what is behind them, for a terminal. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(scores.lines());
        lines.add(
                lines.size() - 1,
                "lines left out: other types " + otherTypes + ", no known article " + unknownArticles);
        return lines;
    }

    /** One line for each true incident. */
    public List<String> details() {
        return scores.details();
    }

    /** Every figure by its name, for example {@code bcubed_f1}. */
    public Map<String, Double> figures() {
        return scores.figures();
    }
}
