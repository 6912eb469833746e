package org.tocsin.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/**
 * One item of an answer.
 *
 * @param id its identifier; empty for rows that have none
 * @param json what is told of it
 * @param geometry its position as GeoJSON; a JSON null where it has none
 */
record Item(String id, ObjectNode json, JsonNode geometry) {
    /**
     * An item that lies at its place.
     *
     * @param idField name of the field that identifies it
     */
    static Item placed(String idField, ObjectNode json) {
        return new Item(json.path(idField).asText(), json, point(json.path("place")));
    }

    /** A row that lies where its fields lat and lon say. */
    static Item row(ObjectNode json) {
        return new Item("", json, point(json));
    }

    /** The item with some of its fields alone; with all where none is named. It stays where it lies. */
    Item only(Set<String> fields) {
        return fields.isEmpty() ? this : new Item(id, json.retain(fields), geometry);
    }

    ObjectNode feature() {
        ObjectNode feature = JsonNodeFactory.instance.objectNode().put("type", "Feature");
        if (!id.isEmpty()) {
            feature.put("id", id);
        }
        feature.set("geometry", geometry);
        feature.set("properties", json);
        return feature;
    }

    private static JsonNode point(JsonNode place) {
        JsonNode lat = place.path("lat");
        JsonNode lon = place.path("lon");
        if (!lat.isNumber() || !lon.isNumber()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode point = JsonNodeFactory.instance.objectNode().put("type", "Point");
        point.putArray("coordinates").add(lon).add(lat);
        return point;
    }
}
