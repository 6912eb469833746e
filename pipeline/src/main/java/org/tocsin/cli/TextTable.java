package org.tocsin.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns for a terminal: numbers to the right, everything else to the left. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> header) {
        rows.add(header);
    }

    /** Adds a row with as many cells as the header; what a terminal would obey is taken out. */
    void add(List<String> cells) {
        rows.add(cells.stream().map(Printable::line).toList());
    }

    /** The lines, header first. */
    List<String> lines() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        boolean[] numbers = new boolean[columns];
        for (int column = 0; column < columns; column++) {
            int at = column;
            widths[column] =
                    rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0);
            numbers[column] = rows.stream().skip(1).allMatch(row -> row.get(at).matches("-?\\d+"));
        }
        return rows.stream().map(row -> line(row, widths, numbers)).toList();
    }

    private static String line(List<String> row, int[] widths, boolean[] numbers) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String gap = " ".repeat(widths[column] - cell.length());
            line.append(numbers[column] ? gap + cell : cell + gap).append("  ");
        }
        return line.toString().stripTrailing();
    }
}
