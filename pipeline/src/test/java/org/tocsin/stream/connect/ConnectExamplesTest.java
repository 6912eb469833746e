package org.tocsin.stream.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.EventView;
import org.tocsin.incident.OfflineResolver;
import org.tocsin.schema.Incident;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topics;

/** Holds the examples of deploy/connect to the topics: what Kafka Connect's transformations make of real records goes into a real PostgreSQL. */
class ConnectExamplesTest {
    private static final Path FILES = Path.of("../deploy/connect");
    private static final Instant PUBLISHED = Instant.parse("2025-03-12T00:00:00Z");
    private static final NewsArticle ARTICLE = new NewsArticle(
            "a1",
            "",
            "A Russian drone hit a bakery in Kherson on Tuesday, killing two people and wounding five, the mayor said."
                    + " Ukrainian air defence shot down 12 drones over Odesa Oblast overnight, the air force said."
                    + " Ukraine's foreign minister accused Russia of shelling hospitals on Tuesday."
                    + " Rebels seized the town of Goma on Monday, officials said.",
            PUBLISHED,
            "https://news.example/a1",
            "Northline Wire");
    private static final List<SpecificRecord> EVENTS = EnglishNews.coder().code(ARTICLE);

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.start();
        try (Connection db = connect();
                Statement all = db.createStatement()) {
            all.execute(Files.readString(FILES.resolve("postgresql.sql")));
        }
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void everyEventBecomesARowOfItsTableAndARetractionRemovesIt() throws Exception {
        assertThat(EVENTS.stream().map(event -> EventView.of(event).type()).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        EventTypes.ALL.stream().map(EventType::name).toList());

        try (SinkRecords sink = new SinkRecords("postgresql-events.json");
                Connection db = connect()) {
            for (SpecificRecord event : EVENTS) {
                EventView told = EventView.of(event);
                SinkRecord record = sink.of("events." + told.type(), told.id(), event);
                assertThat(record.topic()).isEqualTo(told.type());
                write(db, record, "event_id");
                write(db, record, "event_id");
                assertThat(count(db, told.type(), told.id())).isEqualTo(1);
            }
            assertThat(cell(db, "SELECT killed_best FROM casualty")).isEqualTo(2);
            assertThat(cell(db, "SELECT place_name FROM strike")).isEqualTo("Kherson");
            assertThat(cell(db, "SELECT date_start FROM strike")).hasToString("2025-03-11");
            assertThat(cell(db, "SELECT attacker_country FROM strike")).isEqualTo("RU");
            for (SpecificRecord event : EVENTS) {
                EventView told = EventView.of(event);
                write(db, sink.of("events." + told.type(), told.id(), null), "event_id");
                assertThat(count(db, told.type(), told.id())).isZero();
            }
        }
    }

    @Test
    void everyIncidentBecomesARow() throws Exception {
        OfflineResolver resolver = new OfflineResolver();
        resolver.add(ARTICLE, PUBLISHED, EVENTS);

        try (SinkRecords sink = new SinkRecords("postgresql-incidents.json");
                Connection db = connect()) {
            for (Incident incident : resolver.incidentsAsOf(Instant.MAX)) {
                write(db, sink.of("incidents", incident.getIncidentId(), incident), "incident_id");
            }

            assertThat(cell(db, "SELECT killed_best FROM incidents WHERE event_type = 'strike'"))
                    .isEqualTo(2);
            assertThat(cell(db, "SELECT count(*) FROM incidents WHERE known_at = '2025-03-12 00:00:00+00'"))
                    .isEqualTo((long) resolver.incidentsAsOf(Instant.MAX).size());
        }
    }

