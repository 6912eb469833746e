package org.tocsin.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks the HTTP API of a running pipeline. */
@Command(
        name = "query",
        header = {"Example: tocsin query aggregates datetime=P7D/.. group_by=country metric=killed", ""},
        description = {
            "Asks a running pipeline (tocsin demo or tocsin run) over its HTTP API.",
            "The parameters are those of the API: bbox, datetime, event_type, country, admin1, actor, target, speaker,"
                    + " method, source, min_killed, min_injured, min_confidence, status, updated_since, as_of, q, sort,"
                    + " limit, cursor; for events also article_id and incident_id; for aggregates clock, bucket, group_by,"
                    + " zoom, metric, top; for change recent and baseline (days).",
            ""
        })
final class QueryCommand implements Callable<Integer> {
    private static final String ID = "{id}";

    /** What can be asked for. */
    enum Resource {
        EVENTS("events"),
        INCIDENTS("incidents"),
        AGGREGATES("aggregates"),
        CHANGE("aggregates/change"),
        HISTORY("incidents/{id}/history"),
        MENTIONS("events/{id}/mentions"),
        STATUS("status");

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
            description =
                    "events, incidents, aggregates, change (the last days against the days before), history (of the"
                            + " incident --id), mentions (of the event --id) or status.")
    private Resource resource = Resource.EVENTS;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME=VALUE",
            description = "Parameters of the API, for example country=UA.")
    private Map<String, String> parameters = Map.of();

    @Option(names = "--id", paramLabel = "ID", description = "One event or incident alone.")
    private @Nullable String id;

    @Option(
            names = "--url",
            defaultValue = "${TOCSIN_URL:-http://127.0.0.1:8080}",
            description = "Address of the API; default http://127.0.0.1:8080, or the environment variable TOCSIN_URL.")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--format", defaultValue = "table", description = "table or json; default ${DEFAULT-VALUE}.")
    private Style style = Style.TABLE;

    @Override
    public Integer call() throws InterruptedException {
        ApiClient api = new ApiClient(url);
        String body = api.get(api.address(path(), parameters)).body();
        PrintWriter out = spec.commandLine().getOut();
        if (style == Style.JSON) {
            out.print(body);
        } else {
            table(api.json(body)).forEach(out::println);
        }
        out.flush();
        return 0;
    }

    private String path() {
        boolean needs = resource.path.contains(ID);
        if (needs && id == null) {
            throw new ParameterException(
                    spec.commandLine(), "Which one? Give its identifier: --id ID (it stands in every list)");
        }
        if (id == null) {
            return "/v1/" + resource.path;
        }
        return "/v1/"
                + (needs
                        ? resource.path.replace(ID, ApiClient.encoded(id))
                        : resource.path + "/" + ApiClient.encoded(id));
    }

    private List<String> table(JsonNode answer) {
        JsonNode data = answer.path("data");
        List<String> lines = new ArrayList<>();
        if (resource == Resource.AGGREGATES || resource == Resource.CHANGE) {
            lines.add(answer.at("/meta/from").asText("the beginning") + " to "
                    + answer.at("/meta/to").asText("the end"));
            lines.addAll(rows(data));
        } else if (resource == Resource.MENTIONS) {
            data.forEach(mention -> lines.add(Printable.line(mention.path("article_id")
                            .asText() + "  " + mention.path("sentence").asText())));
        } else if (resource == Resource.STATUS) {
            data.properties().forEach(fact -> lines.add(Printable.line(fact.getKey() + "  " + fact.getValue())));
        } else if (data.isArray()) {
            data.forEach(event -> lines.add(EventLine.of(event)));
        } else {
            lines.add(EventLine.of(data));
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
