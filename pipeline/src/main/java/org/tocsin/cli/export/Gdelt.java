package org.tocsin.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tocsin.serve.SpreadsheetText;

/** Tab-separated rows with the columns of GDELT 2.0's table of events, without a line of headings, as GDELT's files have none. */
public final class Gdelt implements RecordFormat {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);
    private static final Set<String> NUMBERS = Set.of("GoldsteinScale", "ActionGeo_Lat", "ActionGeo_Long");

    /** The columns in GDELT's order. */
    static final List<ForeignColumn> COLUMNS = columns();

    private static List<ForeignColumn> columns() {
        List<ForeignColumn> columns = new ArrayList<>(List.of(
                ForeignColumn.of("GLOBALEVENTID", ExportItem::id),
                ForeignColumn.of("SQLDATE", item -> day(item, DateTimeFormatter.BASIC_ISO_DATE::format)),
                ForeignColumn.of("MonthYear", item -> isYear(item) ? "" : date(item, MONTH::format)),
                ForeignColumn.of("Year", item -> date(item, day -> Integer.toString(day.getYear()))),
                ForeignColumn.of("FractionDate", item -> day(item, Gdelt::fraction))));
        columns.addAll(actor("Actor1", ExportItem::actor));
        columns.addAll(actor("Actor2", Gdelt::recipient));
        columns.addAll(List.of(
                ForeignColumn.empty("IsRootEvent"),
                ForeignColumn.of("EventCode", item -> code(item, Cameo::code)),
                ForeignColumn.of("EventBaseCode", item -> code(item, Cameo::base)),
                ForeignColumn.of("EventRootCode", item -> code(item, Cameo::root)),
                ForeignColumn.of("QuadClass", item -> code(item, Cameo::quadClass)),
                ForeignColumn.of("GoldsteinScale", item -> code(item, Cameo::goldstein)),
                ForeignColumn.of("NumMentions", item -> Integer.toString(item.mentions())),
                ForeignColumn.of("NumSources", Gdelt::numberOfSources),
                ForeignColumn.of("NumArticles", item -> Integer.toString(item.articles())),
                ForeignColumn.empty("AvgTone")));
        columns.addAll(unknownPlace("Actor1Geo"));
        columns.addAll(unknownPlace("Actor2Geo"));
        columns.addAll(actionPlace());
        columns.add(ForeignColumn.of(
                "DATEADDED", item -> item.knownAt().map(STAMP::format).orElse("")));
        columns.add(ForeignColumn.of("SOURCEURL", item -> item.text("/url")));
        return List.copyOf(columns);
    }

    private static List<ForeignColumn> actor(String prefix, Function<ExportItem, JsonNode> actor) {
        return List.of(
                ForeignColumn.of(prefix + "Code", item -> country(actor.apply(item)) + Sector.of(actor.apply(item))),
                ForeignColumn.of(
                        prefix + "Name", item -> actor.apply(item).path("name").asText("")),
                ForeignColumn.of(prefix + "CountryCode", item -> country(actor.apply(item))),
                ForeignColumn.empty(prefix + "KnownGroupCode"),
                ForeignColumn.empty(prefix + "EthnicCode"),
                ForeignColumn.empty(prefix + "Religion1Code"),
                ForeignColumn.empty(prefix + "Religion2Code"),
                ForeignColumn.of(prefix + "Type1Code", item -> Sector.of(actor.apply(item))),
                ForeignColumn.empty(prefix + "Type2Code"),
                ForeignColumn.empty(prefix + "Type3Code"));
    }

    private static List<ForeignColumn> unknownPlace(String prefix) {
        return List.of("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID").stream()
                .map(name -> ForeignColumn.empty(prefix + "_" + name))
                .toList();
    }

    private static List<ForeignColumn> actionPlace() {
        return List.of(
                ForeignColumn.of("ActionGeo_Type", Gdelt::placeType),
                ForeignColumn.of("ActionGeo_FullName", Gdelt::fullName),
                ForeignColumn.of("ActionGeo_CountryCode", Gdelt::placeCountry),
                ForeignColumn.empty("ActionGeo_ADM1Code"),
                ForeignColumn.empty("ActionGeo_ADM2Code"),
                ForeignColumn.of("ActionGeo_Lat", item -> item.text("/place/lat")),
                ForeignColumn.of("ActionGeo_Long", item -> item.text("/place/lon")),
                ForeignColumn.empty("ActionGeo_FeatureID"));
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public Optional<String> leftOut(ExportItem item) {
        if (item.isTollOfAnotherEvent()) {
            return Optional.of("tolls of events that stand for themselves");
        }
        if (item.codes().cameo() == null) {
            return Optional.of("without a code of CAMEO");
        }
        if (!item.tookPlace()) {
            return Optional.of("not told as something that took place");
        }
        return item.start().isEmpty() ? Optional.of("without a date") : Optional.empty();
    }

    @Override
    public String line(ExportItem item) {
        return COLUMNS.stream().map(column -> cell(column, item)).collect(Collectors.joining("\t")) + "\n";
    }

    private static String cell(ForeignColumn column, ExportItem item) {
        String value = column.value().apply(item);
        // GDELT quotes nothing, so no cell may hold what ends it
        return NUMBERS.contains(column.name())
                ? value
                : SpreadsheetText.of(value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " "));
    }

    private static JsonNode recipient(ExportItem item) {
        List<JsonNode> recipients = item.recipients();
        return recipients.isEmpty() ? MissingNode.getInstance() : recipients.get(0);
    }

    private static String country(JsonNode actor) {
        return CountryCodes.of(actor.path("country").asText("")).iso3();
    }

    private static String code(ExportItem item, Function<Cameo, String> part) {
        return part.apply(new Cameo(Objects.requireNonNull(item.codes().cameo())));
    }

    private static boolean isYear(ExportItem item) {
        return item.text("/date/precision").equals("YEAR");
    }

    /** A date that names one day; GDELT has no precision of dates, so others would look more exact than they are. */
    private static String day(ExportItem item, Function<LocalDate, String> format) {
        boolean oneDay = item.text("/date/start").equals(item.text("/date/end"));
        return oneDay ? date(item, format) : "";
    }

    private static String date(ExportItem item, Function<LocalDate, String> format) {
        return item.start().map(format).orElse("");
    }

    /** The year with the part of it that has passed, as GDELT computes it. */
    private static String fraction(LocalDate day) {
        double passed = (day.getMonthValue() * 30 + day.getDayOfMonth()) / 365.0;
        return String.format(Locale.ROOT, "%.4f", day.getYear() + passed);
    }

    private static String numberOfSources(ExportItem item) {
        int sources = item.sources().size();
        return sources == 0 ? "" : Integer.toString(sources);
    }

    /** 1 country, 2 and 3 state and city of the United States, 4 and 5 city and state elsewhere. */
    private static String placeType(ExportItem item) {
        boolean unitedStates = item.text("/place/country").equals("US");
        return switch (item.text("/place/precision")) {
            case "SITE", "TOWN", "AREA" -> unitedStates ? "3" : "4";
            case "ADMIN1" -> unitedStates ? "2" : "5";
            case "COUNTRY" -> "1";
            default -> "";
        };
    }

    private static String fullName(ExportItem item) {
        List<String> parts = new ArrayList<>();
        for (String part : List.of(
                item.text("/place/name"), item.text("/place/admin1"), CountryCodes.name(item.text("/place/country")))) {
            if (!part.isEmpty() && !parts.contains(part)) {
                parts.add(part);
            }
        }
        return String.join(", ", parts);
    }

    private static String placeCountry(ExportItem item) {
        return CountryCodes.of(item.text("/place/country"), item.text("/place/admin1"))
                .fips();
    }
}
