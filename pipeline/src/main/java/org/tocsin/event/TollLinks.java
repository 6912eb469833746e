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
import org.tocsin.schema.Span;
import org.tocsin.schema.Strike;

/** Links each toll of an article with the strike that caused it, in both directions, and gives the toll the strike's codes. */
final class TollLinks {
    /** For how many days the dead of a strike are told together with it; own choice. */
    private static final int DAYS_OF_DYING = 14;

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
                    share(strike, toll);
                });
            }
        }
        events.forEach(event -> EventHead.put(
                event, "linked", links.getOrDefault(EventView.of(event).id(), List.of())));
        return events;
    }

    /** A toll took place where and when its strike did: days of the toll's own sentences are mostly days of reporting. */
    private static void share(Strike strike, Casualty toll) {
        if (toll.getPlace() == null && strike.getPlace() != null) {
            EventHead.put(toll, "place", strike.getPlace());
            addSpans(strike, toll, "place");
        }
        if (strike.getDate() != null && !strike.getDate().equals(toll.getDate())) {
            EventHead.put(toll, "date", strike.getDate());
            addSpans(strike, toll, "date");
        }
    }

    private static void addSpans(Strike from, Casualty to, String field) {
        List<Span> spans = new ArrayList<>(to.getSpans());
        spans.removeIf(span -> span.getField().equals(field));
        from.getSpans().stream().filter(span -> span.getField().equals(field)).forEach(spans::add);
        EventHead.put(to, "spans", spans);
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
                && (compatible(strike.getDate(), toll.getDate()) || after(strike.getDate(), toll.getDate()));
    }

    /** Whether a toll counts people who died of their wounds some days after the strike that its own sentence dates. */
    private static boolean after(@Nullable EventTime strike, @Nullable EventTime toll) {
        return strike != null
                && toll != null
                && toll.getStart().isAfter(strike.getEnd())
                && !toll.getStart().isAfter(strike.getEnd().plusDays(DAYS_OF_DYING));
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
