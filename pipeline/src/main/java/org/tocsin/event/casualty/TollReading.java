package org.tocsin.event.casualty;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;

/**
 * What one sentence says about the people of one incident.
 *
 * @param ownPlace whether the place stands in this sentence
 * @param scope one incident or a cumulative total, with the words that tell a total
 */
record TollReading(
        Sentence sentence,
        List<TollFigure> figures,
        @Nullable Anchored<Place> place,
        boolean ownPlace,
        @Nullable Anchored<EventTime> date,
        Anchored<CasualtyScope> scope,
        Anchored<EventStatus> status,
        List<Anchored<Attribution>> attribution) {
    TollReading {
        figures = List.copyOf(figures);
        attribution = List.copyOf(attribution);
    }
}
