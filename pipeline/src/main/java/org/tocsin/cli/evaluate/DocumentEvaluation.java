package org.tocsin.cli.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.event.Coder;
import org.tocsin.event.PlainJson;

/** Evaluates the coder, or events that it printed before, on a folder of gold documents. */
public final class DocumentEvaluation {
    private final Scores scores;
    private final long others;

    private DocumentEvaluation(Scores scores, long others) {
        this.scores = scores;
        this.others = others;
    }

    /**
     * Codes every gold document and scores the events.
     *
     * @throws UnusableGold if the folder cannot be used
     */
    public static DocumentEvaluation ofCoder(Path gold, Coder coder) {
        Scoring scoring = new Scoring();
        for (GoldDocument document : GoldFolder.read(gold)) {
            scoring.add(
                    document,
                    coder.code(document.article()).stream().map(PlainJson::of).toList());
        }
        return new DocumentEvaluation(scoring.scores(), 0);
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
        return new DocumentEvaluation(scoring.scores(), coded.others(known));
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
}
