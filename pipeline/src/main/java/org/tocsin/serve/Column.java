package org.tocsin.serve;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One column of a table of items.
 *
 * @param name its heading
 * @param pointer where its value stands in the item; of a list all values are joined
 * @param key name that stands for each object of a list; empty for lists of plain values
 */
record Column(String name, JsonPointer pointer, String key) {
    private static final String BETWEEN = "; ";

    /** A column of a field. */
    static Column of(String field) {
        return at(field, "/" + field);
    }

    /** A column of a nested field. */
    static Column at(String name, String pointer) {
        return new Column(name, JsonPointer.compile(pointer), "");
    }

    /** A column that lists one field of each object of a list. */
    static Column each(String name, String pointer, String key) {
        return new Column(name, JsonPointer.compile(pointer), key);
    }

    /** Those columns whose field is among some; all where none is named. */
    static List<Column> only(List<Column> columns, Set<String> fields) {
        return fields.isEmpty()
                ? columns
                : columns.stream()
                        .filter(column -> fields.contains(column.pointer.getMatchingProperty()))
                        .toList();
    }

    /** The cell of an item. Text that a spreadsheet would take for a formula gets an apostrophe before it; numbers do not. */
    String cell(JsonNode item) {
        JsonNode value = item.at(pointer);
        if (value.isNumber() || value.isBoolean()) {
            return value.asText();
        }
        String text = value.isArray() ? joined(value) : value.isTextual() ? value.textValue() : "";
        return SpreadsheetText.of(text);
    }

    private String joined(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add((key.isEmpty() ? value : value.path(key)).asText()));
        return String.join(BETWEEN, texts);
    }
}
