package org.tocsin.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.cli.export.ExportItem;
import org.tocsin.cli.export.RecordFormat;
import org.tocsin.serve.Records;

/** Writes records in a style, one after the other, and counts those that the style has no place for. */
final class RecordWriter {
    private final ExportStyle style;
    private final Records kind;
    private final PrintWriter out;
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long records;

    /** Begins to write. */
    RecordWriter(ExportStyle style, Records kind, PrintWriter out) {
        this.style = style;
        this.kind = kind;
        this.out = out;
        out.print(
                switch (style) {
                    case CSV -> kind.csvHead();
                    case GEOJSON -> "{\"type\":\"FeatureCollection\",\"features\":[\n";
                    default -> style.foreign().map(RecordFormat::head).orElse("");
                });
    }

    /** Writes a record in plain JSON, or counts why it cannot be written. */
    void write(ObjectNode record) {
        records++;
        Optional<RecordFormat> foreign = style.foreign();
        if (foreign.isPresent()) {
            ExportItem item = new ExportItem(record);
            Optional<String> reason = foreign.get().leftOut(item);
            reason.ifPresent(why -> leftOut.merge(why, 1L, Long::sum));
            out.print(reason.isPresent() ? "" : foreign.get().line(item));
            return;
        }
        switch (style) {
            case CSV -> out.print(kind.csvLine(record));
            case GEOJSON -> out.print((records == 1 ? "" : ",\n") + Format.JSONL.print(kind.feature(record)));
            default -> out.print(Format.JSONL.print(record) + "\n");
        }
    }

    /** Ends what was begun and says how many records were left out, and why. */
    void end(PrintWriter err) {
        if (style == ExportStyle.GEOJSON) {
            out.print("\n]}\n");
        }
        if (!leftOut.isEmpty()) {
            long all = leftOut.values().stream().mapToLong(Long::longValue).sum();
            String reasons = leftOut.entrySet().stream()
                    .map(reason -> reason.getValue() + " " + reason.getKey())
                    .collect(Collectors.joining(", "));
            err.println("tocsin: " + all + " of " + records + " left out: " + reasons);
            err.flush();
        }
    }
}
