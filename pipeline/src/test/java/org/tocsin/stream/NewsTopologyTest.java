package org.tocsin.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.event.EventTypes;
import org.tocsin.event.EventView;
import org.tocsin.incident.IncidentChange;
import org.tocsin.rollup.RollupClock;
import org.tocsin.rollup.RollupDimension;
import org.tocsin.rollup.RollupKey;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.Article;
import org.tocsin.schema.Casualty;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.RollupTotals;

class NewsTopologyTest {
    private static final String KILLED_IN_UKRAINE =
            new RollupKey(RollupClock.OCCURRED, RollupDimension.COUNTRY, "2026-11-18", "strike", "UA").encode();

    @TempDir
    Path state;

    private TestStream stream;

    @BeforeEach
    void open() {
        stream = new TestStream(state);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void writesEventsToTheTopicsOfTheirTypesUnderTheirIdentifiers() {
        stream.publish("a", "strike Hlukhiv\ntoll Hlukhiv 9");

        KeyValue<String, SpecificRecord> strike = only(stream.events("strike"));
        assertThat(strike.key).isEqualTo(EventView.of(strike.value).id());
        KeyValue<String, SpecificRecord> toll = only(stream.events("casualty"));
        assertThat(((Casualty) toll.value).getKilled().getBest()).isEqualTo(9);
        assertThat(stream.events("statement")).isEmpty();
    }

    @Test
    void keepsTheEventsThatStandInTheOrderOfTheirTime() {
        stream.publish("late", "strike Hlukhiv");
        stream.publish(Article.newBuilder(TestStream.article("early", "strike Shostka"))
                .setPublishedAt(TestStream.PUBLISHED.minusSeconds(60))
                .build());

        assertThat(stream.storedEvents().values())
                .extracting(event -> event.getArticleId())
                .containsExactly("early", "late");
        assertThat(stream.storedEvents().keySet()).allMatch(key -> key.startsWith("2026-11-18T"));
    }

    @Test
    void publishingTheSameArticleAgainChangesNothing() {
        stream.publish("a", "strike Hlukhiv\ntoll Hlukhiv 9");
        drain();
        Map<String, RollupTotals> before = stream.rollups();

        stream.publish("a", "strike Hlukhiv\ntoll Hlukhiv 9");

        assertThat(stream.events("strike")).isEmpty();
        assertThat(stream.events("casualty")).isEmpty();
        assertThat(stream.incidents()).isEmpty();
        assertThat(stream.rollups()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void aChangedArticleRetractsTheEventsThatAreGoneAndWritesTheNewOnes() {
        stream.publish("a", "strike Hlukhiv");
        String gone = only(stream.events("strike")).key;

        stream.publish("a", "strike Shostka");

        Map<String, SpecificRecord> written = byKey(stream.events("strike"));
        assertThat(written).hasSize(2).containsEntry(gone, null);
        assertThat(stream.storedEvents()).hasSize(1);
        assertThat(stream.storedEvents().keySet()).noneMatch(key -> key.endsWith(gone));
    }

    @Test
    void aChangedArticleLeavesEventsThatStayAsTheyAre() {
        stream.publish("a", "strike Hlukhiv\ntoll Hlukhiv 9");
        drain();

        stream.publish("a", "strike Hlukhiv\ntoll Hlukhiv 11");

        assertThat(stream.events("strike")).isEmpty();
        assertThat(((Casualty) only(stream.events("casualty")).value)
                        .getKilled()
                        .getBest())
                .isEqualTo(11);
    }

    @Test
    void marksTheFirstReportOfAnEventAndNoLaterOneWhateverTheArticleBringsAlong() {
        stream.publish("a", "toll Hlukhiv 9");
        stream.publish("a", "toll Hlukhiv 11");
        stream.publish("a", "strike Hlukhiv");
        stream.publish("a", "toll Hlukhiv 12");

        assertThat(stream.firstReports("casualty")).containsExactly(true, false, false, true);
    }

    @Test
    void everyRecordIsACloudEventOfItsOwnWhateverTheArticleBringsAlong() {
        Topic<String, SpecificRecord> strikes = stream.topics().eventsOf(EventTypes.named("strike"));

        stream.publish("a", "strike Hlukhiv");
        stream.delete("a");

        List<Map<String, String>> headers = stream.headers(strikes);
        assertThat(headers).hasSize(2);
        Map<String, String> written = headers.get(0);
        String key = written.get("ce_subject");
        assertThat(written)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", key + "/0-0")
                .containsEntry("ce_source", "/tocsin/events.strike")
                .containsEntry("ce_type", "org.tocsin.event.strike")
                .containsEntry("content-type", "application/vnd.confluent.avro")
                .containsEntry("traceparent", "00-1-2-01")
                .doesNotContainKey("ce_partitionkey");
        assertThat(Instant.parse(written.get("ce_time"))).isAfter(Instant.EPOCH);
        assertThat(headers.get(1))
                .containsEntry("ce_id", key + "/0-1")
                .containsEntry("ce_type", "org.tocsin.event.strike.retracted")
                .doesNotContainKey("content-type");
        assertThat(stream.headers(stream.topics().incidents()))
                .extracting(each -> each.get("ce_type"))
                .containsExactly("org.tocsin.incident", "org.tocsin.incident.retracted");
        List<Map<String, String>> revisions = stream.headers(stream.topics().incidentRevisions());
        assertThat(revisions)
                .extracting(each -> each.get("ce_id"))
                .containsExactly(
                        revisions.get(0).get("ce_subject") + "/1",
                        revisions.get(0).get("ce_subject") + "/2");
        assertThat(revisions).extracting(each -> each.get("ce_type")).containsOnly("org.tocsin.incident.revision");
    }

    @Test
    void reportsOfTwoOutletsMeetInOneIncidentAndTheTotalsFollowTheCorrection() {
        stream.publish("first", "strike Hlukhiv\ntoll Hlukhiv 7");
        assertThat(totalOfUkraine().getKilledBest()).isEqualTo(7);

        stream.publish(Article.newBuilder(TestStream.article("second", "strike Hlukhiv\ntoll Hlukhiv 9"))
                .setSource("Harbour Post")
                .setPublishedAt(TestStream.PUBLISHED.plusSeconds(3600))
                .build());

        Incident latest = stream.incidents().get(1).value;
        assertThat(latest.getArticleIds()).containsExactly("first", "second");
        assertThat(latest.getKilled().getBest()).isEqualTo(9);
        RollupTotals total = totalOfUkraine();
        assertThat(total.getEvents()).isEqualTo(1);
        assertThat(total.getKilledBest()).isEqualTo(9);
    }

    @Test
    void deletingAnArticleRetractsItsEventsItsIncidentAndItsShareOfEveryTotal() {
        stream.publish("a", "strike Hlukhiv\ntoll Hlukhiv 9\nstrike El-Fasher");
        int events = stream.events("strike").size() + stream.events("casualty").size();
        stream.incidents();
        stream.revisions();

        stream.delete("a");

        assertThat(events).isEqualTo(3);
        assertThat(stream.events("strike")).hasSize(2).allMatch(event -> event.value == null);
        assertThat(stream.events("casualty")).hasSize(1).allMatch(event -> event.value == null);
        assertThat(stream.incidents()).hasSize(2).allMatch(incident -> incident.value == null);
        assertThat(stream.revisions())
                .hasSize(2)
                .allMatch(revision -> revision.value.getRevisionStatus() == RevisionStatus.RETRACTED);
        assertThat(stream.rollups()).isEmpty();
        assertThat(stream.storedEvents()).isEmpty();
    }

    @Test
    void deletingAnArticleTwiceOrOneThatNeverCameChangesNothing() {
        stream.publish("a", "strike Hlukhiv");
        stream.delete("a");
        drain();

        stream.delete("a");
        stream.delete("never seen");

        assertThat(stream.events("strike")).isEmpty();
        assertThat(stream.incidents()).isEmpty();
        assertThat(stream.deadLetters()).isEmpty();
    }

    @Test
    void anArticleThatMovesToAnotherCountryLeavesNothingInTheFirst() {
        stream.publish("a", "strike Hlukhiv\ntoll Hlukhiv 9");

        stream.publish("a", "strike El-Fasher\ntoll El-Fasher 4");

        assertThat(stream.rollups()).doesNotContainKey(KILLED_IN_UKRAINE).isNotEmpty();
        assertThat(stream.rollups()).isEqualTo(recomputed());
    }

    @Test
    void theTotalsAreThoseOfTheIncidentsThatStand() {
        for (int i = 0; i < 40; i++) {
            String place = i % 3 == 0 ? "Shostka" : i % 3 == 1 ? "Hlukhiv" : "El-Fasher";
            stream.publish("article " + i % 17, "strike " + place + "\ntoll " + place + " " + (i % 5));
            if (i % 7 == 6) {
                stream.delete("article " + i % 11);
            }
        }

        assertThat(stream.rollups()).isNotEmpty().isEqualTo(recomputed());
    }

    @Test
    void theTopologyIsTheReviewedOne() throws IOException {
        PipelineConfig config = TestStream.config(state);
        String now;
        try (Topics topics = config.topics()) {
            now = new NewsTopology(config, topics, ScriptedCoder::coder)
                    .build()
                    .describe()
                    .toString();
        }

        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(Path.of("src/test/resources/org/tocsin/stream/topology.txt"), now);
        }
        assertThat(now)
                .as("if the change is meant, write the file anew with -Dgolden.write=true and have the diff reviewed")
                .isEqualTo(golden());
    }

    /** The totals of the incidents as their topic tells them from the beginning. */
    private Map<String, RollupTotals> recomputed() {
        Map<String, Incident> standing = byKey(stream.incidents());
        Map<String, RollupTotals> totals = new TreeMap<>();
        for (Incident incident : standing.values()) {
            if (incident != null) {
                Rollups.change(new IncidentChange(null, incident))
                        .forEach((key, change) -> totals.merge(key.encode(), change, Rollups::add));
            }
        }
        return totals;
    }

    private RollupTotals totalOfUkraine() {
        return Objects.requireNonNull(stream.rollups().get(KILLED_IN_UKRAINE));
    }

    private void drain() {
        stream.events("strike");
        stream.events("casualty");
        stream.incidents();
        stream.revisions();
    }

    private static <V> KeyValue<String, V> only(List<KeyValue<String, V>> items) {
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private static <V> Map<String, V> byKey(List<KeyValue<String, V>> items) {
        Map<String, V> latest = new TreeMap<>();
        items.forEach(item -> latest.put(item.key, item.value));
        return latest;
    }

    private static String golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(NewsTopologyTest.class.getResourceAsStream("topology.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
