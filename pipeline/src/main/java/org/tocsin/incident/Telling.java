package org.tocsin.incident;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Interception;

/**
 * The figures that one event of an account gives, with who gives them.
 *
 * @param eventId the event
 * @param speaker who gives them; null where the article itself does
 * @param authority how the speaker stands to the event, as far as the speaker's office tells
 * @param claimed whether only a party to the conflict asserts the event
 * @param figures the figures
 */
record Telling(
        String eventId, @Nullable Actor speaker, Authority authority, boolean claimed, Map<Figure, Count> figures) {

    /** What a toll tells. */
    static Telling of(Casualty toll) {
        Map<Figure, Count> figures = new EnumMap<>(Figure.class);
        put(figures, Figure.KILLED, toll.getKilled());
        put(figures, Figure.INJURED, toll.getInjured());
        put(figures, Figure.MISSING, toll.getMissing());
        put(figures, Figure.CAPTURED, toll.getCaptured());
        put(figures, Figure.DISPLACED, toll.getDisplaced());
        Actor speaker = speaker(toll.getAttribution());
        return new Telling(
                toll.getEventId(), speaker, Authority.of(speaker), toll.getStatus() == EventStatus.CLAIMED, figures);
    }

    private static boolean isOutlet(@Nullable Actor speaker, @Nullable String outlet) {
        return speaker != null
                && outlet != null
                && PlaceMatch.fold(speaker.getName()).equals(PlaceMatch.fold(outlet));
    }

    /** What an interception tells. */
    static Telling of(Interception interception) {
        Map<Figure, Count> figures = new EnumMap<>(Figure.class);
        put(figures, Figure.INTERCEPTED, interception.getCount());
        put(figures, Figure.LAUNCHED, interception.getLaunched());
        Actor speaker = speaker(interception.getAttribution());
        // those who shoot down are those who count: their claim is the figure
        return new Telling(interception.getEventId(), speaker, Authority.OFFICIAL, false, figures);
    }

    /** The figure for an outcome as a number; null where none is given. */
    @Nullable
    Integer number(Figure figure) {
        Count count = figures.get(figure);
        return count == null ? null : count.getBest();
    }

    private static void put(Map<Figure, Count> figures, Figure figure, @Nullable Count count) {
        if (count != null) {
            figures.put(figure, count);
        }
    }

    /** The weightiest of those who are named, the first among equals. */
    private static @Nullable Actor speaker(List<Attribution> attributions) {
        Actor weightiest = null;
        for (Attribution attribution : attributions) {
            Actor speaker = attribution.getSpeaker();
            if (weightiest == null || Authority.of(speaker).compareTo(Authority.of(weightiest)) < 0) {
                weightiest = speaker;
            }
        }
        return weightiest;
    }
}
