package org.tocsin.event;

import java.util.Comparator;
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
 * the army, the ministry or the group that did it is CLAIMED.
 */
public final class PartyClaims {
    private static final Set<ActorKind> PARTIES = Set.of(ActorKind.STATE, ActorKind.MILITARY, ActorKind.ARMED_GROUP);

    private PartyClaims() {}

    /**
     * The status of an act after a look at who tells it: the speaker nearest to the act.
     *
     * @param status the status that the sentence gives; only OCCURRED may change
     * @param act the words that name the act
     * @param actor who did it; null where unknown
     * @param attribution who says what in the sentence
     */
    public static Anchored<EventStatus> judge(
            Anchored<EventStatus> status,
            Anchored<?> act,
            @Nullable Actor actor,
            List<Anchored<Attribution>> attribution) {
        if (status.value() != EventStatus.OCCURRED) {
            return status;
        }
        return attribution.stream()
                .filter(said -> said.value().getStance() != Stance.DENIES)
                .min(Comparator.comparingInt(said -> Math.abs(said.start() - act.start())))
                .filter(said -> isOwn(said.value(), actor))
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
