package org.tocsin.serve;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of cells as CSV (RFC 4180). */
public final class CsvText {
    private static final CsvMapper TABLES = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema TABLE = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private CsvText() {}

    /** The rows in UTF-8, each ended by CR LF. */
    static byte[] of(Iterable<String[]> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SequenceWriter writer = TABLES.writer(TABLE).writeValues((OutputStream) out)) {
            for (String[] row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Items cannot be written as a table", e);
        }
        return out.toByteArray();
    }

    /** One row, ended by CR LF. */
    public static String line(List<String> cells) {
        return new String(of(List.<String[]>of(cells.toArray(String[]::new))), StandardCharsets.UTF_8);
    }
}
