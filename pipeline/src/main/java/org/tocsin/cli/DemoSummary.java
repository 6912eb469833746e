package org.tocsin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.PlainJson;
import org.tocsin.incident.RevisionLog;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.StoreName;

/**
 * What a pipeline made of its articles.
 *
 * @param events the events that stand
 * @param incidents the incidents that stand
 */
record DemoSummary(List<EventEnvelope> events, List<Incident> incidents) {
    private static final Comparator<Incident> LATEST_FIRST = Comparator.comparing(
                    Incident::getLastReportedAt, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .reversed()
            .thenComparing(Incident::getIncidentId);
    private static final int LISTED = 40;

    /** The summary of a pipeline that runs. */
    static DemoSummary of(Pipeline pipeline) {
        PartitionedStores stores = pipeline.partitions();
        List<EventEnvelope> events = new ArrayList<>();
        List<Incident> incidents = new ArrayList<>();
        stores.all(StoreName.EVENTS, (key, event) -> events.add(event));
        stores.all(StoreName.INCIDENTS, (key, incident) -> incidents.add(incident));
        incidents.removeIf(incident -> !RevisionLog.stands(incident));
        incidents.sort(LATEST_FIRST);
        return new DemoSummary(events, incidents);
    }

    void print(PrintWriter out) {
        TextTable table = new TextTable(List.of("type", "events", "incidents", "killed", "injured"));
        for (EventType<?> type : EventTypes.ALL) {
            List<Incident> ofType = incidents.stream()
                    .filter(incident -> incident.getEventType().equals(type.name()))
                    .toList();
            table.add(List.of(
                    type.name(),
                    text(events.stream()
                            .filter(event -> event.getEventType().equals(type.name()))
                            .count()),
                    text(ofType.size()),
                    text(ofType.stream()
                            .mapToLong(incident -> best(incident.getKilled()))
                            .sum()),
                    text(ofType.stream()
                            .mapToLong(incident -> best(incident.getInjured()))
                            .sum())));
        }
        table.lines().forEach(out::println);
        out.println();
        incidents.stream().limit(LISTED).forEach(incident -> out.println(Format.TABLE.print(PlainJson.of(incident))));
        if (incidents.size() > LISTED) {
            out.println("... and " + (incidents.size() - LISTED) + " more");
        }
        out.flush();
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static long best(@Nullable Count count) {
        return count == null || count.getBest() == null ? 0 : count.getBest();
    }
}
