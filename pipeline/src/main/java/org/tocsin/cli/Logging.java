package org.tocsin.cli;

import java.nio.file.Path;
import java.util.Locale;

/**
 * How much the program logs, as the properties that the logging configuration (log4j2.xml) reads. To be called before the first
 * class that logs is loaded.
 */
final class Logging {
    private static final String LEVEL = "tocsin.log.level";
    private static final String KAFKA_LEVEL = "tocsin.log.kafka";
    private static final String FILE = "tocsin.log.file";

    private static final String FORMAT = "tocsin.log.format";

    /** How log lines look. */
    enum LineFormat {
        /** Lines for people. */
        TEXT,
        /** One JSON object a line, for programs that collect logs. */
        JSON
    }

    private Logging() {}

    /** Says how log lines look, on standard error and in the file. */
    static void as(LineFormat format) {
        System.setProperty(FORMAT, format.name().toLowerCase(Locale.ROOT));
    }

    /** Logs progress of the parts to standard error too. */
    static void sayMore() {
        System.setProperty(LEVEL, "INFO");
        System.setProperty(KAFKA_LEVEL, "WARN");
    }

    /** Logs everything that matters to an operator to a file, which rolls at 20 MB, with the last five kept. */
    static void toFile(Path file) {
        System.setProperty(FILE, file.toAbsolutePath().toString());
    }

    /** Whether the user asked for more. */
    static boolean saysMore() {
        return System.getProperty(LEVEL) != null;
    }
}
