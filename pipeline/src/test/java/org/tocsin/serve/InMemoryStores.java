package org.tocsin.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.incident.IncidentChange;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.RollupWindow.KeyRange;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;

/** Stores in lists and maps, which follow incidents with the same arithmetic as the stream. */
final class InMemoryStores implements Stores {
    final List<SpecificRecord> events = new ArrayList<>();
    final List<Incident> incidents = new ArrayList<>();
    private final TreeMap<String, RollupTotals> cells = new TreeMap<>();
    Optional<String> notReady = Optional.empty();

    void add(Incident incident) {
        incidents.add(incident);
        Rollups.change(new IncidentChange(null, incident))
                .forEach((key, change) -> cells.merge(key.encode(), change, Rollups::add));
    }

    @Override
    public Optional<String> notReady() {
        return notReady;
    }

    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public void events(Consumer<SpecificRecord> consumer) {
        failWhereNotReady();
        events.forEach(consumer);
    }

    @Override
    public void incidents(Consumer<Incident> consumer) {
        failWhereNotReady();
        incidents.forEach(consumer);
    }

    @Override
    public void cells(KeyRange range, BiConsumer<RollupKey, RollupTotals> consumer) {
        failWhereNotReady();
        cells.subMap(range.from(), true, range.to(), true)
                .forEach((key, totals) -> consumer.accept(RollupKey.parse(key), totals));
    }

    @Override
    public Optional<RollupKey> lastCell(KeyRange range) {
        return cells.subMap(range.from(), true, range.to(), true).descendingKeySet().stream()
                .findFirst()
                .map(RollupKey::parse);
    }

    private void failWhereNotReady() {
        notReady.ifPresent(reason -> {
            throw Problem.unavailable(reason);
        });
    }
}
