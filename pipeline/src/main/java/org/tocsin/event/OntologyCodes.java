package org.tocsin.event;

import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.document.KnowledgeTable;

/**
 * The codes of one kind of event in the ontologies of the field.
 *
 * @param ploverEvent PLOVER 2.0 event category; null where it has none
 * @param ploverMode PLOVER 2.0 mode; null where the category has none
 * @param cameo CAMEO code, leading zeros kept; null where it has none
 * @param acledEventType ACLED event type; null where it has none
 * @param acledSubEventType ACLED sub-event type; null where it has none
 */
public record OntologyCodes(
        @Nullable String ploverEvent,
        @Nullable String ploverMode,
        @Nullable String cameo,
        @Nullable String acledEventType,
        @Nullable String acledSubEventType) {
    /** For events that no ontology has a code for, such as the dead of an accident. */
    public static final OntologyCodes NONE = new OntologyCodes(null, null, null, null, null);

    private static final Map<String, OntologyCodes> TABLE = load();

    /**
     * The codes of an event.
     *
     * @param type name of the event type
     * @param value the constant that distinguishes events of the type (method, act, change, outcome); null where it is unknown
     * @return the codes of the value, else those of the type in general, else {@link #NONE}
     */
    public static OntologyCodes of(String type, @Nullable Enum<?> value) {
        return of(type, value == null ? "" : value.name());
    }

    /** The same by the name of the constant; empty where it is unknown. */
    public static OntologyCodes of(String type, String value) {
        OntologyCodes general = TABLE.getOrDefault(key(type, ""), NONE);
        return TABLE.getOrDefault(key(type, value), general);
    }

    /** The codes that an event record carries. */
    static OntologyCodes of(SpecificRecord event) {
        EventView view = EventView.of(event);
        return new OntologyCodes(
                view.text("plover_event"),
                view.text("plover_mode"),
                view.text("cameo_code"),
                view.text("acled_event_type"),
                view.text("acled_sub_event_type"));
    }

    void fill(SpecificRecord event) {
        EventHead.put(event, "plover_event", ploverEvent);
        EventHead.put(event, "plover_mode", ploverMode);
        EventHead.put(event, "cameo_code", cameo);
        EventHead.put(event, "acled_event_type", acledEventType);
        EventHead.put(event, "acled_sub_event_type", acledSubEventType);
    }

    private static Map<String, OntologyCodes> load() {
        Map<String, OntologyCodes> table = new HashMap<>();
        KnowledgeTable rows = KnowledgeTable.load(
                OntologyCodes.class,
                "ontology.tsv",
                "event_type",
                "value",
                "plover_event",
                "plover_mode",
                "cameo_code",
                "acled_event_type",
                "acled_sub_event_type");
        for (KnowledgeTable.Row row : rows.rows()) {
            OntologyCodes codes = new OntologyCodes(
                    row.optional("plover_event"),
                    row.optional("plover_mode"),
                    row.optional("cameo_code"),
                    row.optional("acled_event_type"),
                    row.optional("acled_sub_event_type"));
            if (table.put(key(row.required("event_type"), row.cell("value")), codes) != null) {
                throw row.error("the same event type and value stand above");
            }
        }
        return table;
    }

    private static String key(String type, String value) {
        return type + "/" + value;
    }
}
