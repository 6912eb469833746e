package org.tocsin.event.territory;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.event.SameEvent;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.TerritoryChangeKind;

/** Decides which mentions of an article tell the same change of control: same place, same change, no other actor. */
final class TerritoryMerge {
    private static final Set<EventStatus> REAL = Set.of(EventStatus.OCCURRED, EventStatus.CLAIMED, EventStatus.DENIED);
    private static final Set<TerritoryChangeKind> TAKEN =
            Set.of(TerritoryChangeKind.CAPTURE, TerritoryChangeKind.RECAPTURE);

    private TerritoryMerge() {}

    /** Groups of mentions of the same change, each in the order of the text, the groups in that of their first mention. */
    static List<List<TerritoryReading>> group(List<TerritoryReading> readings) {
        return SameEvent.group(readings, (reading, group) -> group.stream().allMatch(other -> isSame(reading, other)));
    }

    private static boolean isSame(TerritoryReading one, TerritoryReading other) {
        return Objects.equals(
                        one.ground().place().value().getName(),
                        other.ground().place().value().getName())
                && changes(one.change().value(), other.change().value())
                && REAL.contains(one.status().value())
                        == REAL.contains(other.status().value())
                && actors(one.actor(), other.actor());
    }

    private static boolean changes(TerritoryChangeKind one, TerritoryChangeKind other) {
        return one == other || TAKEN.contains(one) && TAKEN.contains(other);
    }

    private static boolean actors(@Nullable Anchored<Actor> one, @Nullable Anchored<Actor> other) {
        if (one == null
                || other == null
                || one.value().getName().equals(other.value().getName())) {
            return true;
        }
        boolean groups = isGroup(one.value()) || isGroup(other.value());
        boolean unnamed = isUnnamed(one.value()) || isUnnamed(other.value());
        // an armed group shares its country with the army that it fights
        return groups
                ? unnamed && isGroup(one.value()) == isGroup(other.value())
                : unnamed
                        || Objects.equals(
                                one.value().getCountry(), other.value().getCountry());
    }

    private static boolean isGroup(Actor actor) {
        return actor.getKind() == ActorKind.ARMED_GROUP;
    }

    private static boolean isUnnamed(Actor actor) {
        return actor.getCountry() == null && actor.getName().equals(actor.getText());
    }
}
