package org.tocsin.incident;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Attribution;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventStatus;
import org.tocsin.schema.Interception;
import org.tocsin.schema.Outcome;
import org.tocsin.schema.RivalFigure;

/**
 * The figures that one event of an account gives, with who gives them.
 *
 * @param eventId the event
 * @param speaker who gives them; null where the article itself does
 * @param authority how the speaker stands to the event, as far as the speaker's office tells
 * @param rank whether the article takes the figures for valid
 * @param claimed whether only a party to the conflict asserts the event
 * @param figures the figures
 */
record Telling(
        String eventId,
        @Nullable Actor speaker,
        Authority authority,
        Rank rank,
        boolean claimed,
        Map<Figure, Count> figures) {

    /** How an article takes the figures that it names. */
    enum Rank {
        /** As those that stand. */
        VALID,
        /** As those that somebody else gives beside them. */
        RIVAL
    }

    /** What a toll tells. */
    static Telling of(Casualty toll) {
        Map<Figure, Count> figures = new EnumMap<>(Figure.class);
        put(figures, Figure.KILLED, toll.getKilled());
        put(figures, Figure.INJURED, toll.getInjured());
        put(figures, Figure.MISSING, toll.getMissing());
        put(figures, Figure.CAPTURED, toll.getCaptured());
        put(figures, Figure.DISPLACED, toll.getDisplaced());
        Actor speaker = speaker(ownSpeakers(toll));
        return new Telling(
                toll.getEventId(),
                speaker,
                Authority.of(speaker),
                Rank.VALID,
                toll.getStatus() == EventStatus.CLAIMED,
                figures);
    }

    /** What others give in the text of a toll beside its own figures, those of each speaker together. */
    static List<Telling> rivals(Casualty toll) {
        Map<String, Map<Figure, Count>> figures = new LinkedHashMap<>();
        Map<String, Actor> speakers = new HashMap<>();
        for (RivalFigure rival : toll.getRivals()) {
            Figure figure = figure(rival.getOutcome());
            if (figure != null) {
                String name = rival.getSaidBy().getSpeaker().getName();
                speakers.putIfAbsent(name, rival.getSaidBy().getSpeaker());
                figures.computeIfAbsent(name, key -> new EnumMap<>(Figure.class))
                        .putIfAbsent(figure, rival.getCount());
            }
        }
        return figures.entrySet().stream()
                .map(entry -> rival(toll, Objects.requireNonNull(speakers.get(entry.getKey())), entry.getValue()))
                .toList();
    }

    private static Telling rival(Casualty toll, Actor speaker, Map<Figure, Count> figures) {
        boolean claimed = toll.getStatus() == EventStatus.CLAIMED;
        return new Telling(toll.getEventId(), speaker, Authority.of(speaker), Rank.RIVAL, claimed, figures);
    }

    private static @Nullable Figure figure(Outcome outcome) {
        return switch (outcome) {
            case KILLED -> Figure.KILLED;
            case INJURED -> Figure.INJURED;
            case MISSING -> Figure.MISSING;
            case CAPTURED -> Figure.CAPTURED;
            case DISPLACED -> Figure.DISPLACED;
            case UNKNOWN -> null;
        };
    }

    /** Who is named with a toll, without those who give only other figures. */
    private static List<Attribution> ownSpeakers(Casualty toll) {
        Set<String> rivals = toll.getRivals().stream()
                .map(rival -> rival.getSaidBy().getSpeaker().getName())
                .collect(Collectors.toSet());
        return toll.getAttribution().stream()
                .filter(said -> !rivals.contains(said.getSpeaker().getName()))
                .toList();
    }

    /** What an interception tells. */
    static Telling of(Interception interception) {
        Map<Figure, Count> figures = new EnumMap<>(Figure.class);
        put(figures, Figure.INTERCEPTED, interception.getCount());
        put(figures, Figure.LAUNCHED, interception.getLaunched());
        Actor speaker = speaker(interception.getAttribution());
        // those who shoot down are those who count: their claim is the figure
        return new Telling(interception.getEventId(), speaker, Authority.OFFICIAL, Rank.VALID, false, figures);
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
