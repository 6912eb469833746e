package org.tocsin.serve;

/** Text on its way into cells of tables, which spreadsheets open. */
public final class SpreadsheetText {
    private static final String DANGEROUS = "=+-@\t\r";

    private SpreadsheetText() {}

    /** The text as it may stand in a cell: what a spreadsheet would take for a formula gets an apostrophe before it. */
    public static String of(String text) {
        return !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
