package org.tocsin.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    public Answer<Map.Entry<RollupKey, RollupTotals>> rollups(KeyRange range) {
        List<Map.Entry<RollupKey, RollupTotals>> found =
                cells.subMap(range.from(), true, range.to(), true).entrySet().stream()
                        .map(cell -> Map.entry(RollupKey.parse(cell.getKey()), cell.getValue()))
                        .toList();
        return first(found, Integer.MAX_VALUE);
    }

    private static <T> Answer<T> first(List<T> found, int limit) {
        return new Answer<>(found.stream().limit(limit).toList(), found.size() > limit, true);
    }
}
