package org.tocsin.serve.query;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;
import org.tocsin.stream.StoreName;

/** What is asked of each instance about the partitions that it can read. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "ask")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.Events.class, name = "events"),
    @JsonSubTypes.Type(value = Question.Incidents.class, name = "incidents"),
    @JsonSubTypes.Type(value = Question.EventOf.class, name = "event"),
    @JsonSubTypes.Type(value = Question.IncidentOf.class, name = "incident"),
    @JsonSubTypes.Type(value = Question.RevisionsOf.class, name = "revisions"),
    @JsonSubTypes.Type(value = Question.Totals.class, name = "totals"),
    @JsonSubTypes.Type(value = Question.Entry.class, name = "entry")
})
sealed interface Question {
    /** The store whose partitions are asked; each of them is to be asked once. */
    StoreName<?> store();

    /**
     * A page of events.
     *
     * @param ids only these; empty for no such condition
     */
    record Events(Filter filter, Set<String> ids, Paging paging) implements Question {
        @Override
        public StoreName<?> store() {
            return StoreName.EVENTS;
        }
    }

    /** A page of incidents. */
    record Incidents(Filter filter, Paging paging) implements Question {
        @Override
        public StoreName<?> store() {
            return incidents(filter);
        }
    }

    /** The event of an identifier. */
    record EventOf(String id) implements Question {
        @Override
        public StoreName<?> store() {
            return StoreName.EVENTS;
        }
    }

    /** The last revision of an incident. */
    record IncidentOf(String id) implements Question {
        @Override
        public StoreName<?> store() {
            return StoreName.INCIDENTS;
        }
    }

    /** All revisions of an incident. */
    record RevisionsOf(String id) implements Question {
        @Override
        public StoreName<?> store() {
            return StoreName.REVISIONS;
        }
    }

    /** Totals of incidents. */
    record Totals(Filter filter, Aggregation aggregation) implements Question {
        @Override
        public StoreName<?> store() {
            return CellTotals.answers(filter, aggregation) ? StoreName.ROLLUPS : incidents(filter);
        }
    }

    /** The record of a key. */
    record Entry(StoreName<?> store, String key) implements Question {}

    /** The incidents as they stand are in one store, those of the past in another. */
    private static StoreName<?> incidents(Filter filter) {
        return filter.asOf().isPresent() ? StoreName.REVISIONS : StoreName.INCIDENTS;
    }
}