    @Test
    void theTablesHaveAColumnForEachFieldAndNoOther() throws Exception {
        try (SinkRecords events = new SinkRecords("postgresql-events.json");
                SinkRecords incidents = new SinkRecords("postgresql-incidents.json");
                Connection db = connect()) {
            for (SpecificRecord event : EVENTS) {
                String type = EventView.of(event).type();
                assertThat(columns(db, type))
                        .containsExactlyInAnyOrderElementsOf(fields(events.of("events." + type, "k", event)));
            }
            OfflineResolver resolver = new OfflineResolver();
            resolver.add(ARTICLE, PUBLISHED, EVENTS);
            Incident incident = resolver.incidentsAsOf(Instant.MAX).get(0);
            assertThat(columns(db, "incidents"))
                    .containsExactlyInAnyOrderElementsOf(fields(incidents.of("incidents", "k", incident)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql-events.json", "postgresql-incidents.json", "opensearch.json", "iceberg.json"})
    void everySinkReadsTopicsThatThereAreAndOnlyWhatIsCommitted(String file) throws Exception {
        Map<String, String> settings = SinkRecords.settings(file);

        try (Topics topics = PipelineConfig.of(
                        Map.of("bootstrap.servers", "nowhere:1", PipelineConfig.REGISTRY_URL, "mock://connect"))
                .topics()) {
            List<String> names = new ArrayList<>(
                    topics.events().values().stream().map(topic -> topic.name()).toList());
            names.add(topics.incidents().name());
            names.add(topics.incidentRevisions().name());
            assertThat(names)
                    .contains(Objects.requireNonNull(settings.get("topics")).split(","));
        }
        assertThat(settings).containsEntry("consumer.override.isolation.level", "read_committed");
        assertThat(settings.entrySet().stream()
                        .filter(setting -> setting.getKey().matches(".*(password|secret|key-id).*")))
                .isNotEmpty()
                .allSatisfy(setting -> assertThat(setting.getValue()).startsWith("${file:"));
    }

    private static Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** Writes a record as a JDBC sink does: an upsert by the key, a delete for a record without a value. */
    private static void write(Connection db, SinkRecord record, String key) throws SQLException {
        String table = '"' + record.topic() + '"';
        if (record.value() == null) {
            try (PreparedStatement delete = db.prepareStatement("DELETE FROM " + table + " WHERE " + key + " = ?")) {
                delete.setObject(1, record.key());
                delete.executeUpdate();
            }
            return;
        }
        Map<String, @Nullable Object> row = row(record);
        row.put(key, record.key());
        String names = row.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(", "));
        String marks = row.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
        String news = row.keySet().stream()
                .map(name -> '"' + name + "\" = EXCLUDED.\"" + name + '"')
                .collect(Collectors.joining(", "));
        try (PreparedStatement upsert = db.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + marks
                + ") ON CONFLICT (" + key + ") DO UPDATE SET " + news)) {
            int at = 1;
            for (Object cell : row.values()) {
                upsert.setObject(at++, cell instanceof Date time ? timed(time) : cell);
            }
            upsert.executeUpdate();
        }
    }

    private static Timestamp timed(Date time) {
        return new Timestamp(time.getTime());
    }

    private static Map<String, @Nullable Object> row(SinkRecord record) {
        Struct value = (Struct) record.value();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (Field field : value.schema().fields()) {
            assertThat(field.schema().type())
                    .as(field.name())
                    .isNotIn(Schema.Type.ARRAY, Schema.Type.MAP, Schema.Type.STRUCT);
            row.put(field.name(), value.get(field));
        }
        return row;
    }

    private static List<String> fields(SinkRecord record) {
        return record.valueSchema().fields().stream().map(Field::name).toList();
    }

    private static List<String> columns(Connection db, String table) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet found = db.getMetaData().getColumns(null, "public", table, null)) {
            while (found.next()) {
                names.add(found.getString("COLUMN_NAME"));
            }
        }
        return names;
    }

    private static int count(Connection db, String table, String id) throws SQLException {
        try (PreparedStatement query =
                db.prepareStatement("SELECT count(*) FROM \"" + table + "\" WHERE event_id = ?")) {
            query.setString(1, id);
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private static Object cell(Connection db, String query) throws SQLException {
        try (Statement statement = db.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getObject(1);
        }
    }
}
