package org.tocsin.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.schema.Article;
import org.tocsin.schema.Incident;

/** The Avro schemas of the topics. */
final class Schemas {
    private Schemas() {}

    /** Those of articles, of each event type and of incidents, by the names of their records, in the order of the data flow. */
    static Map<String, Schema> ofTopics() {
        Map<String, Schema> schemas = new LinkedHashMap<>();
        schemas.put(Article.getClassSchema().getName(), Article.getClassSchema());
        for (EventType<?> type : EventTypes.ALL) {
            Schema schema = of(type.schema());
            schemas.put(schema.getName(), schema);
        }
        schemas.put(Incident.getClassSchema().getName(), Incident.getClassSchema());
        return schemas;
    }

    /** The schema of a class of records. */
    static Schema of(Class<? extends SpecificRecord> type) {
        return SpecificData.get().getSchema(type);
    }
}
