package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Pages of the API as one whole.
 *
 * @param api whom to ask
 * @param first address of the first page
 */
record ApiExport(ApiClient api, URI first) {
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>;\\s*rel=\"?next\"?");

    /** Hands on every record of pages of NDJSON. */
    void records(Consumer<ObjectNode> consumer) throws InterruptedException {
        pages(body -> body.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> consumer.accept((ObjectNode) api.json(line))));
    }

    /** Joins pages in a format of the API: a table has one header, a collection of features is one. */
    void join(ExportStyle style, PrintWriter out) throws InterruptedException {
        Joining joining = new Joining(style, out);
        pages(joining::page);
        joining.end();
    }

    private void pages(Consumer<String> consumer) throws InterruptedException {
        for (URI next = first; next != null; ) {
            HttpResponse<String> answer = api.get(next);
            consumer.accept(answer.body());
            next = next(next, answer);
        }
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

    private final class Joining {
        private final ExportStyle style;
        private final PrintWriter out;
        private long pages;
        private long features;

        Joining(ExportStyle style, PrintWriter out) {
            this.style = style;
            this.out = out;
        }

        void page(String body) {
            switch (style) {
                case CSV -> out.print(pages == 0 ? body : body.substring(body.indexOf('\n') + 1));
                case GEOJSON -> features(api.json(body));
                default -> out.print(body);
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
            if (style == ExportStyle.GEOJSON) {
                out.println("\n]}");
            }
        }
    }
}
