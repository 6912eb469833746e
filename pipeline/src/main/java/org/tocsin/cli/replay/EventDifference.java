package org.tocsin.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How an event of an article differs between what was published and what this version of the coder says. */
public sealed interface EventDifference {
    /** The event that it is about, in plain JSON; of a changed one, as this version says it. */
    JsonNode event();

    /** Name of the kind of difference. */
    String kind();

    /**
     * This version finds an event that was not published.
     *
     * @param event the event
     */
    record Added(JsonNode event) implements EventDifference {
        @Override
        public String kind() {
            return "added";
        }
    }

    /**
     * This version does not find an event that was published.
     *
     * @param event the event as it was published
     */
    record Gone(JsonNode event) implements EventDifference {
        @Override
        public String kind() {
            return "gone";
        }
    }

    /**
     * Both know the event and say it differently.
     *
     * @param event the event as this version says it
     * @param fields what differs, at least one
     */
    record Changed(JsonNode event, List<FieldDifference> fields) implements EventDifference {
        @Override
        public String kind() {
            return "changed";
        }
    }

    /**
     * A field that differs.
     *
     * @param field its path, such as {@code place.name}
     * @param before as it was published; missing where it had no such field
     * @param after as this version says it; missing where it has no such field
     */
    record FieldDifference(String field, JsonNode before, JsonNode after) {}

    /**
     * The difference as a JSON object: change, event_type, event_id, article_id, and the event, or for a changed one its fields with
     * before and after.
     */
    default ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("change", kind());
        for (String field : List.of("event_type", "event_id", "article_id")) {
            json.set(field, event().path(field));
        }
        if (this instanceof Changed changed) {
            ArrayNode fields = json.putArray("fields");
            for (FieldDifference field : changed.fields()) {
                ObjectNode told = fields.addObject().put("field", field.field());
                told.set("before", orNull(field.before()));
                told.set("after", orNull(field.after()));
            }
        } else {
            json.set("event", event());
        }
        return json;
    }

    private static JsonNode orNull(JsonNode value) {
        return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
    }
}
