package org.tocsin.serve;

import static org.tocsin.serve.AnswerFormat.CSV;
import static org.tocsin.serve.AnswerFormat.JSON;
import static org.tocsin.serve.AnswerFormat.NDJSON;

import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.tocsin.schema.Incident;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Holdings;
import org.tocsin.stream.StoresUnavailable;

/** {@code /v1/incidents/{incident_id}/history}: every revision of an incident, oldest first. */
final class HistoryResource implements Resource {
    private static final List<AnswerFormat> FORMATS = List.of(JSON, CSV, NDJSON);

    private final Holdings holdings;
    private final Gathering<Incident> incidents;
    private final Operation operation;

    HistoryResource(Holdings holdings) {
        this.holdings = holdings;
        this.incidents = Gathering.incidents(holdings);
        this.operation = Operation.get(
                "/v1/incidents/{incident_id}/history",
                "Every revision of an incident, oldest first: when it was known, what changed, why, and the figures then.",
                List.of(incidents.id(), incidents.choosing(), AnswerFormat.parameter(FORMATS)),
                Reply.ofState(
                        Replies.items("The revisions, merged and retracted ones too.", FORMATS, incidents.component()),
                        Reply.notFound("There never was an incident of this identifier.")));
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        Set<String> fields = parameters.find(incidents.choosing()).orElse(Set.of());
        AnswerFormat format = AnswerFormat.of(ctx, parameters, FORMATS);
        String id = parameters.get(incidents.id());
        Answered<List<Incident>> revisions = holdings.revisions(id);
        if (revisions.value().isEmpty()) {
            throw missing(id, revisions.coverage().complete());
        }
        List<Item> items = revisions.value().stream()
                .map(revision -> incidents.item(revision).only(fields))
                .toList();
        Listing.all(items, Column.only(incidents.columns(), fields), revisions.coverage())
                .send(ctx, format);
    }

    private static RuntimeException missing(String id, boolean complete) {
        return complete
                ? Problem.notFound("There never was an incident '" + id + "'")
                : new StoresUnavailable(
                        "The part of the state that may hold the incident '" + id + "' cannot be read now");
    }
}
