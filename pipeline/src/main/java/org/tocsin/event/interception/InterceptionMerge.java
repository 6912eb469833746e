package org.tocsin.event.interception;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.event.SameEvent;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.PlacePrecision;

/** Decides which mentions of an article tell the same interception. */
final class InterceptionMerge {
    private static final Set<EventStatus> REAL = Set.of(EventStatus.OCCURRED, EventStatus.CLAIMED, EventStatus.DENIED);
    private static final Set<PlacePrecision> PINS = Set.of(PlacePrecision.SITE, PlacePrecision.TOWN);

    private InterceptionMerge() {}

    /** Groups of mentions of the same interception, each in the order of the text, the groups in that of their first mention. */
    static List<List<InterceptionReading>> group(List<InterceptionReading> readings) {
        return SameEvent.group(readings, (reading, group) -> group.stream().allMatch(other -> isSame(reading, other)));
    }

    private static boolean isSame(InterceptionReading one, InterceptionReading other) {
        return one.tally().what().value() == other.tally().what().value()
                && REAL.contains(one.status().value())
                        == REAL.contains(other.status().value())
                && figures(one.tally().count(), other.tally().count())
                && sides(one.by(), other.by())
                && times(one.date(), other.date())
                && places(one.place(), other.place());
    }

    private static boolean figures(@Nullable Anchored<Count> one, @Nullable Anchored<Count> other) {
        return one == null
                || other == null
                || one.value().getBest() == null
                || other.value().getBest() == null
                || one.value().getBest().equals(other.value().getBest());
    }

    private static boolean sides(@Nullable Anchored<Actor> one, @Nullable Anchored<Actor> other) {
        if (one == null || other == null) {
            return true;
        }
        String country = one.value().getCountry();
        return country == null
                || other.value().getCountry() == null
                || country.equals(other.value().getCountry());
    }

    private static boolean times(@Nullable Anchored<EventTime> one, @Nullable Anchored<EventTime> other) {
        return one == null
                || other == null
                || !one.value().getStart().isAfter(other.value().getEnd())
                        && !other.value().getStart().isAfter(one.value().getEnd());
    }

    private static boolean places(@Nullable Anchored<Place> one, @Nullable Anchored<Place> other) {
        if (one == null || other == null) {
            return true;
        }
        boolean pins = PINS.contains(one.value().getPrecision())
                && PINS.contains(other.value().getPrecision());
        return !pins || Objects.equals(one.value().getName(), other.value().getName());
    }
}
