package org.tocsin.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.Coder;
import org.tocsin.event.EvidenceFeatures;
import org.tocsin.event.PlainJson;

/** Evaluates the coder, or events that it printed before, on a folder of gold documents. */
public final class DocumentEvaluation {
    private final Scores scores;
    private final long others;
    private final Map<JsonNode, List<String>> features;

    private DocumentEvaluation(Scores scores, long others, Map<JsonNode, List<String>> features) {
        this.scores = scores;
        this.others = others;
        this.features = features;
    }

    /**
     * Codes every gold document and scores the events.
     *
     * @throws UnusableGold if the folder cannot be used
     */
    public static DocumentEvaluation ofCoder(Path gold, Coder coder) {
        Scoring scoring = new Scoring();
        Map<JsonNode, List<String>> features = new IdentityHashMap<>();
        for (GoldDocument document : GoldFolder.read(gold)) {
            List<JsonNode> coded = new ArrayList<>();
            for (SpecificRecord event : coder.code(document.article())) {
                JsonNode json = PlainJson.of(event);
                coded.add(json);
                features.put(json, EvidenceFeatures.of(event));
            }
            scoring.add(document, coded);
        }
        return new DocumentEvaluation(scoring.scores(), 0, features);
    }

    /**
     * Scores events that {@code tocsin extract} printed.
     *
     * @throws UnusableGold if folder or file cannot be used
     */
    public static DocumentEvaluation ofEvents(Path gold, Path events) {
        List<GoldDocument> documents = GoldFolder.read(gold);
        CodedEvents coded = CodedEvents.read(events);
        Scoring scoring = new Scoring();
        documents.forEach(document -> scoring.add(document, coded.of(document.id())));
        List<String> known = documents.stream().map(GoldDocument::id).toList();
        return new DocumentEvaluation(scoring.scores(), coded.others(known), Map.of());
    }

    /** The table for a terminal. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(scores.lines());
        if (others > 0) {
            lines.set(0, lines.get(0) + ", " + others + " events of unknown documents");
        }
        return lines;
    }

    /** Every figure by its name, for example {@code strike.right.f1}. */
    public Map<String, Double> figures() {
        return scores.figures();
    }

    /** Writes every missed event, false alarm and event with a wrong key field, one JSON object a line. */
    public void writeErrors(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Fault fault : scores.faults()) {
                out.write(fault.json().toString());
                out.write('\n');
            }
        }
    }

    /** How well confidence agrees with what is right, for a terminal. */
    public List<String> reliability() {
        return new Reliability(scores.judgements()).lines();
    }

    /** Fits the weights of confidence to what is right and writes their table. */
    public void calibrate(Path file) throws IOException {
        Calibration calibration = new Calibration();
        for (Judgement judgement : scores.judgements()) {
            calibration.add(
                    judgement.type(), features.getOrDefault(judgement.coded(), List.of("any")), judgement.right());
        }
        Files.write(file, calibration.table());
    }
}
