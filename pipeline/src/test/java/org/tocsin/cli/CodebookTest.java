package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.OntologyCodes;
import org.tocsin.event.PlainJson;
import org.tocsin.schema.Method;
import org.tocsin.schema.StatementAct;
import org.tocsin.schema.TerritoryChangeKind;

/** Holds docs/codebook.md to the schemas, to the codes that events carry and to what the coder makes of its examples. */
class CodebookTest {
    private static final Path BOOK = Path.of("../docs/codebook.md");
    private static final Instant PUBLISHED = Instant.parse("2025-03-12T00:00:00Z");
    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| (.*) \\|");
    private static final String SHARED = "Fields of every event";
    private static final Coder CODER = EnglishNews.coder();

    /** Where each table of values is defined: the path of a field in an event, and its enumeration in the schemas. */
    private static final Map<String, String> ENUMERATIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("strike.method", "Method"),
            Map.entry("strike.target.kind", "TargetKind"),
            Map.entry("statement.act", "StatementAct"),
            Map.entry("interception.what", "InterceptedKind"),
            Map.entry("territory.change", "TerritoryChangeKind"),
            Map.entry("casualty.scope", "CasualtyScope"),
            Map.entry("casualty.victims.outcome", "Outcome"),
            Map.entry("status", "EventStatus"),
            Map.entry("attribution.stance", "Stance"),
            Map.entry("killed.bound", "Bound"),
            Map.entry("date.precision", "DatePrecision"),
            Map.entry("place.precision", "PlacePrecision"),
            Map.entry("actor.kind", "ActorKind")));

    private static final Map<String, List<List<String>>> TABLES = tables();

    /** The rows of every table that begin with a name in code type, by the heading above it. */
    private static Map<String, List<List<String>>> tables() {
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        String heading = "";
        try {
            for (String line : Files.readAllLines(BOOK)) {
                if (line.startsWith("#")) {
                    heading = line.replaceFirst("^#+ ", "")
                            .replaceFirst("`: .*", "")
                            .replace("`", "");
                }
                Matcher row = ROW.matcher(line);
                if (row.matches()) {
                    List<String> cells = new ArrayList<>(List.of(row.group(1)));
                    cells.addAll(Arrays.asList(row.group(2).split(" \\| ")));
                    tables.computeIfAbsent(heading, none -> new ArrayList<>()).add(cells);
                }
            }
        } catch (IOException e) {
            throw new AssertionError(BOOK + " cannot be read", e);
        }
        return tables;
    }

    private static List<String> names(String heading) {
        return TABLES.getOrDefault(heading, List.of()).stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void everyFieldOfEveryEventTypeStandsThereAndNoOther() {
        for (EventType<?> type : EventTypes.ALL) {
            List<String> told = new ArrayList<>(names(SHARED));
            told.addAll(names(type.name()));

            assertThat(told).as(type.name()).containsExactlyInAnyOrderElementsOf(fields(schema(type)));
        }
    }

    @Test
    void everyFieldOfEveryRecordStandsThereAndNoOther() {
        for (Schema part : parts()) {
            if (part.getType() == Schema.Type.RECORD) {
                assertThat(names(part.getName())).as(part.getName()).containsExactlyElementsOf(fields(part));
            }
        }
    }

    @Test
    void everyValueOfEveryEnumerationStandsThereAndNoOther() {
        TreeSet<String> enumerations = new TreeSet<>();
        for (Schema part : parts()) {
            if (part.getType() == Schema.Type.ENUM) {
                enumerations.add(part.getName());
                List<String> symbols = new ArrayList<>(part.getEnumSymbols());
                symbols.remove("UNKNOWN");

                assertThat(names(headingOf(part.getName()))).as(part.getName()).containsExactlyElementsOf(symbols);
            }
        }
        assertThat(enumerations).containsExactlyInAnyOrderElementsOf(ENUMERATIONS.values());
    }

    @Test
    void theCodesAreThoseThatEventsCarry() {
        checkCodes("strike", "strike.method", Method.values());
        checkCodes("statement", "statement.act", StatementAct.values());
        checkCodes("territory", "territory.change", TerritoryChangeKind.values());
    }

    private static void checkCodes(String type, String heading, Enum<?>... values) {
        for (List<String> row : Objects.requireNonNull(TABLES.get(heading))) {
            Enum<?> value = Arrays.stream(values)
                    .filter(constant -> constant.name().equals(row.get(0)))
                    .findFirst()
                    .orElseThrow();
            OntologyCodes codes = OntologyCodes.of(type, value);

            assertThat(row.subList(3, 6))
                    .as(heading + " " + value)
                    .containsExactly(
                            joined(" ", codes.ploverEvent(), codes.ploverMode()),
                            joined(" ", codes.cameo()),
                            joined(", ", codes.acledEventType(), codes.acledSubEventType()));
        }
    }

    private static String joined(String separator, @Nullable String... parts) {
        String joined = String.join(
                separator, Arrays.stream(parts).filter(Objects::nonNull).toList());
        return joined.isEmpty() ? "-" : joined;
    }

    /** An example sentence with the field and the value that it shows. */
    record Example(String path, String value, String sentence) {}

    static Stream<Example> examples() {
        return ENUMERATIONS.keySet().stream()
                .flatMap(heading -> Objects.requireNonNull(TABLES.get(heading)).stream()
                        .filter(row -> !row.get(2).equals("-"))
                        .map(row -> new Example(heading, row.get(0), row.get(2))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCoderGivesEachExampleItsValue(Example example) {
        NewsArticle article = new NewsArticle("example", "", example.sentence, PUBLISHED, null, null);
        List<JsonNode> events = new ArrayList<>();
        CODER.code(article).forEach(event -> events.add(PlainJson.of(event)));

        assertThat(events.stream().flatMap(event -> values(event, example.path)))
                .as("%s in: %s", example.path, example.sentence)
                .contains(example.value);
    }

    @Test
    void onlyValuesThatNobodyWritesLackAnExample() {
        List<String> without = new ArrayList<>();
        ENUMERATIONS
                .keySet()
                .forEach(heading -> Objects.requireNonNull(TABLES.get(heading)).stream()
                        .filter(row -> row.get(2).equals("-"))
                        .forEach(row -> without.add(heading + " " + row.get(0) + ": " + row.get(1))));

        assertThat(without).allSatisfy(row -> assertThat(row).containsPattern("not written by|leaves such events out"));
    }

    /** The values of a field of an event; of "actor", those of every actor that it names. */
    private static Stream<String> values(JsonNode event, String path) {
        List<String> steps = new ArrayList<>(Arrays.asList(path.split("\\.")));
        if (steps.get(0).equals("actor")) {
            return event.findParents("kind").stream()
                    .filter(node -> node.has("name"))
                    .map(node -> node.path("kind").asText());
        }
        if (EventTypes.ALL.stream().anyMatch(type -> type.name().equals(steps.get(0)))) {
            if (!event.path("event_type").asText().equals(steps.remove(0))) {
                return Stream.empty();
            }
        }
        Stream<JsonNode> values = Stream.of(event);
        for (String step : steps) {
            values = values.map(node -> node.path(step)).flatMap(CodebookTest::items);
        }
        return values.map(JsonNode::asText);
    }

    private static Stream<JsonNode> items(JsonNode node) {
        if (!node.isArray()) {
            return Stream.of(node);
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items.stream();
    }

    private static String headingOf(String enumeration) {
        return ENUMERATIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(enumeration))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("no table for " + enumeration);
    }

    private static Schema schema(EventType<?> type) {
        return SpecificData.get().getSchema(type.schema());
    }

    private static List<String> fields(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }

    /** The records and enumerations that event records are made of. */
    private static List<Schema> parts() {
        Map<String, Schema> parts = new TreeMap<>();
        for (EventType<?> type : EventTypes.ALL) {
            schema(type).getFields().forEach(field -> collect(field.schema(), parts));
        }
        return List.copyOf(parts.values());
    }

    private static void collect(Schema schema, Map<String, Schema> parts) {
        switch (schema.getType()) {
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, parts));
            case ARRAY -> collect(schema.getElementType(), parts);
            case RECORD -> {
                if (parts.put(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), parts));
                }
            }
            case ENUM -> parts.put(schema.getName(), schema);
            default -> {}
        }
    }
}
