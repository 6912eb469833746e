package org.tocsin.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the HTTP API of a running pipeline. */
@Command(
        name = "query",
        header = {"Example: tocsin query aggregates datetime=P7D/.. group_by=country metric=killed", ""},
        description = {
            "Asks a running pipeline (tocsin demo or tocsin run) over its HTTP API.",
            "The parameters are those of the API: bbox, datetime, event_type, country, admin1, actor, target, speaker, method,"
                    + " source, min_killed, min_injured, min_confidence, status, updated_since, as_of, q, sort, limit, cursor;"
                    + " for events also article_id and incident_id; for aggregates clock, bucket, group_by, zoom, metric, top;"
                    + " for change recent and baseline (days).",
            ""
        })
final class QueryCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final JsonMapper MAPPER = new JsonMapper();

    /** What can be asked for. */
    enum Resource {
        EVENTS("events"),
        INCIDENTS("incidents"),
        AGGREGATES("aggregates"),
        CHANGE("aggregates/change");

        private final String path;

        Resource(String path) {
            this.path = path;
        }
    }

    /** How the answer is printed. */
    enum Style {
        TABLE,
        JSON
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "RESOURCE",
            description = "events, incidents, aggregates or change (the last days against the days before).")
    private Resource resource = Resource.EVENTS;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME=VALUE",
            description = "Parameters of the API, for example country=UA.")
    private Map<String, String> parameters = Map.of();

    @Option(
            names = "--url",
            defaultValue = "${TOCSIN_URL:-http://127.0.0.1:8080}",
            description = "Address of the API; default http://127.0.0.1:8080, or the environment variable TOCSIN_URL.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--format", defaultValue = "table", description = "table or json; default ${DEFAULT-VALUE}.")
    private Style style = Style.TABLE;

    @Override
    public Integer call() throws InterruptedException {
        String body = get(address());
        PrintWriter out = spec.commandLine().getOut();
        if (style == Style.JSON) {
            out.print(body);
        } else {
            table(body).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private URI address() {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        String base = url.toString().replaceAll("/+$", "");
        return URI.create(base + "/v1/" + resource.path + (query.isEmpty() ? "" : "?" + query));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String get(URI address) throws InterruptedException {
        HttpResponse<String> response;
        try {
            response = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address).timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailure(
                    "No answer from " + url
                            + "; start the pipeline (tocsin demo or tocsin run) or give its address with --url",
                    e);
        }
        if (response.statusCode() != 200) {
            throw new CommandFailure(url + " answers " + response.statusCode() + ": " + detail(response.body()));
        }
        return response.body();
    }

    private static String detail(String body) {
        try {
            return MAPPER.readTree(body).path("detail").asText(body);
        } catch (JsonProcessingException e) {
            return body;
        }
    }

    private List<String> table(String body) {
        JsonNode answer;
        try {
            answer = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CommandFailure(url + " does not answer JSON; is it the API of Tocsin?", e);
        }
        JsonNode data = answer.path("data");
        List<String> lines = new ArrayList<>();
        if (resource == Resource.AGGREGATES || resource == Resource.CHANGE) {
            lines.add(answer.at("/meta/from").asText("the beginning") + " to "
                    + answer.at("/meta/to").asText("the end"));
            lines.addAll(rows(data));
        } else {
            data.forEach(event -> lines.add(EventLine.of(event)));
        }
        return lines;
    }

    private static List<String> rows(JsonNode data) {
        if (data.isEmpty()) {
            return List.of("nothing in this window");
        }
        List<String> header = new ArrayList<>();
        data.get(0).fieldNames().forEachRemaining(header::add);
        TextTable table = new TextTable(header);
        data.forEach(row -> table.add(
                header.stream().map(column -> row.path(column).asText()).toList()));
        return table.lines();
    }
}
