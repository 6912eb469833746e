package org.tocsin.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.event.OntologyCodes;

/** Lines of JSON with the fields of the PLOVER manual; a field that is not known is left out of its line. */
public final class Plover implements RecordFormat {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Function<JsonNode, String> printer;

    /**
     * The format.
     *
     * @param printer makes one line of a JSON tree
     */
    public Plover(Function<JsonNode, String> printer) {
        this.printer = printer;
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public Optional<String> leftOut(ExportItem item) {
        if (item.isTollOfAnotherEvent()) {
            return Optional.of("tolls of events that stand for themselves");
        }
        if (item.codes().ploverEvent() == null) {
            return Optional.of("without an event category of PLOVER");
        }
        return item.start().isEmpty() ? Optional.of("without a date") : Optional.empty();
    }

    @Override
    public String line(ExportItem item) {
        return printer.apply(record(item)) + "\n";
    }

    /** The record as a JSON tree. */
    static ObjectNode record(ExportItem item) {
        OntologyCodes codes = item.codes();
        ObjectNode told = NODES.objectNode().put("id", item.id());
        told.put("date", item.text("/date/start"));
        if (!item.text("/date/end").equals(item.text("/date/start"))) {
            put(told, "enddate", item.text("/date/end"));
        }
        told.set("source", sources(item));
        told.set("recipient", recipients(item));
        told.putArray("event").add(codes.ploverEvent());
        if (codes.ploverMode() != null) {
            told.putArray("mode").add(codes.ploverMode());
        }
        told.put("quad_code", quadCode(String.valueOf(codes.ploverEvent())));
        set(told, "event_loc", location(item));
        set(told, "size", size(item));
        if (item.json().path("evidence").isArray()) {
            told.set("event_text", item.json().path("evidence"));
        }
        set(told, "cite_info", citation(item));
        told.put("coder", "Tocsin");
        put(told, "status", item.status());
        set(told, "article_ids", item.json().path("article_ids"));
        set(told, "confidence", item.json().path("confidence"));
        return told;
    }

    private static ArrayNode sources(ExportItem item) {
        ArrayNode sources = NODES.arrayNode();
        if (item.actor().isObject()) {
            sources.add(actor(item.actor()));
        }
        return sources;
    }

    private static ArrayNode recipients(ExportItem item) {
        ArrayNode recipients = NODES.arrayNode();
        item.recipients().forEach(recipient -> recipients.add(actor(recipient)));
        String hit = item.text("/target/text");
        if (!hit.isEmpty()) {
            recipients.addObject().put("actor_text", hit);
        }
        return recipients;
    }

    private static ObjectNode actor(JsonNode actor) {
        ObjectNode told = NODES.objectNode();
        put(told, "code", CountryCodes.of(actor.path("country").asText("")).iso3());
        put(told, "sector", Sector.of(actor));
        put(told, "actor_text", actor.path("text").asText(""));
        // the manual spells it so
        put(told, "identifer_text", actor.path("name").asText(""));
        put(told, "office", actor.path("role").asText(""));
        return told;
    }

    private static ObjectNode location(ExportItem item) {
        JsonNode place = item.json().path("place");
        ObjectNode told = NODES.objectNode();
        set(told, "geonameid", place.path("geonames_id"));
        put(told, "name", item.text("/place/name"));
        set(told, "latitude", place.path("lat"));
        set(told, "longitude", place.path("lon"));
        put(told, "country code", item.text("/place/country"));
        put(told, "cc3", CountryCodes.of(item.text("/place/country")).iso3());
        return told;
    }

    private static ObjectNode size(ExportItem item) {
        ObjectNode told = NODES.objectNode();
        set(told, "dead", item.json().at("/killed/best"));
        set(told, "injured", item.json().at("/injured/best"));
        return told;
    }

    private static ObjectNode citation(ExportItem item) {
        ObjectNode told = NODES.objectNode();
        put(told, "citation", item.text("/article_id"));
        put(told, "url", item.text("/url"));
        put(told, "publication", String.join("; ", item.sources()));
        told.put("language", "en");
        return told;
    }

    /** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
    private static int quadCode(String event) {
        return switch (event) {
            case "AGREE", "CONSULT", "SUPPORT", "CONCEDE" -> 1;
            case "COOPERATE", "AID", "RETREAT", "INVESTIGATE" -> 2;
            case "REQUEST", "ACCUSE", "REJECT", "SANCTION", "THREATEN" -> 3;
            case "PROTEST", "MOBILIZE", "COERCE", "ASSAULT" -> 4;
            default -> throw new IllegalStateException("PLOVER groups no event category " + event);
        };
    }

    private static void put(ObjectNode told, String name, String value) {
        if (!value.isEmpty()) {
            told.put(name, value);
        }
    }

    private static void set(ObjectNode told, String name, JsonNode value) {
        boolean empty = value.isMissingNode() || value.isNull() || value.isContainerNode() && value.isEmpty();
        if (!empty) {
            told.set(name, value);
        }
    }
}
