package org.tocsin.serve;

import io.javalin.http.Context;
import java.util.List;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.PlainJson;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.stream.Answer;

/** {@code /v1/incidents}: the incidents that stand, the latest reported first. */
final class IncidentsResource implements PlainResource {
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
    public void answer(Context ctx, PlainParameters parameters) {
        Selection selection = Selection.of(
                parameters, EventTypes.ALL.stream().map(EventType::name).toList());
        Answer<Incident> answer = stores.incidents(
                incident -> selection.takes(incident.getEventType(), country(incident), incident.getDate()),
                selection.limit());

        Envelope envelope = new Envelope(answer);
        answer.items().forEach(incident -> envelope.add(PlainJson.of(incident)));
        envelope.send(ctx);
    }

    private static String country(Incident incident) {
        Actor speaker = incident.getSpeaker();
        Place place = incident.getPlace();
        String country = speaker != null ? speaker.getCountry() : place == null ? null : place.getCountry();
        return country == null ? "" : country;
    }
}
