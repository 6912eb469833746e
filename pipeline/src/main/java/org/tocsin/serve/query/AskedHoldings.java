package org.tocsin.serve.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.incident.RevisionLog;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.stream.StoreName;

/** Makes answers out of what is replied to questions. */
final class AskedHoldings implements Holdings {
    private final Asking asking;

    AskedHoldings(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Answered<Slice<EventEnvelope>> events(Filter filter, Paging paging) {
        check(EVENTS, paging);
        Set<String> ids = Set.of();
        if (filter.incidentId().isPresent()) {
            Answered<Optional<Incident>> incident = incident(filter.incidentId().get());
            if (incident.value().isEmpty()) {
                return new Answered<>(new Slice<>(List.of(), 0, null), incident.coverage());
            }
            ids = Set.copyOf(incident.value().get().getEventIds());
        }
        Asking.Told told = asking.ask(new Question.Events(filter, ids, paging));
        return new Answered<>(slice(EVENTS, told.replies(), paging, EventEnvelope.class), told.coverage());
    }

    @Override
    public Answered<Slice<Incident>> incidents(Filter filter, Paging paging) {
        check(INCIDENTS, paging);
        Asking.Told told = asking.ask(new Question.Incidents(filter, paging));
        return new Answered<>(slice(INCIDENTS, told.replies(), paging, Incident.class), told.coverage());
    }

    @Override
    public Answered<Optional<EventEnvelope>> event(String id) {
        Asking.Told told = asking.ask(new Question.EventOf(id));
        return new Answered<>(found(told, EventEnvelope.class).stream().findFirst(), told.coverage());
    }

    @Override
    public Answered<Optional<Incident>> incident(String id) {
        Asking.Told told = asking.ask(new Question.IncidentOf(id));
        Optional<Incident> incident =
                found(told, Incident.class).stream().filter(RevisionLog::stands).findFirst();
        return new Answered<>(incident, told.coverage());
    }

    @Override
    public Answered<List<Incident>> revisions(String incidentId) {
        Asking.Told told = asking.ask(new Question.RevisionsOf(incidentId));
        List<Incident> revisions = found(told, Incident.class).stream()
                .sorted(Comparator.comparingInt(Incident::getRevision))
                .toList();
        return new Answered<>(revisions, told.coverage());
    }

    @Override
    public Answered<List<AggregateRow>> aggregates(Filter filter, Aggregation aggregation) {
        Asking.Told told = asking.ask(new Question.Totals(filter, aggregation));
        return new Answered<>(
                Totals.together(told.replies().stream().map(Reply::rows).toList()), told.coverage());
    }

    @Override
    public Answered<Optional<StoreEntry>> entry(String store, String key) {
        Asking.Told told = asking.ask(new Question.Entry(StoreName.of(store), key));
        return new Answered<>(
                told.replies().stream()
                        .flatMap(reply -> reply.entries().stream())
                        .findFirst(),
                told.coverage());
    }

    @Override
    public List<String> stores() {
        return StoreName.ALL.stream().map(StoreName::name).toList();
    }

    /** A wrong cursor is told before anybody is asked. */
    private static void check(String collection, Paging paging) {
        if (paging.cursor() != null) {
            Rank.parse(paging.cursor(), collection, paging);
        }
    }

    private static <T> List<T> found(Asking.Told told, Class<T> type) {
        return told.replies().stream()
                .flatMap(reply -> reply.found().stream())
                .map(found -> type.cast(found.item()))
                .toList();
    }

    /** The first page of the pages of all; each instance gives one item more than the page holds where it has one. */
    private static <T extends SpecificRecord> Slice<T> slice(
            String collection, List<Reply> replies, Paging paging, Class<T> type) {
        List<Reply.Found> all = new ArrayList<>();
        replies.forEach(reply -> all.addAll(reply.found()));
        all.sort(Comparator.comparing(Reply.Found::rank, Rank.order(paging)));
        List<Reply.Found> page = all.subList(0, Math.min(paging.limit(), all.size()));
        long matched = replies.stream().mapToLong(Reply::matched).sum();
        @Nullable
        String next =
                all.size() > page.size() ? page.get(page.size() - 1).rank().cursor(collection, paging) : null;
        return new Slice<>(page.stream().map(found -> type.cast(found.item())).toList(), matched, next);
    }
}
