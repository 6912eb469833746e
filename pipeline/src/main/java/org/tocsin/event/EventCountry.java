package org.tocsin.event;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.schema.Actor;

/**
 * The country by which reports of one event meet: the place's; for statements the speaker's; where no place is known the
 * attacker's or actor's.
 */
public final class EventCountry {
    /** The key of events that no country is known of. A user-assigned code of ISO 3166-1. */
    public static final String UNKNOWN = "ZZ";

    private static final List<String> ACTORS = List.of("attacker", "actor", "by", "speaker");

    private EventCountry() {}

    /** The country key of an event record: an ISO 3166-1 alpha-2 code, {@link #UNKNOWN} where none is known. */
    public static String of(SpecificRecord event) {
        EventView view = EventView.of(event);
        if (view.get("speaker") instanceof Actor speaker) {
            return speaker.getCountry() == null ? UNKNOWN : speaker.getCountry();
        }
        if (view.place() != null && view.place().getCountry() != null) {
            return view.place().getCountry();
        }
        for (String field : ACTORS) {
            if (view.get(field) instanceof Actor actor && actor.getCountry() != null) {
                return actor.getCountry();
            }
        }
        return UNKNOWN;
    }
}
