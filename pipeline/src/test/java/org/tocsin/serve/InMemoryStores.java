package org.tocsin.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.tocsin.incident.IncidentChange;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow.KeyRange;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.Answer;

/** Stores in lists and maps, which follow incidents with the same arithmetic as the stream. */
final class InMemoryStores implements Stores {
    final List<EventEnvelope> events = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    private final TreeMap<String, RollupTotals> cells = new TreeMap<>();

    void add(Incident incident) {
        incidents.add(incident);
        Rollups.change(new IncidentChange(null, incident))
                .forEach((key, change) -> cells.merge(key.encode(), change, Rollups::add));
    }

    @Override
    public Optional<String> notReady() {
        return Optional.empty();
    }

    @Override
    public Answer<EventEnvelope> events(Predicate<EventEnvelope> wanted, int limit) {
        return first(events.stream().filter(wanted).toList(), limit);
    }

    @Override
    public Answer<Incident> incidents(Predicate<Incident> wanted, int limit) {
        return first(incidents.stream().filter(wanted).toList(), limit);
    }

    @Override
    public boolean rollups(KeyRange range, BiConsumer<RollupKey, RollupTotals> into) {
        in(range).forEach((key, totals) -> into.accept(RollupKey.parse(key), totals));
        return true;
    }

    @Override
    public Optional<RollupKey> lastRollup(KeyRange range) {
        return Optional.ofNullable(in(range).lastEntry()).map(Map.Entry::getKey).map(RollupKey::parse);
    }

    private NavigableMap<String, RollupTotals> in(KeyRange range) {
        return cells.subMap(range.from(), true, range.to(), true);
    }

    private static <T> Answer<T> first(List<T> found, int limit) {
        return new Answer<>(found.stream().limit(limit).toList(), found.size() > limit, true);
    }
}
