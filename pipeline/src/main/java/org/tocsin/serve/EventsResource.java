package org.tocsin.serve;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.EventView;
import org.tocsin.event.PlainJson;
import org.tocsin.schema.Actor;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Place;
import org.tocsin.stream.Answer;

/** {@code /v1/events}: the events that stand, the latest reported first. */
final class EventsResource implements PlainResource {
    private static final List<String> PARAMETERS = Stream.concat(Selection.PARAMETERS.stream(), Stream.of("article_id"))
            .toList();

    private final Stores stores;

    EventsResource(Stores stores) {
        this.stores = stores;
    }

    @Override
    public String path() {
        return "/v1/events";
    }

    @Override
    public String summary() {
        return "Events as articles report them, the latest reported first.";
    }

    @Override
    public List<String> parameters() {
        return PARAMETERS;
    }

    @Override
    public void answer(Context ctx, PlainParameters parameters) {
        Selection selection = Selection.of(
                parameters, EventTypes.ALL.stream().map(EventType::name).toList());
        Optional<String> article = parameters.text("article_id");
        Answer<EventEnvelope> answer = stores.events(
                envelope -> {
                    EventView event = EventView.of((SpecificRecord) envelope.getEvent());
                    return selection.takes(event.type(), country(event), event.date())
                            && article.map(event.articleId()::equals).orElse(true);
                },
                selection.limit());

        Envelope envelope = new Envelope(answer);
        answer.items().forEach(item -> envelope.add(PlainJson.of((SpecificRecord) item.getEvent())));
        envelope.send(ctx);
    }

    /** Country of the place, or of the speaker where the type has one. */
    private static String country(EventView event) {
        Place place = event.place();
        @Nullable
        String country = event.get("speaker") instanceof Actor speaker
                ? speaker.getCountry()
                : place == null ? null : place.getCountry();
        return country == null ? "" : country;
    }
}
