package org.tocsin.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.CasualtyScope;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;
import org.tocsin.schema.Span;
import org.tocsin.schema.Strike;

/** Links each toll of an article with the strike that caused it, in both directions, and gives the toll the strike's codes. */
final class TollLinks {
    /** For how many days the dead of a strike are told together with it; own choice. */
    private static final int DAYS_OF_DYING = 14;

    /** Most characters between the sentence of a strike and that of its toll right behind it; own choice. */
    private static final int NEAR = 500;

    private TollLinks() {}

    /** The same events, those of tolls and strikes linked where they belong together. */
    static List<SpecificRecord> link(List<SpecificRecord> events) {
        List<Strike> strikes = only(events, Strike.class);
        List<Casualty> tolls = only(events, Casualty.class).stream()
                .filter(toll -> toll.getScope() == CasualtyScope.INCIDENT)
                .toList();
        Map<Casualty, Strike> causes = new IdentityHashMap<>();
        for (Nearness nearness : Nearness.values()) {
            for (Casualty toll : tolls) {
                if (!causes.containsKey(toll)) {
                    strikes.stream()
                            .filter(strike -> nearness.holds(strike, toll))
                            .filter(strike -> isFree(strike, toll, causes))
                            .max(Comparator.comparingInt(strike -> nearness.rank(strike, toll)))
                            .ifPresent(strike -> causes.put(toll, strike));
                }
            }
        }
        Map<String, List<String>> links = new LinkedHashMap<>();
        for (Casualty toll : tolls) {
            Strike strike = causes.get(toll);
            if (strike != null) {
                note(links, toll.getEventId(), strike.getEventId());
                note(links, strike.getEventId(), toll.getEventId());
                OntologyCodes.of((SpecificRecord) strike).fill(toll);
                share(strike, toll);
            }
        }
        events.forEach(event -> EventHead.put(
                event, "linked", links.getOrDefault(EventView.of(event).id(), List.of())));
        return events;
    }

    private static <T extends SpecificRecord> List<T> only(List<SpecificRecord> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static void note(Map<String, List<String>> links, String from, String to) {
        links.computeIfAbsent(from, id -> new ArrayList<>()).add(to);
    }

    /** How near a strike is told to the toll that it caused, nearest first. */
    private enum Nearness {
        /** In the sentence that gives the figures. */
        SAME_SENTENCE {
            @Override
            boolean holds(Strike strike, Casualty toll) {
                return toll.getEvidence().stream().limit(1).anyMatch(strike.getEvidence()::contains)
                        && agree(strike, toll);
            }
        },
        /** Right before it. */
        RIGHT_BEFORE {
            @Override
            boolean holds(Strike strike, Casualty toll) {
                int gap = gap(strike, toll);
                return gap >= 0 && gap <= NEAR && samePlace(strike.getPlace(), toll.getPlace()) && agree(strike, toll);
            }

            @Override
            int rank(Strike strike, Casualty toll) {
                return -gap(strike, toll);
            }
        },
        /** In a sentence that says more about the toll. */
        SHARED_SENTENCE {
            @Override
            boolean holds(Strike strike, Casualty toll) {
                return strike.getEvidence().stream().anyMatch(toll.getEvidence()::contains) && agree(strike, toll);
            }
        },
        /** Anywhere, at the same place. */
        SAME_PLACE {
            @Override
            boolean holds(Strike strike, Casualty toll) {
                boolean undated = toll.getDate() == null || toll.getDate().getText() == null;
                return samePlace(strike.getPlace(), toll.getPlace())
                        && (compatible(strike.getDate(), toll.getDate())
                                || undated && after(strike.getDate(), toll.getDate()));
            }
        };

        abstract boolean holds(Strike strike, Casualty toll);

        /** Of several strikes the one with the highest rank; the first among equals. */
        int rank(Strike strike, Casualty toll) {
            return 0;
        }
    }

    /** Characters from the last sentence of a strike before a toll to that toll's first; -1 where none stands before it or nothing tells where it stands. */
    private static int gap(Strike strike, Casualty toll) {
        if (toll.getEvidenceStarts().isEmpty()) {
            return -1;
        }
        int first = toll.getEvidenceStarts().get(0);
        return strike.getEvidenceStarts().stream()
                .filter(start -> start < first)
                .mapToInt(start -> first - start)
                .min()
                .orElse(-1);
    }

    /** Whether no other toll of a strike gives other numbers of both the dead and the wounded: one attack has one toll. */
    private static boolean isFree(Strike strike, Casualty toll, Map<Casualty, Strike> causes) {
        return causes.entrySet().stream()
                .filter(entry -> entry.getValue() == strike)
                .noneMatch(entry -> differ(entry.getKey().getKilled(), toll.getKilled())
                        && differ(entry.getKey().getInjured(), toll.getInjured()));
    }

    private static boolean differ(@Nullable Count one, @Nullable Count other) {
        return one != null && other != null && !Objects.equals(one.getBest(), other.getBest());
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
