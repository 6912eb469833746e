package org.tocsin.cli.export;

import java.util.Optional;

/** A format of another project that records are written in, one line each. */
public interface RecordFormat {
    /** What stands before the first record, with its line break; empty for none. */
    String head();

    /** Why a record has no place in this format; empty where it has one. */
    Optional<String> leftOut(ExportItem item);

    /** The line of a record that has a place, with its line break. */
    String line(ExportItem item);
}
