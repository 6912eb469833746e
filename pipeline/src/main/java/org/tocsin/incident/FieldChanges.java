package org.tocsin.incident;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Actor;
import org.tocsin.schema.Count;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.FieldChange;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Place;
import org.tocsin.schema.Target;

/** Tells which fields of an incident a revision changed. */
final class FieldChanges {
    /** Fields that every revision changes, or that only follow from others. */
    private static final Set<String> NOT_TOLD = Set.of(
            "incident_id",
            "revision",
            "revision_status",
            "event_ids",
            "figures",
            "history",
            "matches",
            "changed",
            "reason",
            "known_at",
            "confidence",
            "last_reported_at");

    private FieldChanges() {}

    /** The changes in the order of the fields. */
    static List<FieldChange> between(Incident before, Incident after) {
        List<FieldChange> changes = new ArrayList<>();
        for (Schema.Field field : Incident.SCHEMA$.getFields()) {
            String was = value(before.get(field.pos()));
            String is = value(after.get(field.pos()));
            if (!NOT_TOLD.contains(field.name()) && !Objects.equals(was, is)) {
                changes.add(new FieldChange(field.name(), was, is));
            }
        }
        return changes;
    }

    private static @Nullable String value(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Count count) {
            return count(count);
        }
        if (value instanceof Place place) {
            return place.getName();
        }
        if (value instanceof Actor actor) {
            return actor.getName();
        }
        if (value instanceof Target target) {
            return target.getText();
        }
        if (value instanceof EventTime time) {
            return time.getStart().equals(time.getEnd())
                    ? time.getStart().toString()
                    : time.getStart() + "/" + time.getEnd();
        }
        // the number says what changed and keeps revisions small
        return value instanceof List<?> list ? Integer.toString(list.size()) : value.toString();
    }

    private static String count(Count count) {
        String words = count.getText() == null ? "" : count.getText();
        return count.getBest() == null ? words : count.getBest() + " (" + count.getLow() + ".." + count.getHigh() + ")";
    }
}
