package org.tocsin.incident;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventView;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventEnvelope;

/** Tolls of an article that add up others which it tells of two or three attacks: 19 dead this week, 15 in one village and 4 in another. */
final class Sums {
    /** Articles with more tolls are lists, whose numbers add up by chance, and trying all pairs of theirs would cost seconds. Own choice. */
    private static final int MOST_TOLLS = 24;

    private Sums() {}

    /** The identifiers of the tolls that are sums of others of the same article. */
    static Set<String> of(List<EventEnvelope> events) {
        List<Casualty> tolls = new ArrayList<>();
        for (EventEnvelope event : events) {
            if (event.getEvent() instanceof Casualty toll && number(toll.getKilled()) > 0) {
                tolls.add(toll);
            }
        }
        Set<String> sums = new HashSet<>();
        if (tolls.size() > MOST_TOLLS) {
            return sums;
        }
        for (Casualty toll : tolls) {
            List<Casualty> others =
                    tolls.stream().filter(other -> isPart(toll, other)).toList();
            if (isSum(toll, others)) {
                sums.add(toll.getEventId());
            }
        }
        return sums;
    }

    private static boolean isSum(Casualty toll, List<Casualty> others) {
        for (int i = 0; i < others.size(); i++) {
            for (int j = i + 1; j < others.size(); j++) {
                List<Casualty> two = List.of(others.get(i), others.get(j));
                if (addUp(toll, two) && areApart(others.get(i), others.get(j))) {
                    return true;
                }
            }
        }
        return others.size() > 2 && addUp(toll, others);
    }

    /** Whether the killed are those of the parts together, and the injured too where all tell them. */
    private static boolean addUp(Casualty toll, List<Casualty> parts) {
        long killed = parts.stream().mapToLong(part -> number(part.getKilled())).sum();
        long injured =
                parts.stream().mapToLong(part -> number(part.getInjured())).sum();
        boolean told = toll.getInjured() != null && parts.stream().allMatch(part -> part.getInjured() != null);
        return killed == number(toll.getKilled()) && (!told || injured == number(toll.getInjured()));
    }

    /** Parts are smaller than the whole, of at least one person, and not in another town of the map. */
    private static boolean isPart(Casualty toll, Casualty other) {
        boolean pinned = PlaceMatch.isPinned(toll.getPlace()) && PlaceMatch.isPinned(other.getPlace());
        boolean elsewhere = pinned && PlaceMatch.of(toll.getPlace(), other.getPlace()) == PlaceMatch.APART;
        return !elsewhere && number(other.getKilled()) > 0 && number(other.getKilled()) < number(toll.getKilled());
    }

    /** Two attacks differ in place or day; two speakers on one do not. */
    private static boolean areApart(Casualty one, Casualty other) {
        return PlaceMatch.of(one.getPlace(), other.getPlace()) == PlaceMatch.APART
                || one.getDate() != null
                        && other.getDate() != null
                        && !one.getDate().getStart().equals(other.getDate().getStart())
                || EventView.of(one).linked().stream()
                                .noneMatch(EventView.of(other).linked()::contains)
                        && PlaceMatch.of(one.getPlace(), other.getPlace()) != PlaceMatch.SAME;
    }

    private static int number(@Nullable Count count) {
        return count == null || count.getBest() == null ? 0 : count.getBest();
    }
}
