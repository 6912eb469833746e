package org.tocsin.serve;

import static org.tocsin.serve.AnswerFormat.CSV;
import static org.tocsin.serve.AnswerFormat.JSON;
import static org.tocsin.serve.AnswerFormat.NDJSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.incident.StoreKey;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.serve.query.Answered;
import org.tocsin.serve.query.Coverage;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Holdings;
import org.tocsin.serve.query.Paging;
import org.tocsin.serve.query.Slice;
import org.tocsin.serve.query.StoreEntry;
import org.tocsin.stream.StoreName;

/** {@code /v1/events/{event_id}/mentions}: the sentences of all articles that report the same incident, the event's own first. */
final class MentionsResource implements Resource {
    private static final List<AnswerFormat> FORMATS = List.of(JSON, CSV, NDJSON);
    private static final Paging ALL =
            new Paging(Paging.Sort.REPORTED_AT, Paging.Direction.ASCENDING, PagingParameters.MOST, null);

    private final Holdings holdings;
    private final Gathering<EventEnvelope> events;
    private final Operation operation;

    MentionsResource(Holdings holdings) {
        this.holdings = holdings;
        this.events = Gathering.events(holdings);
        this.operation = Operation.get(
                "/v1/events/{event_id}/mentions",
                "The sentences that tell of the same incident in all articles, the event's own first.",
                List.of(events.id(), AnswerFormat.parameter(FORMATS)),
                Reply.ofState(
                        Replies.items("One row a sentence.", FORMATS, Mentions.schema()),
                        Reply.notFound("No event that stands has this identifier.")));
    }

    @Override
    public Operation operation() {
        return operation;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        AnswerFormat format = AnswerFormat.of(ctx, parameters, FORMATS);
        Answered<EventEnvelope> own = events.one(parameters.get(events.id()));
        Answered<List<EventEnvelope>> others = reports(own);
        List<Item> rows = new ArrayList<>();
        others.value().stream()
                .sorted(Comparator.comparing((EventEnvelope event) -> isSame(event, own.value()) ? 0 : 1)
                        .thenComparing(EventEnvelope::getReportedAt)
                        .thenComparing(EventEnvelope::getEventId))
                .flatMap(event -> Mentions.rows(events.json(event)).stream())
                .map((ObjectNode row) -> Item.row(row))
                .forEach(rows::add);
        Listing.all(rows, Tables.MENTIONS, others.coverage()).send(ctx, format);
    }

    /** The event and all others that report its incident; the event alone where it has none. */
    private Answered<List<EventEnvelope>> reports(Answered<EventEnvelope> own) {
        Answered<Optional<Incident>> incident = incident(own.value());
        Coverage covered = together(own.coverage(), incident.coverage());
        if (incident.value().isEmpty()) {
            return new Answered<>(List.of(own.value()), covered);
        }
        String id = incident.value().get().getIncidentId();
        Answered<Slice<EventEnvelope>> reports = holdings.events(Filter.ofIncident(id), ALL);
        List<EventEnvelope> found = new ArrayList<>(reports.value().items());
        if (found.stream().noneMatch(event -> isSame(event, own.value()))) {
            found.add(own.value());
        }
        return new Answered<>(found, together(covered, reports.coverage()));
    }

    /** The incident that an event reports: one of those that its article is noted to report. */
    private Answered<Optional<Incident>> incident(EventEnvelope event) {
        Answered<Optional<StoreEntry>> accounts = holdings.entry(
                StoreName.ARTICLE_ACCOUNTS.name(), StoreKey.of(event.getCountry(), event.getArticleId()));
        Coverage covered = accounts.coverage();
        Set<String> ids = new LinkedHashSet<>();
        accounts.value().ifPresent(entry -> entry.value().path("incidents").forEach(id -> ids.add(id.textValue())));
        for (String id : ids) {
            Answered<Optional<Incident>> incident = holdings.incident(id);
            covered = together(covered, incident.coverage());
            if (incident.value()
                    .filter(found -> found.getEventIds().contains(event.getEventId()))
                    .isPresent()) {
                return new Answered<>(incident.value(), covered);
            }
        }
        return new Answered<>(Optional.empty(), covered);
    }

    private static boolean isSame(EventEnvelope one, EventEnvelope other) {
        return one.getEventId().equals(other.getEventId());
    }

    private static Coverage together(Coverage one, Coverage other) {
        return new Coverage(
                one.complete() && other.complete(),
                Math.min(one.instances(), other.instances()),
                Math.max(one.lagMs(), other.lagMs()));
    }
}
