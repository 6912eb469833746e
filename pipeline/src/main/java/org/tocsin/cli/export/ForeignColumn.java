package org.tocsin.cli.export;

import java.util.function.Function;

/**
 * One column of another project's table.
 *
 * @param name its name there
 * @param filled whether Tocsin knows what belongs there
 * @param value the cell of an item; empty where the item does not tell
 */
record ForeignColumn(String name, boolean filled, Function<ExportItem, String> value) {
    /** A column that Tocsin fills. */
    static ForeignColumn of(String name, Function<ExportItem, String> value) {
        return new ForeignColumn(name, true, value);
    }

    /** A column for which Tocsin has nothing: always empty. */
    static ForeignColumn empty(String name) {
        return new ForeignColumn(name, false, item -> "");
    }

    /** A column that says the same of every item. */
    static ForeignColumn always(String name, String value) {
        return new ForeignColumn(name, true, item -> value);
    }
}
