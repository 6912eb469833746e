package org.tocsin.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table of knowledge from the class path: tab-separated UTF-8, a header row, a {@code source} column that says where each
 * row's fact comes from. Empty lines and lines that begin with {@code #} are skipped. Every error names the table and the line.
 */
public final class KnowledgeTable {
    private final String resource;
    private final List<Row> rows;

    private KnowledgeTable(String resource, List<Row> rows) {
        this.resource = resource;
        this.rows = List.copyOf(rows);
    }

    /**
     * Loads a table.
     *
     * @param owner the class beside which the resource lies
     * @param resource file name, for example {@code strike-triggers.tsv}
     * @param columns the columns that the header must hold, without {@code source}
     * @throws IllegalStateException if the table is missing, its header lacks a column or a row is malformed
     */
    public static KnowledgeTable load(Class<?> owner, String resource, String... columns) {
        try (InputStream in = owner.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "Knowledge table " + resource + " is missing beside " + owner.getName());
            }
            return read(resource, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), columns);
        } catch (IOException e) {
            throw new UncheckedIOException("Knowledge table " + resource + " cannot be read", e);
        }
    }

    /**
     * The words of a table that is a plain list of them, in the column {@code word}.
     *
     * @param owner the class beside which the resource lies
     * @throws IllegalStateException as {@link #load}
     */
    public static Set<String> words(Class<?> owner, String resource) {
        return load(owner, resource, "word").rows().stream()
                .map(row -> row.required("word"))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static KnowledgeTable read(String resource, BufferedReader lines, String... columns) throws IOException {
        Map<String, Integer> header = null;
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (header == null) {
                header = header(resource, cells, columns);
            } else {
                rows.add(row(resource, number, header, cells));
            }
        }
        return new KnowledgeTable(resource, rows);
    }

    private static Map<String, Integer> header(String resource, String[] cells, String... columns) {
        Map<String, Integer> header = new HashMap<>();
        for (int i = 0; i < cells.length; i++) {
            header.put(cells[i].strip(), i);
        }
        List<String> required = new ArrayList<>(Arrays.asList(columns));
        required.add("source");
        required.removeAll(header.keySet());
        if (!required.isEmpty()) {
            throw new IllegalStateException(resource + ": the header lacks the columns " + required);
        }
        return header;
    }

    private static Row row(String resource, int number, Map<String, Integer> header, String[] cells) {
        if (cells.length != header.size()) {
            throw new IllegalStateException(resource + ":" + number + ": " + cells.length + " cells, the header has "
                    + header.size() + " columns");
        }
        Row row = new Row(resource, number, header, cells);
        row.required("source");
        return row;
    }

    /** The rows in the order of the file. */
    public List<Row> rows() {
        return rows;
    }

    /** File name of the table. */
    public String resource() {
        return resource;
    }

    /** One row of a table. */
    public static final class Row {
        private final String resource;
        private final int line;
        private final Map<String, Integer> header;
        private final String[] cells;

        private Row(String resource, int line, Map<String, Integer> header, String[] cells) {
            this.resource = resource;
            this.line = line;
            this.header = header;
            this.cells = cells.clone();
        }

        /** The cell of a column, stripped; empty where nothing stands there. */
        public String cell(String column) {
            Integer index = header.get(column);
            if (index == null) {
                throw error("no column " + column);
            }
            return cells[index].strip();
        }

        /** The cell of a column; null where it is empty. */
        public @Nullable String optional(String column) {
            String cell = cell(column);
            return cell.isEmpty() ? null : cell;
        }

        /** The cell of a column that must not be empty. */
        public String required(String column) {
            String cell = cell(column);
            if (cell.isEmpty()) {
                throw error("column " + column + " is empty");
            }
            return cell;
        }

        /** The cells of a column that holds several values separated by {@code |}; empty where nothing stands there. */
        public List<String> several(String column) {
            String cell = cell(column);
            return cell.isEmpty()
                    ? List.of()
                    : Arrays.stream(cell.split("\\|")).map(String::strip).toList();
        }

        /** The constant that a cell names; null where it is empty. */
        public <T extends Enum<T>> @Nullable T constant(String column, Class<T> type) {
            String cell = cell(column);
            if (cell.isEmpty()) {
                return null;
            }
            try {
                return Enum.valueOf(type, cell.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw error(column + " is '" + cell + "', not one of " + Arrays.toString(type.getEnumConstants()));
            }
        }

        /** An error about this row that names table and line. */
        public IllegalStateException error(String what) {
            return new IllegalStateException(resource + ":" + line + ": " + what);
        }
    }
}
