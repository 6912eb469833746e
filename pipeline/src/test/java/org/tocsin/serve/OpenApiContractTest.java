package org.tocsin.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.serve.query.HeldRecords;

/** Holds every route, parameter and answer of a running API to the OpenAPI document that it serves. */
class OpenApiContractTest {
    private static final HeldRecords RECORDS = new HeldRecords();
    private static final Api API = api();
    private static final JsonNode DOCUMENT = document();
    private static final Contract CONTRACT = new Contract(DOCUMENT);

    private static Api api() {
        CodedNews.into(RECORDS);
        return new Api(RECORDS.holdings());
    }

    private static JsonNode document() {
        try {
            return API.json("/openapi.json");
        } catch (Exception e) {
            throw new IllegalStateException("No document is served", e);
        }
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    /** One request: a path with real identifiers and perhaps one parameter, of an operation of the document. */
    record Request(String path, String template) {
        @Override
        public String toString() {
            return path;
        }
    }

    static List<Request> requests() throws Exception {
        Map<String, String> ids = identifiers();
        List<Request> requests = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
            if (!path.getValue().has("get")) {
                continue;
            }
            String address = filled(path.getKey(), ids);
            for (String query : CONTRACT.queries(path.getKey())) {
                requests.add(new Request(query.isEmpty() ? address : address + "?" + query, path.getKey()));
            }
        }
        return requests;
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyAnswerIsOneThatTheDocumentTellsOf(Request request) throws Exception {
        HttpResponse<String> response = API.get(request.path());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        CONTRACT.assertTold("get", request.template(), response);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void everyRefusalIsOneThatTheDocumentTellsOf(Request request) throws Exception {
        String separator = request.path().contains("?") ? "&" : "?";

        HttpResponse<String> response = API.get(request.path() + separator + "unheard_of=1");

        assertThat(response.statusCode()).isEqualTo(400);
        CONTRACT.assertTold("get", request.template(), response);
    }

    @ParameterizedTest
    @MethodSource("itemPaths")
    void whatIsNotThereIsToldAsTheDocumentSays(Request request) throws Exception {
        HttpResponse<String> response = API.get(request.path());

        assertThat(response.statusCode()).isEqualTo(404);
        CONTRACT.assertTold("get", request.template(), response);
    }

    static List<Request> itemPaths() {
        List<Request> requests = new ArrayList<>();
        DOCUMENT.path("paths").properties().forEach(path -> {
            if (path.getKey().contains("{")) {
                requests.add(new Request(path.getKey().replaceAll("\\{[^}]*}", "nothing"), path.getKey()));
            }
        });
        return requests;
    }

    @Test
    void theDocumentNamesEveryOperationOnceAndNoOther() throws Exception {
        Set<String> told = new TreeSet<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> told.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        Set<String> listed = new TreeSet<>();
        API.json("/v1")
                .path("resources")
                .forEach(each -> listed.add(
                        each.path("method").asText() + " " + each.path("path").asText()));

        assertThat(told).isEqualTo(listed).contains("GET /v1/events", "GET /v1", "GET /docs", "GET /openapi.json");
        Set<String> ids = new HashSet<>();
        DOCUMENT.path("paths")
                .forEach(path -> path.forEach(operation -> assertThat(
                                ids.add(operation.path("operationId").asText()))
                        .isTrue()));
    }

    @Test
    void thePageForPeopleIsNoPartOfIt() throws Exception {
        HttpResponse<String> page = API.get("/");

        assertThat(Api.header(page, "Content-Type")).startsWith("text/html");
        assertThat(DOCUMENT.path("paths").has("/")).isFalse();
        assertThat(DOCUMENT.at("/info/description").asText()).contains("GET / is the page");
    }

    @Test
    void everySchemaIsAJsonSchemaAndEveryReferenceLeadsSomewhere() {
        JsonSchema meta =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));
        DOCUMENT.at("/components/schemas")
                .properties()
                .forEach(schema -> assertThat(meta.validate(schema.getValue()))
                        .as(schema.getKey())
                        .isEmpty());
        for (JsonNode reference : DOCUMENT.findValues("$ref")) {
            assertThat(DOCUMENT.at(reference.asText().substring(1)).isObject())
                    .as(reference.asText())
                    .isTrue();
        }
    }

    @Test
    void recordsAreDescribedInTheWordsOfTheirAvroSchemas() {
        assertThat(DOCUMENT.at("/components/schemas/Strike/properties/attacker/description")
                        .asText())
                .isEqualTo("Who attacked; null where the text does not say.");
        assertThat(DOCUMENT.at("/components/schemas/Incident/properties/confidence/anyOf/0/type")
                        .asText())
                .isEqualTo("number");
        assertThat(DOCUMENT.at("/components/schemas/EventStatus/enum").toString())
                .contains("OCCURRED");
    }

    @Test
    void everyTypeOfEventWasSeen() throws Exception {
        Set<String> types = new HashSet<>(Api.ids(API.json("/v1/events?limit=1000"), "event_type"));

        assertThat(types).containsExactlyInAnyOrder("casualty", "interception", "statement", "strike", "territory");
    }

    private static Map<String, String> identifiers() throws Exception {
        Map<String, String> ids = new HashMap<>();
        ids.put("event_id", Api.ids(API.json("/v1/events"), "event_id").get(0));
        ids.put("incident_id", Api.ids(API.json("/v1/incidents"), "incident_id").get(0));
        JsonNode event = API.json("/v1/events/" + ids.get("event_id")).path("data");
        ids.put("key", event.path("published_at").asText() + "/" + ids.get("event_id"));
        return ids;
    }

    private static String filled(String template, Map<String, String> ids) {
        String path = template.replace("{name}", template.startsWith("/schemas") ? "Strike" : "event-by-time");
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return path;
    }
}
