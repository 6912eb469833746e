package org.tocsin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.PlainJson;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.StoreReader;

/**
 * What a pipeline made of its articles.
 *
 * @param events the events that stand
 * @param incidents the incidents that stand
 */
record DemoSummary(List<EventEnvelope> events, List<Incident> incidents) {
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final int MOST = 1_000_000;
    private static final int LISTED = 40;

    /** The summary of a pipeline that runs. */
    static DemoSummary of(Pipeline pipeline) {
        List<EventEnvelope> events = pipeline.stores().events(FIRST, LAST, null, event -> true, MOST).items().stream()
                .map(StoreReader.StoredEvent::event)
                .toList();
        return new DemoSummary(
                events, pipeline.stores().incidents(incident -> true, MOST).items());
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

    private static long best(@org.jspecify.annotations.Nullable Count count) {
        return count == null || count.getBest() == null ? 0 : count.getBest();
    }
}
