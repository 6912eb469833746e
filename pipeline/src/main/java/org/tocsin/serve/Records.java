package org.tocsin.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Records outside of answers, in the formats that answers have. */
public enum Records {
    /** Events. */
    EVENTS("event_id", Tables.EVENTS),
    /** Incidents. */
    INCIDENTS("incident_id", Tables.INCIDENTS);

    private final String idField;
    private final List<Column> columns;

    Records(String idField, List<Column> columns) {
        this.idField = idField;
        this.columns = columns;
    }

    /** The line of headings of a CSV table of them. */
    public String csvHead() {
        return CsvText.line(columns.stream().map(Column::name).toList());
    }

    /** The line of a record in that table. */
    public String csvLine(ObjectNode record) {
        return CsvText.line(columns.stream().map(column -> column.cell(record)).toList());
    }

    /** The record as a GeoJSON feature. */
    public ObjectNode feature(ObjectNode record) {
        return Item.placed(idField, record).feature();
    }
}
