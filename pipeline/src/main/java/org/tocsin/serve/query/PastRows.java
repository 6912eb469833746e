package org.tocsin.serve.query;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The incidents of a partition as they were known at a moment, out of the rows of all revisions. Not thread-safe. */
final class PastRows {
    private final Map<String, Row> latest = new HashMap<>();

    PastRows(RowTable revisions, Instant moment) {
        long millis = moment.toEpochMilli();
        revisions.forEach(row -> {
            if (row.times().known() <= millis) {
                latest.merge(row.id(), row, (one, other) -> one.revision() > other.revision() ? one : other);
            }
        });
    }

    void forEach(Consumer<Row> reader) {
        latest.values().forEach(reader);
    }
}
