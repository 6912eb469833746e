package org.tocsin.cli.replay;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts differences by event type. Not thread-safe. */
public final class DifferenceCounts {
    private final Map<String, Row> rows = new TreeMap<>();

    /**
     * The counts of one type.
     *
     * @param same events that both say alike
     * @param added events of this version alone
     * @param gone events that were published alone
     * @param changed events that both say, but differently
     */
    public record Row(int same, int added, int gone, int changed) {
        private static final Row NONE = new Row(0, 0, 0, 0);

        private Row plus(Row other) {
            return new Row(same + other.same, added + other.added, gone + other.gone, changed + other.changed);
        }
    }

    /**
     * Counts one article.
     *
     * @param codedTypes type of each event of this version
     */
    public void add(List<String> codedTypes, List<EventDifference> differences) {
        codedTypes.forEach(type -> add(type, new Row(1, 0, 0, 0)));
        for (EventDifference difference : differences) {
            String type = difference.event().path("event_type").asText("?");
            if (difference instanceof EventDifference.Added) {
                add(type, new Row(-1, 1, 0, 0));
            } else if (difference instanceof EventDifference.Gone) {
                add(type, new Row(0, 0, 1, 0));
            } else {
                add(type, new Row(-1, 0, 0, 1));
            }
        }
    }

    private void add(String type, Row row) {
        rows.merge(type, row, Row::plus);
    }

    /** The counts of each type, in alphabetical order. */
    public Map<String, Row> byType() {
        return new TreeMap<>(rows);
    }

    /** The counts of all types together. */
    public Row sum() {
        return rows.values().stream().reduce(Row.NONE, Row::plus);
    }
}
