package org.tocsin.serve.query;

import java.util.List;
import java.util.Optional;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;

/**
 * What the API answers from: the state of all instances together. Every answer says what it covers. A question throws
 * {@link org.tocsin.stream.StoresUnavailable} where nobody can answer any part of it. Thread-safe.
 */
public interface Holdings {
    /** Name of the collection of events. */
    String EVENTS = "events";

    /** Name of the collection of incidents. */
    String INCIDENTS = "incidents";

    /**
     * The events that stand and meet the conditions, a page of them in the order that is asked for.
     *
     * @throws BadCursor if the cursor is none that was given for this order
     */
    Answered<Slice<EventEnvelope>> events(Filter filter, Paging paging);

    /**
     * The incidents that stand and meet the conditions; with {@link Filter#asOf()} as they were known then.
     *
     * @throws BadCursor if the cursor is none that was given for this order
     */
    Answered<Slice<Incident>> incidents(Filter filter, Paging paging);

    /** The event of an identifier, if it stands. */
    Answered<Optional<EventEnvelope>> event(String id);

    /** The incident of an identifier, if it stands. */
    Answered<Optional<Incident>> incident(String id);

    /** Every revision of an incident, oldest first, merged and retracted ones included; empty where there never was one. */
    Answered<List<Incident>> revisions(String incidentId);

    /** Totals of the incidents that meet the conditions, by bucket and group, in no particular order. */
    Answered<List<AggregateRow>> aggregates(Filter filter, Aggregation aggregation);

    /** The record of a key in a state store. */
    Answered<Optional<StoreEntry>> entry(String store, String key);

    /** Names of the state stores. */
    List<String> stores();
}
