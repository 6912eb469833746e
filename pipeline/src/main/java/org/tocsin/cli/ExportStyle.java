package org.tocsin.cli;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.cli.export.Acled;
import org.tocsin.cli.export.Gdelt;
import org.tocsin.cli.export.Plover;
import org.tocsin.cli.export.RecordFormat;

/** How exports are written. */
enum ExportStyle {
    /** The API's table. */
    CSV(null),
    /** The API's features. */
    GEOJSON(null),
    /** One record a line. */
    NDJSON(null),
    /** JSON lines with the fields of PLOVER. */
    PLOVER(new Plover(Format.JSONL::print)),
    /** CSV with the columns of ACLED. */
    ACLED(new Acled()),
    /** Tab-separated rows with the columns of GDELT. */
    GDELT(new Gdelt());

    private final @Nullable RecordFormat foreign;

    ExportStyle(@Nullable RecordFormat foreign) {
        this.foreign = foreign;
    }

    /** The format of another project; empty for the API's own formats. */
    Optional<RecordFormat> foreign() {
        return Optional.ofNullable(foreign);
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
