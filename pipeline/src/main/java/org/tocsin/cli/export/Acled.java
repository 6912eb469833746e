package org.tocsin.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.CsvText;
import org.tocsin.serve.SpreadsheetText;

/** CSV with the columns of ACLED as it has published them since March 2023, one row for each incident. */
public final class Acled implements RecordFormat {
    private static final String CIVILIANS = "Violence against civilians";

    /** The columns in ACLED's order. */
    static final List<ForeignColumn> COLUMNS = List.of(
            ForeignColumn.of("event_id_cnty", ExportItem::id),
            ForeignColumn.of("event_date", item -> item.text("/date/start")),
            ForeignColumn.of(
                    "year",
                    item -> item.start()
                            .map(day -> Integer.toString(day.getYear()))
                            .orElse("")),
            ForeignColumn.of("time_precision", Acled::timePrecision),
            ForeignColumn.of("disorder_type", Acled::disorder),
            ForeignColumn.of("event_type", Acled::eventType),
            ForeignColumn.of("sub_event_type", item -> orEmpty(item.codes().acledSubEventType())),
            ForeignColumn.of("actor1", item -> item.actor().path("name").asText("")),
            ForeignColumn.empty("assoc_actor_1"),
            ForeignColumn.of("inter1", Acled::inter),
            ForeignColumn.empty("actor2"),
            ForeignColumn.empty("assoc_actor_2"),
            ForeignColumn.empty("inter2"),
            ForeignColumn.empty("interaction"),
            ForeignColumn.of(
                    "civilian_targeting", item -> eventType(item).equals(CIVILIANS) ? "Civilian targeting" : ""),
            ForeignColumn.of(
                    "iso", item -> CountryCodes.of(item.text("/place/country")).numeric()),
            ForeignColumn.empty("region"),
            ForeignColumn.of("country", item -> CountryCodes.name(item.text("/place/country"))),
            ForeignColumn.of("admin1", item -> item.text("/place/admin1")),
            ForeignColumn.empty("admin2"),
            ForeignColumn.empty("admin3"),
            ForeignColumn.of("location", item -> item.text("/place/name")),
            ForeignColumn.of("latitude", item -> item.text("/place/lat")),
            ForeignColumn.of("longitude", item -> item.text("/place/lon")),
            ForeignColumn.of("geo_precision", Acled::geoPrecision),
            ForeignColumn.of("source", item -> String.join("; ", item.sources())),
            ForeignColumn.empty("source_scale"),
            ForeignColumn.of("notes", Acled::notes),
            ForeignColumn.of("fatalities", item -> item.text("/killed/best")),
            ForeignColumn.empty("tags"),
            ForeignColumn.of(
                    "timestamp",
                    item -> item.knownAt()
                            .map(time -> Long.toString(time.getEpochSecond()))
                            .orElse("")));

    @Override
    public String head() {
        return CsvText.line(COLUMNS.stream().map(ForeignColumn::name).toList());
    }

    @Override
    public Optional<String> leftOut(ExportItem item) {
        if (eventType(item).isEmpty()) {
            return Optional.of("without an event type of ACLED");
        }
        if (!item.tookPlace()) {
            return Optional.of("not told as something that took place");
        }
        return item.start().isEmpty() ? Optional.of("without a date") : Optional.empty();
    }

    @Override
    public String line(ExportItem item) {
        return CsvText.line(COLUMNS.stream().map(column -> cell(column, item)).toList());
    }

    private static String cell(ForeignColumn column, ExportItem item) {
        String value = column.value().apply(item);
        boolean number = column.name().equals("latitude") || column.name().equals("longitude");
        return number ? value : SpreadsheetText.of(value);
    }

    private static String eventType(ExportItem item) {
        return orEmpty(item.codes().acledEventType());
    }

    private static String disorder(ExportItem item) {
        String type = eventType(item);
        return type.isEmpty() || type.equals("Strategic developments") ? type : "Political violence";
    }

    private static String timePrecision(ExportItem item) {
        return switch (item.text("/date/precision")) {
            case "HOUR", "DAY" -> "1";
            case "WEEK" -> "2";
            case "MONTH" -> "3";
            default -> "";
        };
    }

    private static String geoPrecision(ExportItem item) {
        return switch (item.hasPoint() ? item.text("/place/precision") : "") {
            case "SITE", "TOWN" -> "1";
            case "AREA" -> "2";
            case "ADMIN1" -> "3";
            default -> "";
        };
    }

    /** State forces at home and abroad; whether an armed group is a rebel group or a militia the text does not say. */
    private static String inter(ExportItem item) {
        JsonNode actor = item.actor();
        String home = actor.path("country").asText("");
        String place = item.text("/place/country");
        boolean state = List.of("STATE", "MILITARY").contains(actor.path("kind").asText());
        if (!state || home.isEmpty() || place.isEmpty()) {
            return "";
        }
        return home.equals(place) ? "State forces" : "External/Other forces";
    }

    /** What ACLED has no column for. */
    private static String notes(ExportItem item) {
        List<String> notes = new ArrayList<>();
        note(notes, "status", item.status());
        note(notes, "target", item.text("/target/text"));
        for (String count :
                List.of("killed", "injured", "missing", "captured", "displaced", "intercepted", "launched")) {
            note(notes, count, figures(item, count));
        }
        return String.join("; ", notes);
    }

    private static void note(List<String> notes, String name, String value) {
        if (!value.isEmpty()) {
            notes.add(name + ": " + value);
        }
    }

    private static String figures(ExportItem item, String count) {
        String best = item.text("/" + count + "/best");
        String low = item.text("/" + count + "/low");
        String high = item.text("/" + count + "/high");
        if (low.equals(high)) {
            return best;
        }
        String range = (low.isEmpty() ? "?" : low) + " to " + (high.isEmpty() ? "?" : high);
        return best.isEmpty() ? range : best + " (" + range + ")";
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
