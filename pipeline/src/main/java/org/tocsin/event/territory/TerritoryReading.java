package org.tocsin.event.territory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.TerritoryChangeKind;

/**
 * One mention of a change of control: what one sentence says about it.
 *
 * @param sentence the sentence
 * @param trigger the words that name the change
 * @param actor who takes, advances or leaves; null where the text does not tell
 * @param change how control changes
 * @param ground the place
 */
record TerritoryReading(
        Sentence sentence,
        Anchored<String> trigger,
        @Nullable Anchored<Actor> actor,
        Anchored<TerritoryChangeKind> change,
        Ground ground,
        @Nullable Anchored<EventTime> date,
        Anchored<EventStatus> status,
        List<Anchored<Attribution>> attribution) {
    TerritoryReading {
        attribution = List.copyOf(attribution);
    }

    /** The same with who did it. */
    TerritoryReading withActor(Anchored<Actor> who) {
        return new TerritoryReading(sentence, trigger, who, change, ground, date, status, attribution);
    }
}
