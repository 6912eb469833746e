package org.tocsin.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.PlainJson;
import org.tocsin.incident.OfflineResolver;

class ForeignFormatsTest {
    private static final Path BOOK = Path.of("../docs/exports.md");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.*) \\|");
    private static final Coder CODER = EnglishNews.coder();
    private static final String STRIKE =
            "A Russian drone hit a bakery in Kherson on Tuesday, killing two people and wounding five, the mayor said.";
    private static final String SPEECH = "Ukraine's foreign minister accused Russia of shelling hospitals on Tuesday.";
    private static final String EARLIER =
            "A roadside bomb hit an army convoy near Quetta in February 2025, police said.";

    @Test
    void anIncidentFillsAcledsColumnsWithWhatTheTextSaysAndNoOthers() {
        Map<String, String> row = acled(incident(STRIKE));

        assertThat(filled(row))
                .containsEntry("event_date", "2025-03-11")
                .containsEntry("year", "2025")
                .containsEntry("time_precision", "1")
                .containsEntry("disorder_type", "Political violence")
                .containsEntry("event_type", "Explosions/Remote violence")
                .containsEntry("sub_event_type", "Air/drone strike")
                .containsEntry("actor1", "Russia")
                .containsEntry("inter1", "External/Other forces")
                .containsEntry("iso", "804")
                .containsEntry("country", "Ukraine")
                .containsEntry("admin1", "Kherson Oblast")
                .containsEntry("location", "Kherson")
                .containsEntry("geo_precision", "1")
                .containsEntry("source", "Northline Wire")
                .containsEntry("fatalities", "2")
                .containsEntry("timestamp", "1741737600")
                .containsKeys("event_id_cnty", "latitude", "longitude", "notes")
                .hasSize(20);
        assertThat(row.get("notes")).isEqualTo("status: OCCURRED; target: a bakery; killed: 2; injured: 5");
    }

    @Test
    void anAcledRowWithoutATollHasNoFatalitiesRatherThanNone() {
        ExportItem item = incident(EARLIER);

        assertThat(acled(item)).containsEntry("fatalities", "").containsEntry("time_precision", "3");
    }

    @Test
    void anIncidentFillsGdeltsColumns() {
        Map<String, String> row = gdelt(incident(STRIKE));

        assertThat(filled(row))
                .containsEntry("SQLDATE", "20250311")
                .containsEntry("MonthYear", "202503")
                .containsEntry("Year", "2025")
                .containsEntry("FractionDate", "2025.2767")
                .containsEntry("Actor1Code", "RUSGOV")
                .containsEntry("Actor1Name", "Russia")
                .containsEntry("Actor1CountryCode", "RUS")
                .containsEntry("EventCode", "1952")
                .containsEntry("EventBaseCode", "195")
                .containsEntry("EventRootCode", "19")
                .containsEntry("QuadClass", "4")
                .containsEntry("GoldsteinScale", "-10.0")
                .containsEntry("NumMentions", "2")
                .containsEntry("NumArticles", "1")
                .containsEntry("ActionGeo_Type", "4")
                .containsEntry("ActionGeo_FullName", "Kherson, Kherson Oblast, Ukraine")
                .containsEntry("ActionGeo_CountryCode", "UP")
                .containsEntry("DATEADDED", "20250312000000")
                .doesNotContainKeys("IsRootEvent", "AvgTone", "SOURCEURL");
    }

    @Test
    void aStatementIsADyadWithTheAddressOfItsArticle() {
        Map<String, String> row = gdelt(events(SPEECH).get(0));

        assertThat(row)
                .containsEntry("Actor1CountryCode", "UKR")
                .containsEntry("Actor2CountryCode", "RUS")
                .containsEntry("EventCode", "112")
                .containsEntry("QuadClass", "3")
                .containsEntry("SOURCEURL", "https://news.example/a1");
    }

    @Test
    void aDateThatIsNoDayGivesGdeltTheMonthAlone() {
        assertThat(gdelt(incident(EARLIER)))
                .containsEntry("SQLDATE", "")
                .containsEntry("FractionDate", "")
                .containsEntry("MonthYear", "202502");
    }

    @Test
    void aPloverRecordHasActorsPlaceAndSize() throws IOException {
        JsonNode record = new JsonMapper().readTree(plover().line(incident(STRIKE)));

        assertThat(record.at("/event/0").asText()).isEqualTo("ASSAULT");
        assertThat(record.at("/mode/0").asText()).isEqualTo("drone");
        assertThat(record.at("/source/0/code").asText()).isEqualTo("RUS");
        assertThat(record.at("/recipient/0/actor_text").asText()).isEqualTo("a bakery");
        assertThat(record.at("/event_loc/country code").asText()).isEqualTo("UA");
        assertThat(record.at("/size/dead").asInt()).isEqualTo(2);
        assertThat(record.at("/size/injured").asInt()).isEqualTo(5);
        assertThat(record.has("enddate")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "France threatened to strike Damascus on Tuesday. | statement | ACLED",
                "\"The coming weeks will be difficult,\" President Volodymyr Zelensky said on Tuesday. | statement | PLOVER",
                "At least 12 people were killed in a stampede in Goma on Tuesday, the army said. | casualty | CAMEO"
            })
    void whatAProjectHasNoCodeForIsLeftOut(String text, String type, String project) {
        List<ExportItem> found = events(text);

        assertThat(found).extracting(ExportItem::type).contains(type);
        RecordFormat format = switch (project) {
            case "ACLED" -> new Acled();
            case "PLOVER" -> plover();
            default -> new Gdelt();
        };
        assertThat(found.stream().filter(item -> item.type().equals(type)))
                .allSatisfy(item -> assertThat(format.leftOut(item))
                        .hasValueSatisfying(why -> assertThat(why).contains(project)));
    }

    @Test
    void aTollIsNotASecondAttack() {
        List<ExportItem> found = events(STRIKE);

        assertThat(found).extracting(ExportItem::type).containsExactlyInAnyOrder("strike", "casualty");
        assertThat(found.stream().filter(item -> plover().leftOut(item).isEmpty()))
                .hasSize(1);
        assertThat(found.stream().filter(item -> new Gdelt().leftOut(item).isEmpty()))
                .hasSize(1);
    }

    @Test
    void whatDidNotTakePlaceIsNoRowOfThoseWhoKeepWhatDid() {
        ExportItem item = incident("Ukraine denied that its drone hit a bakery in Kherson on Tuesday.");

        assertThat(item.status()).isEqualTo("DENIED");
        assertThat(new Acled().leftOut(item)).isPresent();
        assertThat(new Gdelt().leftOut(item)).isPresent();
        assertThat(plover().leftOut(item)).isEmpty();
    }

    @Test
    void hostileTextBreaksNoRowAndIsNoFormula() {
        ObjectNode record = (ObjectNode) incident(STRIKE).json().deepCopy();
        ((ObjectNode) record.path("attacker")).put("name", "=HYPERLINK(\"x\")\tY\r\nZ\u2028");
        ((ObjectNode) record.path("place")).put("name", "+A,\"B\"\nC").put("lat", -12.5);
        ExportItem item = new ExportItem(record);

        assertThat(new Gdelt().line(item).chars().filter(c -> c == '\n').count())
                .isEqualTo(1);
        assertThat(gdelt(item))
                .containsEntry("Actor1Name", "'=HYPERLINK(\"x\") Y Z ")
                .containsEntry("ActionGeo_Lat", "-12.5");
        assertThat(new Acled().line(item))
                .contains("\"'=HYPERLINK(\"\"x\"\")\tY\r\nZ\u2028\"", "\"'+A,\"\"B\"\"\nC\",-12.5,");
    }

    @Test
    void theDocumentTellsOfEachColumnWhetherItIsFilled() throws IOException {
        Map<String, Map<String, String>> book = tables();

        for (Map.Entry<String, List<ForeignColumn>> format :
                Map.of("ACLED", Acled.COLUMNS, "GDELT", Gdelt.COLUMNS).entrySet()) {
            Map<String, String> told = Objects.requireNonNull(book.get(format.getKey()));
            assertThat(told.keySet())
                    .containsExactlyElementsOf(
                            format.getValue().stream().map(ForeignColumn::name).toList());
            assertThat(format.getValue())
                    .allSatisfy(column -> assertThat(Objects.requireNonNull(told.get(column.name()))
                                    .startsWith("empty"))
                            .as(column.name())
                            .isNotEqualTo(column.filled()));
        }
    }

    @Test
    void theDocumentTellsEveryFieldOfPloverRecordsAndNoOther() throws IOException {
        TreeSet<String> written = new TreeSet<>();
        List<ExportItem> items = new ArrayList<>(events(SPEECH));
        items.add(incident(STRIKE));
        items.add(incident(EARLIER));
        items.addAll(events(
                "\"We will answer,\" Israeli Defence Minister Israel Katz told Iranian President Masoud Pezeshkian"
                        + " on Tuesday, accusing Iranian President Masoud Pezeshkian of aggression."));
        items.forEach(item -> paths("", Plover.record(item), written));

        TreeSet<String> told =
                new TreeSet<>(Objects.requireNonNull(tables().get("PLOVER")).keySet());
        assertThat(told).containsAll(written);
        told.removeAll(written);
        assertThat(told).isSubsetOf("recipient.office");
    }

    private static void paths(String prefix, JsonNode node, TreeSet<String> into) {
        node.properties().forEach(field -> {
            String path = prefix + field.getKey();
            boolean objects = field.getValue().isObject();
            if (!objects) {
                into.add(path);
            }
            if (field.getValue().isArray()) {
                field.getValue().forEach(item -> paths(path + ".", item, into));
            }
            paths(path + ".", field.getValue(), into);
        });
    }

    private static Plover plover() {
        return new Plover(JsonNode::toString);
    }

    private static Map<String, String> acled(ExportItem item) {
        return Acled.COLUMNS.stream()
                .collect(
                        LinkedHashMap::new,
                        (row, column) -> row.put(column.name(), column.value().apply(item)),
                        Map::putAll);
    }

    private static Map<String, String> gdelt(ExportItem item) {
        String[] cells = new Gdelt().line(item).replaceFirst("\n$", "").split("\t", -1);
        assertThat(cells).hasSize(61);
        Map<String, String> row = new LinkedHashMap<>();
        IntStream.range(0, cells.length)
                .forEach(i -> row.put(Gdelt.COLUMNS.get(i).name(), cells[i]));
        return row;
    }

    private static Map<String, String> filled(Map<String, String> row) {
        Map<String, String> filled = new LinkedHashMap<>(row);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }

    private static List<ExportItem> events(String text) {
        return CODER.code(article(text)).stream()
                .map(event -> new ExportItem(PlainJson.of(event)))
                .toList();
    }

    private static ExportItem incident(String text) {
        NewsArticle article = article(text);
        OfflineResolver resolver = new OfflineResolver();
        resolver.add(article, Instant.parse("2025-03-12T00:00:00Z"), CODER.code(article));
        List<ExportItem> found = resolver.incidentsAsOf(Instant.MAX).stream()
                .map(incident -> new ExportItem(PlainJson.of(incident)))
                .filter(item -> item.type().equals("strike"))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static NewsArticle article(String text) {
        return new NewsArticle(
                "a1", "", text, Instant.parse("2025-03-12T00:00:00Z"), "https://news.example/a1", "Northline Wire");
    }

    private static Map<String, Map<String, String>> tables() throws IOException {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        String heading = "";
        for (String line : Files.readAllLines(BOOK)) {
            heading = line.startsWith("## ") ? line.substring(3) : heading;
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                tables.computeIfAbsent(heading, none -> new LinkedHashMap<>()).put(row.group(1), row.group(2));
            }
        }
        return tables;
    }
}
