package org.tocsin.event.interception;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;

/**
 * One mention of an interception: what one sentence says about the things of one kind that were brought down.
 *
 * @param sentence the sentence
 * @param trigger the words that name the interception
 * @param tally what was brought down, how many, of how many
 * @param by whose air defence; null where the text does not tell
 */
record InterceptionReading(
        Sentence sentence,
        Anchored<String> trigger,
        Tally tally,
        @Nullable Anchored<Actor> by,
        @Nullable Anchored<Place> place,
        @Nullable Anchored<EventTime> date,
        Anchored<EventStatus> status,
        List<Anchored<Attribution>> attribution) {
    InterceptionReading {
        attribution = List.copyOf(attribution);
    }

    /** "downed 211 drones, with 90 shot down by guns": whether its total is what another mention says was brought down. */
    boolean isPartOf(InterceptionReading total) {
        return tally.what().value() == total.tally.what().value()
                && tally.launched() != null
                && total.tally.count() != null
                && tally.launched().start() == total.tally.count().start();
    }
}
