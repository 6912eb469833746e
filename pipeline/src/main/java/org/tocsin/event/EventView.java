package org.tocsin.event;

import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.EventTime;
import org.tocsin.schema.Place;

/**
 * The fields that every event type has, read from an event record by their names.
 *
 * @param event the record
 */
public record EventView(SpecificRecord event) {
    /** The shared fields of an event record. */
    public static EventView of(SpecificRecord event) {
        return new EventView(event);
    }

    /** Identifier of the event. */
    public String id() {
        return required("event_id");
    }

    /** Name of the event type. */
    public String type() {
        return required("event_type");
    }

    /** Identifier of the article that reports it. */
    public String articleId() {
        return required("article_id");
    }

    /** Name of the outlet; null where unknown. */
    public @Nullable String source() {
        return text("source");
    }

    /** When the article was published, UTC; null where unknown. */
    public @Nullable Instant publishedAt() {
        return (Instant) get("published_at");
    }

    /** Where the act took place; null where unknown. */
    public @Nullable Place place() {
        return (Place) get("place");
    }

    /** When the act took place; null where unknown. */
    public @Nullable EventTime date() {
        return (EventTime) get("date");
    }

    /** Verbatim sentences of the article that state the event, the best one first. */
    public List<String> evidence() {
        return list("evidence");
    }

    /** Identifiers of the events of the same article that belong to this one. */
    public List<String> linked() {
        return list("linked");
    }

    /** A field of the record as text; null where it is absent or not filled. */
    public @Nullable String text(String field) {
        Object value = get(field);
        return value == null ? null : value.toString();
    }

    /** A field of the record; null where the type has no such field or it is not filled. */
    public @Nullable Object get(String field) {
        Schema.Field at = event.getSchema().getField(field);
        return at == null ? null : event.get(at.pos());
    }

    private String required(String field) {
        String value = text(field);
        if (value == null) {
            throw new IllegalStateException("An event of " + event.getSchema().getFullName() + " has no " + field);
        }
        return value;
    }

    private List<String> list(String field) {
        return get(field) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of();
    }
}
