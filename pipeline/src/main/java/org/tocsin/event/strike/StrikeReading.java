package org.tocsin.event.strike;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.Sentence;
import org.tocsin.event.Anchored;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Method;
import org.tocsin.schema.Place;
import org.tocsin.schema.Target;
import org.tocsin.schema.Weapon;

/**
 * One mention of an attack: what one sentence says about it.
 *
 * @param sentence the sentence
 * @param trigger the words that name the attack
 * @param reference whether the words may only take up an attack told before ("the attack", "the blast")
 * @param apartFrom the offset before which another attack is told ("hours after a bus was blown up"); {@link SetApart#NOT} where none is
 * @param takenUpAt the place that words name which only take up an attack ("the Bannu bombing"); null where they do not
 * @param unpinned the name of a place that the sentence tells and no gazetteer knows; null where it tells none
 * @param ownPlace whether the place stands in this sentence
 * @param ownDate whether the date stands in this sentence
 */
record StrikeReading(
        Sentence sentence,
        Anchored<String> trigger,
        boolean reference,
        int apartFrom,
        @Nullable Anchored<Actor> attacker,
        @Nullable Anchored<Target> target,
        @Nullable Anchored<Method> method,
        @Nullable Anchored<Weapon> weapon,
        @Nullable Anchored<Place> place,
        @Nullable Anchored<Place> takenUpAt,
        boolean ownPlace,
        @Nullable String unpinned,
        @Nullable Anchored<EventTime> date,
        boolean ownDate,
        Anchored<EventStatus> status,
        List<Anchored<Attribution>> attribution) {
    private static final List<String> ATTACKS = List.of("strikes", "attacks", "raids", "bombardments", "shellings");

    private static final int MANY = 10;

    StrikeReading {
        attribution = List.copyOf(attribution);
    }

    /** Whether it tells an attack of its own: words that only take one up do so with a day, or with how and what was hit. */
    boolean isTold() {
        return !reference || ownDate || method != null && target != null && status.value() != EventStatus.DENIED;
    }

    /** Whether it is set apart from a mention told before it. */
    boolean isApartFrom(StrikeReading earlier) {
        return apartFrom <= trigger.start() && earlier.trigger().start() < apartFrom;
    }

    /** Whether it sums up many strikes ("strikes across the country", "140 drones"), each of which may be told on its own. */
    boolean isSum() {
        boolean many = weapon != null
                && weapon.value().getCount() != null
                && weapon.value().getCount() >= MANY;
        return many || ATTACKS.stream().anyMatch(trigger.value()::endsWith);
    }

    /** The same mention as one that only tells what an attack told before led to. */
    StrikeReading asResult() {
        return new StrikeReading(
                sentence,
                trigger,
                true,
                SetApart.NOT,
                attacker,
                target,
                method,
                weapon,
                null,
                takenUpAt == null ? place : takenUpAt,
                false,
                null,
                date,
                ownDate,
                status,
                attribution);
    }
}
