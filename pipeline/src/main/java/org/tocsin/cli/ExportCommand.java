package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all events or incidents of a filter, page after page. */
@Command(
        name = "export",
        header = {"Example: tocsin export incidents country=UA --format csv --to incidents.csv", ""},
        description = {
            "Writes all events or incidents that meet the API's conditions as CSV, GeoJSON or NDJSON, page after page.",
            ""
        })
final class ExportCommand implements Callable<Integer> {
    private static final String PAGE = "1000";
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>;\\s*rel=\"?next\"?");

    /** What can be exported. */
    enum Collection {
        EVENTS,
        INCIDENTS
    }

    /** How it is written. */
    enum Style {
        CSV,
        GEOJSON,
        NDJSON
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "COLLECTION", description = "events or incidents.")
    private Collection collection = Collection.INCIDENTS;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME=VALUE",
            description = "Conditions, order and fields as the API takes them, for example country=UA.")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--format", defaultValue = "csv", description = "csv, geojson or ndjson; default ${DEFAULT-VALUE}.")
    private Style style = Style.CSV;

    @Option(names = "--to", paramLabel = "FILE", description = "File to write; standard output without it.")
    private @Nullable Path to;

    @Option(
            names = "--url",
            defaultValue = "${TOCSIN_URL:-http://127.0.0.1:8080}",
            description = "Address of the API; default http://127.0.0.1:8080, or the environment variable TOCSIN_URL.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Override
    public Integer call() throws InterruptedException {
        if (to == null) {
            PrintWriter out = spec.commandLine().getOut();
            write(out);
            out.flush();
            return 0;
        }
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(to, StandardCharsets.UTF_8))) {
            write(out);
            if (out.checkError()) {
                throw new CommandFailure("The file " + to + " could not be written to its end");
            }
        } catch (IOException e) {
            throw new CommandFailure("The file " + to + " cannot be written: " + e, e);
        }
        return 0;
    }

    private void write(PrintWriter out) throws InterruptedException {
        ApiClient api = new ApiClient(url);
        Map<String, String> asked = new LinkedHashMap<>(parameters);
        asked.put("f", style.name().toLowerCase(Locale.ROOT));
        asked.putIfAbsent("limit", PAGE);
        URI page = api.address("/v1/" + collection.name().toLowerCase(Locale.ROOT), asked);
        Writing writing = new Writing(api, out, style);
        for (URI next = page; next != null; ) {
            HttpResponse<String> answer = api.get(next);
            writing.page(answer.body());
            next = next(next, answer);
        }
        writing.end();
    }

    private static @Nullable URI next(URI page, HttpResponse<String> answer) {
        for (String link : answer.headers().allValues("Link")) {
            Matcher next = NEXT.matcher(link);
            if (next.find()) {
                return page.resolve(next.group(1));
            }
        }
        return null;
    }

    /** Joins pages: a table has one header, a collection of features is one. */
    private static final class Writing {
        private final ApiClient api;
        private final PrintWriter out;
        private final Style style;
        private long pages;
        private long features;

        Writing(ApiClient api, PrintWriter out, Style style) {
            this.api = api;
            this.out = out;
            this.style = style;
        }

        void page(String body) {
            switch (style) {
                case NDJSON -> out.print(body);
                case CSV -> out.print(pages == 0 ? body : body.substring(body.indexOf('\n') + 1));
                case GEOJSON -> features(api.json(body));
            }
            pages++;
        }

        private void features(JsonNode collection) {
            if (pages == 0) {
                out.print("{\"type\":\"FeatureCollection\",\"features\":[");
            }
            for (JsonNode feature : collection.path("features")) {
                out.print((features == 0 ? "\n" : ",\n") + feature);
                features++;
            }
        }

        void end() {
            if (style == Style.GEOJSON) {
                out.println("\n]}");
            }
        }
    }
}
