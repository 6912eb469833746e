package org.tocsin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.Records;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all events or incidents of a filter, page after page, or those of articles in files. */
@Command(
        name = "export",
        header = {"Example: tocsin export incidents country=UA --format csv --to incidents.csv", ""},
        description = {
            "Writes all events or incidents that meet the API's conditions, page after page; with --articles those that"
                    + " the articles of files report, without the API and without Kafka.",
            "Formats: csv, geojson and ndjson as the API has them; plover, acled and gdelt with the fields of those"
                    + " projects. Records that have no place in those are counted on standard error.",
            ""
        })
final class ExportCommand implements Callable<Integer> {
    private static final String PAGE = "1000";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "COLLECTION", description = "events or incidents.")
    private Records collection = Records.INCIDENTS;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME=VALUE",
            description = "Conditions, order and fields as the API takes them, for example country=UA.")
    private Map<String, String> parameters = Map.of();

    @Option(
            names = "--format",
            defaultValue = "csv",
            description = "csv, geojson, ndjson, plover, acled (incidents alone) or gdelt; default ${DEFAULT-VALUE}.")
    private ExportStyle style = ExportStyle.CSV;

    @Option(
            names = "--articles",
            paramLabel = "FILE",
            description = "File of articles, as extract takes it; may be repeated. Without it the API is asked.")
    private List<Path> articles = List.of();

    @Option(names = "--to", paramLabel = "FILE", description = "File to write; standard output without it.")
    private @Nullable Path to;

    @Option(
            names = "--url",
            defaultValue = "${TOCSIN_URL:-http://127.0.0.1:8080}",
            description = "Address of the API; default http://127.0.0.1:8080, or the environment variable TOCSIN_URL.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Override
    public Integer call() throws InterruptedException {
        check();
        if (to == null) {
            PrintWriter out = spec.commandLine().getOut();
            boolean all = write(out);
            out.flush();
            return all ? 0 : 1;
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(to, StandardCharsets.UTF_8))) {
            boolean all = write(out);
            if (out.checkError()) {
                throw new CommandFailure("The file " + to + " could not be written to its end");
            }
            return all ? 0 : 1;
        } catch (IOException e) {
            throw new CommandFailure("The file " + to + " cannot be written: " + e, e);
        }
    }

    private void check() {
        if (style == ExportStyle.ACLED && collection == Records.EVENTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "ACLED has one row for what happened, however many articles report it:"
                            + " tocsin export incidents --format acled");
        }
        boolean foreign = style.foreign().isPresent();
        if (foreign && (parameters.containsKey("fields") || parameters.containsKey("f"))) {
            throw new ParameterException(
                    spec.commandLine(), "The fields of " + style.label() + " are fixed; leave out fields= and f=");
        }
        if (!articles.isEmpty() && !parameters.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Conditions are the API's; with --articles everything is written: leave out "
                            + Printable.line(String.join(", ", parameters.keySet())));
        }
    }

    private boolean write(PrintWriter out) throws InterruptedException {
        return articles.isEmpty() ? writeAnswers(out) : writeCoded(out);
    }

    private boolean writeCoded(PrintWriter out) {
        PrintWriter err = spec.commandLine().getErr();
        OfflineRecords records = new OfflineRecords(ArticleFiles.of(articles), err);
        RecordWriter writer = new RecordWriter(style, collection, out);
        boolean all = collection == Records.EVENTS
                ? records.events(writer::write)
                : records.incidents(Instant.MAX, writer::write);
        writer.end(err);
        return all;
    }

    private boolean writeAnswers(PrintWriter out) throws InterruptedException {
        ApiClient api = new ApiClient(url);
        boolean foreign = style.foreign().isPresent();
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.put("f", foreign ? ExportStyle.NDJSON.label() : style.label());
        asked.putIfAbsent("limit", PAGE);
        ApiExport pages =
                new ApiExport(api, api.address("/v1/" + collection.name().toLowerCase(Locale.ROOT), asked));
        if (!foreign) {
            pages.join(style, out);
            return true;
        }
        RecordWriter writer = new RecordWriter(style, collection, out);
        pages.records(writer::write);
        writer.end(spec.commandLine().getErr());
        return true;
    }
}
