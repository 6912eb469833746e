package org.tocsin.event;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.ActorKind;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Stance;

/**
 * Tells a success that only its author reports from one that the article takes for a fact: an act that is told with the words of
 * the army, the ministry or the group that did it is CLAIMED, unless somebody else reports or confirms it too.
 */
public final class PartyClaims {
    private static final Set<ActorKind> PARTIES = Set.of(ActorKind.STATE, ActorKind.MILITARY, ActorKind.ARMED_GROUP);

    private PartyClaims() {}

    /**
     * The status of an act after a look at who tells it.
     *
     * @param status the status that the sentence gives; only OCCURRED may change
     * @param actor who did it; null where unknown
     * @param attribution who says so
     */
    public static Anchored<EventStatus> judge(
            Anchored<EventStatus> status, @Nullable Actor actor, List<Anchored<Attribution>> attribution) {
        if (status.value() != EventStatus.OCCURRED) {
            return status;
        }
        boolean others = attribution.stream()
                .map(Anchored::value)
                .anyMatch(said -> !isOwn(said, actor) && said.getStance() != Stance.DENIES);
        return attribution.stream()
                .filter(said -> !others && isOwn(said.value(), actor))
                .findFirst()
                .map(said -> said.map(value -> EventStatus.CLAIMED))
                .orElse(status);
    }

    private static boolean isOwn(Attribution said, @Nullable Actor actor) {
        Actor speaker = said.getSpeaker();
        if (actor == null) {
            return said.getStance() == Stance.CLAIMS;
        }
        if (Objects.equals(speaker.getName(), actor.getName())) {
            return true;
        }
        // armed groups share a country with the state that they fight
        boolean groups = speaker.getKind() == ActorKind.ARMED_GROUP || actor.getKind() == ActorKind.ARMED_GROUP;
        boolean sameState = speaker.getCountry() != null && speaker.getCountry().equals(actor.getCountry());
        return !groups && sameState && PARTIES.contains(speaker.getKind());
    }
}
