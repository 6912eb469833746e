package org.tocsin.serve;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.serve.query.Holdings;

/** The operations of the API that answer from the state. */
public final class Resources {
    private Resources() {}

    /**
     * All that answer from the state, in the order of the documentation.
     *
     * @param holdings the state
     * @param now the time, for intervals that end now
     */
    public static List<Resource> ofState(Holdings holdings, Clock now) {
        Gathering<EventEnvelope> events = Gathering.events(holdings);
        Gathering<Incident> incidents = Gathering.incidents(holdings);
        return List.of(
                ListResource.of(events, now),
                ItemResource.of(events),
                new MentionsResource(holdings),
                ListResource.of(incidents, now),
                ItemResource.of(incidents),
                new HistoryResource(holdings),
                new AggregatesResource(holdings, now),
                new ChangeResource(holdings, now),
                new ConformanceResource(),
                new CollectionsResource(List.of(events, incidents)),
                new CollectionResource(events),
                ListResource.ofFeatures(events, now),
                ItemResource.ofFeatures(events),
                new CollectionResource(incidents),
                ListResource.ofFeatures(incidents, now),
                ItemResource.ofFeatures(incidents),
                new StoresResource(holdings),
                new StoreEntryResource(holdings),
                new SchemasResource(),
                new SchemaResource());
    }

    /**
     * Those that whoever runs the program watches.
     *
     * @param notReady why the state cannot be read now; empty when it can
     * @param meters what /metrics shows
     */
    public static List<Resource> ofOperation(Supplier<Optional<String>> notReady, PrometheusMeterRegistry meters) {
        return List.of(new HealthResource(), new ReadinessResource(notReady), new MetricsResource(meters));
    }
}
