package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventTypes;
import org.tocsin.event.EventView;
import org.tocsin.schema.Strike;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Codes again what the pipeline coded, on a real broker. */
@TestMethodOrder(OrderAnnotation.class)
class ReplayIT {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<NewsArticle> ARTICLES = List.of(
            article(
                    "replay-1",
                    "A Russian drone hit a power plant in Kharkiv on Tuesday, killing three people, the governor said."),
            article(
                    "replay-2",
                    "A Russian missile struck a school in Odesa on Tuesday, wounding five people, police said."),
            article(
                    "replay-3",
                    "A Russian drone hit a hospital in Sumy on Tuesday, killing two nurses, the mayor said."));

    @TempDir
    static Path folder;

    private static Demo demo;
    private static Path properties;

    private static NewsArticle article(String id, String text) {
        return new NewsArticle(id, "", text, Instant.parse("2026-11-18T10:00:00Z"), null, "Northline Wire");
    }

    @BeforeAll
    static void start() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        demo = Demo.start(data, 0, new PrintWriter(new StringWriter()));
        demo.introduce();
        demo.process(ARTICLES);
        properties = data.resolve("tocsin.properties");
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    private static Run replay(String... arguments) {
        List<String> all = new ArrayList<>(List.of("replay", "--config", properties.toString()));
        all.addAll(List.of(arguments));
        return Run.of(all.toArray(String[]::new));
    }

    @Order(1)
    @Test
    void theSameVersionFindsNoDifference() {
        Run run = replay();

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.err()).contains("3 articles coded again");
        assertThat(run.out()).doesNotContain("+ ", "- ", "~ ");
        assertThat(run.out().lines().filter(line -> line.startsWith("strike")).toList())
                .singleElement()
                .satisfies(line -> assertThat(line.split("\\s+")).containsExactly("strike", "3", "0", "0", "0"));
    }

    @Order(2)
    @Test
    void aRangeByOffsetTimeAndLimitIsKept() {
        assertThat(replay("--limit", "1").err()).contains("1 articles coded again");
        assertThat(replay("--to", "0").err()).contains("0 articles coded again");
        assertThat(replay("--from", "2999-01-01").err()).contains("0 articles coded again");
        assertThat(replay("--from", "2020-01-01", "--to", "2999-01-01").err()).contains("3 articles coded again");
        Run wrong = replay("--from", "yesterday");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("--from: 'yesterday' is neither an offset");
    }

    /** An older version is played: it said one strike otherwise, did not know one, and knew one that is none. */
    @Order(3)
    @Test
    void whatAnOlderVersionSaidOtherwiseIsPrinted() throws Exception {
        Strike changed = strikeOf(ARTICLES.get(0));
        Strike unknown = strikeOf(ARTICLES.get(1));
        Strike gone = strikeOf(ARTICLES.get(2));
        String goneId = "strike-00000000000000000000";
        changed.put("rule", "an-older-rule");
        gone.put("event_id", goneId);
        gone.put("evidence_starts", List.of(999));
        publish(changed.getEventId(), changed);
        publish(unknown.getEventId(), null);
        publish(goneId, gone);

        Run table = replay();
        Run lines = replay("--format", "jsonl");
        Run ignoring = replay("--ignore", "rule");

        assertThat(table.out())
                .contains("~ ", "    rule: an-older-rule -> ", "+ ", "- ")
                .contains("[replay-1]", "[replay-2]", "[replay-3]");
        List<String> kinds = new ArrayList<>();
        for (String line : lines.out().lines().toList()) {
            JsonNode difference = MAPPER.readTree(line);
            kinds.add(difference.path("change").asText() + " "
                    + difference.path("article_id").asText());
        }
        assertThat(kinds).containsExactlyInAnyOrder("changed replay-1", "added replay-2", "gone replay-3");
        assertThat(lines.err()).contains("strike");
        assertThat(ignoring.out()).doesNotContain("an-older-rule");
    }

    private static Strike strikeOf(NewsArticle article) {
        Coder coder = EnglishNews.coder();
        return coder.code(article).stream()
                .filter(event -> EventView.of(event).type().equals("strike"))
                .map(Strike.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static void publish(String id, @Nullable SpecificRecord event) throws Exception {
        PipelineConfig config = PipelineConfig.load(properties, Map.of());
        try (Topics topics = config.topics()) {
            Topic<String, SpecificRecord> topic = topics.eventsOf(EventTypes.named("strike"));
            try (KafkaProducer<String, SpecificRecord> producer = new KafkaProducer<>(
                    config.producer(), new StringSerializer(), topic.values().serializer())) {
                producer.send(new ProducerRecord<>(topic.name(), id, event)).get();
            }
        }
    }
}
