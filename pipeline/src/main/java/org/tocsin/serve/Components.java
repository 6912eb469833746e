package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;

/** The schemas that several answers share: those of the records, and those of what is around them. */
final class Components {
    private Components() {}

    static ObjectNode all() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.set("Event", event());
        AvroSchemas avro = new AvroSchemas(all);
        Schemas.ofTopics().values().forEach(avro::add);
        all.set("Problem", problem());
        all.set("Meta", meta());
        all.set("ListMeta", listMeta());
        all.set("Link", link());
        all.set("Point", point());
        all.set("Collection", collection());
        return all;
    }

    private static ObjectNode event() {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("description", "One event as one article reports it; event_type says which of the records it is.");
        ArrayNode types = event.putArray("anyOf");
        for (EventType<?> type : EventTypes.ALL) {
            types.add(JsonSchemas.reference(Schemas.of(type.schema()).getName()));
        }
        ObjectNode discriminator = event.putObject("discriminator").put("propertyName", "event_type");
        ObjectNode mapping = discriminator.putObject("mapping");
        for (EventType<?> type : EventTypes.ALL) {
            mapping.put(
                    type.name(),
                    "#/components/schemas/" + Schemas.of(type.schema()).getName());
        }
        return event;
    }

    private static ObjectNode problem() {
        ObjectNode problem =
                JsonSchemas.described(JsonSchemas.object(), "What went wrong and how to put it right (RFC 9457).");
        JsonSchemas.with(problem, "type", JsonSchemas.text());
        JsonSchemas.with(problem, "title", JsonSchemas.text());
        JsonSchemas.with(problem, "status", JsonSchemas.wholeNumber(400, 599));
        return JsonSchemas.with(problem, "detail", JsonSchemas.text());
    }

    private static ObjectNode meta() {
        ObjectNode meta = JsonSchemas.described(JsonSchemas.object(), "What the answer covers.");
        JsonSchemas.with(
                meta,
                "complete",
                JsonSchemas.described(JsonSchemas.truth(), "Whether every part of the state was read."));
        JsonSchemas.with(
                meta,
                "instances",
                JsonSchemas.described(JsonSchemas.wholeNumber(0, Integer.MAX_VALUE), "How many instances answered."));
        return JsonSchemas.with(
                meta,
                "lag_ms",
                JsonSchemas.described(
                        JsonSchemas.wholeNumber(0, Long.MAX_VALUE),
                        "By how many milliseconds the state may be behind what was published."));
    }

    private static ObjectNode listMeta() {
        ObjectNode meta = meta();
        JsonSchemas.with(meta, "count", JsonSchemas.described(JsonSchemas.wholeNumber(), "Items of this page."));
        JsonSchemas.with(meta, "matched", JsonSchemas.described(JsonSchemas.wholeNumber(), "Items of all pages."));
        JsonSchemas.with(
                meta,
                "next",
                JsonSchemas.described(
                        JsonSchemas.nullable(JsonSchemas.text()),
                        "The cursor of the next page; null on the last one."));
        JsonSchemas.withOptional(meta, "from", JsonSchemas.described(JsonSchemas.text("date"), "First day asked for."));
        return JsonSchemas.withOptional(
                meta, "to", JsonSchemas.described(JsonSchemas.text("date"), "Last day asked for."));
    }

    private static ObjectNode link() {
        ObjectNode link = JsonSchemas.with(JsonSchemas.object(), "href", JsonSchemas.text());
        JsonSchemas.with(link, "rel", JsonSchemas.text());
        return JsonSchemas.with(link, "type", JsonSchemas.text());
    }

    private static ObjectNode point() {
        ObjectNode point = JsonSchemas.with(JsonSchemas.object(), "type", JsonSchemas.oneOf(List.of("Point")));
        ObjectNode position = JsonSchemas.list(JsonSchemas.number(-180, 180))
                .put("minItems", 2)
                .put("maxItems", 2);
        return JsonSchemas.with(
                point,
                "coordinates",
                JsonSchemas.described(position, "Longitude, then latitude, in degrees (WGS 84)."));
    }

    private static ObjectNode collection() {
        ObjectNode collection = JsonSchemas.with(JsonSchemas.object(), "id", JsonSchemas.text());
        JsonSchemas.with(collection, "title", JsonSchemas.text());
        JsonSchemas.with(collection, "description", JsonSchemas.text());
        JsonSchemas.with(collection, "itemType", JsonSchemas.oneOf(List.of("feature")));
        JsonSchemas.with(collection, "crs", JsonSchemas.list(JsonSchemas.text()));
        JsonSchemas.with(collection, "extent", JsonSchemas.object());
        return JsonSchemas.with(collection, "links", JsonSchemas.list(JsonSchemas.reference("Link")));
    }
}
