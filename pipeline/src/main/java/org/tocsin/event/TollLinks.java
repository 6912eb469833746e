package org.tocsin.event;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.Strike;

/** Links each toll of an article with the strike that caused it, in both directions, and gives the toll the strike's codes. */
final class TollLinks {
    private TollLinks() {}

    /** The same events, those of tolls and strikes linked where they belong together. */
    static List<SpecificRecord> link(List<SpecificRecord> events) {
        List<Strike> strikes = events.stream()
                .filter(Strike.class::isInstance)
                .map(Strike.class::cast)
                .toList();
        Map<String, List<String>> links = new LinkedHashMap<>();
        for (SpecificRecord event : events) {
            if (event instanceof Casualty toll && toll.getScope() == CasualtyScope.INCIDENT) {
                cause(toll, strikes).ifPresent(strike -> {
                    links.computeIfAbsent(toll.getEventId(), id -> new ArrayList<>())
                            .add(strike.getEventId());
                    links.computeIfAbsent(strike.getEventId(), id -> new ArrayList<>())
                            .add(toll.getEventId());
                    OntologyCodes.of((SpecificRecord) strike).fill(toll);
                });
            }
        }
        events.forEach(event -> EventHead.put(
                event, "linked", links.getOrDefault(EventView.of(event).id(), List.of())));
        return events;
    }

    private static Optional<Strike> cause(Casualty toll, List<Strike> strikes) {
        Optional<Strike> sameSentence = strikes.stream()
                .filter(strike -> strike.getEvidence().stream().anyMatch(toll.getEvidence()::contains))
                .filter(strike -> agree(strike, toll))
                .findFirst();
        return sameSentence.isPresent()
                ? sameSentence
                : strikes.stream()
                        .filter(strike -> samePlace(strike.getPlace(), toll.getPlace()))
                        .filter(strike -> compatible(strike.getDate(), toll.getDate()))
                        .findFirst();
    }

    private static boolean agree(Strike strike, Casualty toll) {
        return (strike.getPlace() == null || toll.getPlace() == null || samePlace(strike.getPlace(), toll.getPlace()))
                && compatible(strike.getDate(), toll.getDate());
    }

    private static boolean samePlace(@Nullable Place one, @Nullable Place other) {
        return one != null && other != null && Objects.equals(one.getName(), other.getName());
    }

    private static boolean compatible(@Nullable EventTime one, @Nullable EventTime other) {
        return one == null
                || other == null
                || !(one.getStart().isAfter(other.getEnd()) || other.getStart().isAfter(one.getEnd()));
    }
}
