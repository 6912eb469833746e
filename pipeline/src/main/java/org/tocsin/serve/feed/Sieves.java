package org.tocsin.serve.feed;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.EventView;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.serve.query.Conditions;
import org.tocsin.serve.query.Filter;

/**
 * Makes sieves that see the sentences of an incident's reports where a filter looks for words, as the index of incidents does.
 *
 * @param events finds the event of an identifier, if it stands
 */
public record Sieves(Function<String, Optional<EventEnvelope>> events) {
    /** The sieve of a filter. */
    Sieve of(Filter filter) {
        return new Sieve(Conditions.of(filter), this::sentences);
    }

    private List<String> sentences(Incident incident) {
        return incident.getEventIds().stream()
                .map(events)
                .flatMap(Optional::stream)
                .flatMap(event -> EventView.of((SpecificRecord) event.getEvent()).evidence().stream())
                .toList();
    }
}
