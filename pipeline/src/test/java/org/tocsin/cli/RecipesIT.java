package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Does what docs/recipes.md says, with the demonstration and its samples. */
@TestMethodOrder(OrderAnnotation.class)
class RecipesIT {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/[^'\"\\s]*");
    private static final String TOWNS = "Kharkiv Odesa Dnipro Kherson Poltava Sumy Chernihiv Zhytomyr Lutsk Rivne";

    @TempDir
    static Path folder;

    private static Demo demo;
    private static RecipeShell shell;
    private static final Map<String, String> HERE = new LinkedHashMap<>();
    private static List<Recipe> recipes = List.of();
    private static int published;
    private static final List<Recipe> RAN = new ArrayList<>();
    private static final List<Recipe> LEFT = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        StringWriter said = new StringWriter();
        Path data = Files.createDirectory(folder.resolve("data"));
        demo = Demo.start(data, 0, new PrintWriter(said));
        demo.introduce();
        demo.process(Samples.articles());
        Matcher address = Pattern.compile("http://127\\.0\\.0\\.1:\\d+").matcher(said.toString());
        assertThat(address.find()).as(said.toString()).isTrue();
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(data.resolve("tocsin.properties"))) {
            settings.load(file);
        }
        HERE.put("http://127.0.0.1:8080", address.group());
        HERE.put("http://localhost:8081", settings.getProperty("schema.registry.url"));
        HERE.put("localhost:9092", settings.getProperty("bootstrap.servers"));
        shell = new RecipeShell(Files.createDirectory(folder.resolve("typed")), address.group());
        recipes = Recipe.of(Files.readString(Path.of("../docs/recipes.md")));
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    static List<Recipe> commands() {
        return recipes.stream().filter(Recipe::isCommand).toList();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandPrintsOrWritesSomething(Recipe written) throws Exception {
        Recipe recipe = written.with(HERE);
        if (!canRun(recipe)) {
            LEFT.add(written);
            assertAddressesAnswer(recipe);
            abort("There is nothing here that runs: " + written);
        }
        String output = recipe.isEndless() ? shell.runUntilItPrints(recipe, RecipesIT::publish) : shell.run(recipe);

        assertThat(output).isNotBlank();
        keepCursor(output);
        RAN.add(written);
    }

    @Order(2)
    @Test
    void mostCommandsWereRun() {
        System.out.println("Recipes: " + RAN.size() + " of " + commands().size()
                + " commands were run; without their tools here: " + LEFT);

        assertThat(RAN).as("recipes that were run").hasSizeGreaterThanOrEqualTo(10);
    }

    /** Whether the tools are here. The program itself, the shell and curl must be. */
    private static boolean canRun(Recipe recipe) throws Exception {
        String program = recipe.program();
        if (List.of("./tocsin", "curl", "echo").contains(program)) {
            return true;
        }
        if (recipe.line().contains("import pandas")) {
            return shell.finds("python3 -c 'import pandas'");
        }
        if (recipe.line().contains("value=avro")) {
            return shell.finds("kcat -V | grep -q Avro");
        }
        return shell.finds("command -v " + program);
    }

    /** The next recipe that says CURSOR means the one that was answered last. */
    private static void keepCursor(String output) throws IOException {
        String last = output.lines().reduce("", (before, line) -> line);
        if (last.startsWith("{\"op\":\"cursor\"")) {
            HERE.put("CURSOR", MAPPER.readTree(last).path("cursor").asText());
        }
    }

    private static void publish() throws Exception {
        String[] towns = TOWNS.split(" ");
        String article = MAPPER.createObjectNode()
                .put("id", "recipe-" + published)
                .put(
                        "text",
                        "A Russian drone hit a power plant in " + towns[published % towns.length]
                                + " on Tuesday, killing three people, the governor said.")
                .put("published", "2026-11-18")
                .toString();
        published++;
        HttpRequest request = HttpRequest.newBuilder(URI.create(HERE.get("http://127.0.0.1:8080") + "/v1/articles"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(article))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    }

    @Test
    void everyAddressIsAnsweredInTheShapeThatIsTold() throws Exception {
        List<Recipe> addresses = recipes.stream().filter(Recipe::isAddress).toList();

        assertThat(addresses).isNotEmpty();
        for (Recipe address : addresses) {
            assertAddressesAnswer(address.with(HERE));
        }
    }

    private static void assertAddressesAnswer(Recipe recipe) throws Exception {
        Matcher address = ADDRESS.matcher(recipe.line());
        while (address.find()) {
            HttpResponse<String> response = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address.group())).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(address.group()).isEqualTo(200);
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (type.startsWith("text/csv")) {
                assertThat(response.body().lines().count()).as(address.group()).isGreaterThan(1);
            } else {
                assertRows(address.group(), MAPPER.readTree(response.body()));
            }
        }
    }

    private static void assertRows(String address, JsonNode answer) {
        if (address.contains("f=geojson")) {
            assertFeatures(answer);
        } else {
            assertThat(answer.path("data")).as(address).isNotEmpty();
        }
        if (address.contains("/v1/aggregates")) {
            answer.path("data").forEach(row -> {
                assertThat(row.path("bucket").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
                assertThat(row.path("value").isNumber()).isTrue();
            });
        }
    }

    private static void assertFeatures(JsonNode collection) {
        assertThat(collection.path("type").asText()).isEqualTo("FeatureCollection");
        assertThat(collection.path("features")).isNotEmpty();
        collection.path("features").forEach(feature -> {
            assertThat(feature.path("type").asText()).isEqualTo("Feature");
            assertThat(feature.path("properties").isObject()).isTrue();
            JsonNode geometry = feature.path("geometry");
            assertThat(geometry.isNull() || geometry.path("coordinates").size() == 2)
                    .as("%s", geometry)
                    .isTrue();
        });
    }

    @Test
    void theTableHasTheColumnsThatRecipesName() throws Exception {
        String table = shell.run(new Recipe("./tocsin export incidents --format csv --to columns.csv"));
        List<String> columns = List.of(table.lines().findFirst().orElseThrow().split(","));

        assertThat(columns).contains("event_type", "killed");
    }

    @Test
    void filesForMapsAreCollectionsOfFeatures() throws Exception {
        String file = shell.run(new Recipe("./tocsin export incidents --format geojson --to map.geojson"));

        assertFeatures(MAPPER.readTree(file));
    }

    @Test
    void theProgramServesTheContractOfEverythingThatGoesInAndOut() throws Exception {
        String document = shell.run(new Recipe("curl http://127.0.0.1:8080/openapi.json").with(HERE));

        assertThat(MAPPER.readTree(document).path("paths").properties())
                .extracting(Map.Entry::getKey)
                .contains(
                        "/v1/articles",
                        "/v1/extract",
                        "/v1/changes",
                        "/v1/stream",
                        "/v1/status",
                        "/asyncapi.json",
                        "/v1/events");
    }
}
