package org.tocsin.serve;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.PlainJson;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;

/** {@code /v1/incidents}: the incidents that stand, the latest reported first. */
final class IncidentsResource implements Resource {
    private static final Comparator<Incident> LATEST_FIRST = Comparator.comparing((Incident incident) ->
                    Optional.ofNullable(incident.getLastReportedAt()).orElse(Instant.MIN))
            .reversed()
            .thenComparing(Incident::getIncidentId);

    private final Stores stores;

    IncidentsResource(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String path() {
        return "/v1/incidents";
    }

    @Override
    public String summary() {
        return "Incidents: what all articles together say of one event, with the history of its figures.";
    }

    @Override
    public List<String> parameters() {
        return Selection.PARAMETERS;
    }

    @Override
    public void answer(Context ctx, QueryParameters parameters) {
        Selection selection = Selection.of(
                parameters, EventTypes.ALL.stream().map(EventType::name).toList());
        Newest<Incident> found = new Newest<>(selection.limit(), LATEST_FIRST);
        stores.incidents(incident -> {
            if (selection.takes(incident.getEventType(), country(incident), incident.getDate())) {
                found.add(incident);
            }
        });

        Envelope envelope = new Envelope(stores.complete());
        found.inOrder().forEach(incident -> envelope.add(PlainJson.of(incident)));
        envelope.meta().put("total", found.seen());
        envelope.send(ctx);
    }

    private static String country(Incident incident) {
        Actor speaker = incident.getSpeaker();
        Place place = incident.getPlace();
        String country = speaker != null ? speaker.getCountry() : place == null ? null : place.getCountry();
        return country == null ? "" : country;
    }
}
