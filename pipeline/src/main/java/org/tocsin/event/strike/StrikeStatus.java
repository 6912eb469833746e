package org.tocsin.event.strike;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.Anchored;
import org.tocsin.event.PartyClaims;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;

/**
 * The status of an attack after a look at all its mentions: claimed where only who made it tells of it, a fact where somebody else
 * does, denied only where nobody affirms it.
 */
final class StrikeStatus {
    private static final List<String> REPORTERS = List.of(
            "Health Ministry", "Police", "Emergency Service", "Emergencies Ministry", "Prosecutor General's Office");

    private StrikeStatus() {}

    /** The status of the attack that a group of mentions tells. */
    static Anchored<EventStatus> of(List<StrikeReading> group, StrikeReading best, @Nullable Actor attacker) {
        if (!isTold(best.status().value()) && best.status().value() != EventStatus.DENIED) {
            return best.status();
        }
        Anchored<EventStatus> claimed = null;
        int paragraph = -1;
        for (StrikeReading reading : group) {
            Anchored<EventStatus> judged =
                    PartyClaims.judge(reading.status(), reading.trigger(), attacker, warring(reading));
            boolean repeats = claimed != null
                    && reading.attribution().isEmpty()
                    && reading.sentence().paragraph() == paragraph;
            if (judged.value() == EventStatus.OCCURRED && !repeats) {
                return reading == best ? judged : Anchored.unread(EventStatus.OCCURRED);
            }
            if (judged.value() == EventStatus.CLAIMED && claimed == null) {
                claimed = judged;
                paragraph = reading.sentence().paragraph();
            }
        }
        return claimed == null ? best.status() : claimed;
    }

    /** Who speaks for a party of the war: not its health ministry, police or rescuers, who report what happened. */
    private static List<Anchored<Attribution>> warring(StrikeReading reading) {
        return reading.attribution().stream()
                .filter(said ->
                        REPORTERS.stream().noneMatch(said.value().getSpeaker().getName()::endsWith))
                .toList();
    }

    private static boolean isTold(EventStatus status) {
        return status == EventStatus.OCCURRED || status == EventStatus.CLAIMED;
    }
}
