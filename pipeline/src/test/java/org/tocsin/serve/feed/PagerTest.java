package org.tocsin.serve.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.incident.Reports;
import org.tocsin.schema.Incident;
import org.tocsin.schema.Method;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Filters;

class PagerTest {
    private static final Filter DRONES = Filters.of("methods", Set.of("DRONE"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void chainedPagesTellEachChangeOnceWhetherFromTheRingOrFromTheTopic(long seed) throws Exception {
        Random random = new Random(seed);
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 3, 1 + random.nextInt(30));
        topic.log.atOnce = 1 + random.nextInt(20);
        List<String> told = new ArrayList<>();
        List<String> read = new ArrayList<>();
        String cursor = topic.now();

        for (int step = 0; step < 300; step++) {
            String id = "e" + step;
            boolean drone = random.nextBoolean();
            topic.tell(id, strike(id, drone ? Method.DRONE : Method.MISSILE), true);
            told.addAll(drone ? List.of(id) : List.of());
            if (random.nextInt(20) == 0) {
                cursor = page(topic, cursor, 1 + random.nextInt(8), read).cursor();
            }
        }
        ChangesPage last = page(topic, cursor, 7, read);
        while (last.more()) {
            last = page(topic, last.cursor(), 7, read);
        }

        assertThat(read).containsExactlyInAnyOrderElementsOf(told);
        assertThat(page(topic, last.cursor(), 7, read).edits()).isEmpty();
        assertThat(topic.log.consumersOpen).isZero();
    }

    @Test
    void aPageEndsWithWhatIsThereWhenItIsAskedFor() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 2, 100);
        topic.tell("a", strike("a", Method.DRONE), true);
        topic.tell("b", strike("b", Method.DRONE), true);

        ChangesPage first = page(topic, topic.beginning(), 1, new ArrayList<>());
        ChangesPage rest = page(topic, first.cursor(), 10, new ArrayList<>());

        assertThat(first.edits()).hasSize(1);
        assertThat(first.more()).isTrue();
        assertThat(rest.edits()).hasSize(1);
        assertThat(rest.more()).isFalse();
        assertThat(rest.cursor()).isEqualTo(topic.now());
    }

    @Test
    void aMomentStandsForTheFirstRecordOfThatTimeOrLater() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 1, 100);
        for (int i = 0; i < 5; i++) {
            topic.tell("e" + i, strike("e" + i, Method.DRONE), true);
        }
        PastReader reader = topic.past.open(topic.log.topics, Duration.ZERO).orElseThrow();

        assertThat(reader.at(Instant.ofEpochMilli(0)).next(0)).isZero();
        assertThat(reader.at(Instant.ofEpochMilli(2_500)).next(0)).isEqualTo(3);
        assertThat(reader.at(Instant.parse("2099-01-01T00:00:00Z"))).isEqualTo(reader.end());
    }

    @Test
    void mergedAndRetractedIncidentsAreDeleted() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.INCIDENTS, 1, 100);
        topic.tell("i1", incident("i1", 1, RevisionStatus.NEW).build(), false);
        topic.tell("i2", incident("i2", 1, RevisionStatus.NEW).build(), false);
        topic.tell("i1", incident("i1", 2, RevisionStatus.RETRACTED).build(), false);
        topic.tell(
                "i2",
                incident("i2", 2, RevisionStatus.MERGED).setMergedInto("i3").build(),
                false);

        ChangesPage page = topic.pager(topic.beginning(), Filter.NONE, 10).fromRing();

        assertThat(page.edits())
                .extracting(edit -> edit.getClass().getSimpleName() + " " + edit.id())
                .containsExactly("Upsert i1", "Upsert i2", "Delete i1", "Delete i2");
    }

    @Test
    void aPositionOfOtherTopicsIsLostAndAWrongOneRefused() {
        FeedTopics topics = new TopicLog(FeedCollection.EVENTS, 2).topics;
        String position = topics.write(new Position(new long[] {5, 300_000_000_000L}));

        assertThat(topics.read(position)).isEqualTo(new Position(new long[] {5, 300_000_000_000L}));
        assertThat(position).hasSizeLessThan(24).matches("[A-Za-z0-9_-]+");
        FeedTopics other = new FeedTopics(
                FeedCollection.EVENTS,
                List.of(new FeedTopics.Source("events.topic", org.apache.kafka.common.Uuid.randomUuid(), 2)));
        assertThatThrownBy(() -> other.read(position)).isInstanceOf(PositionLost.class);
        FeedTopics incidents = new TopicLog(FeedCollection.INCIDENTS, 2).topics;
        for (String wrong : List.of("", "x", "!!", position.substring(0, 10), position + "AA", "AQ")) {
            assertThatThrownBy(() -> topics.read(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> incidents.read(position)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void partitionsThatATopicHasGotSinceBeginAtTheirFirstRecord() {
        String position = new TopicLog(FeedCollection.EVENTS, 2).topics.write(new Position(new long[] {5, 7}));

        assertThat(new TopicLog(FeedCollection.EVENTS, 3).topics.read(position))
                .isEqualTo(new Position(new long[] {5, 7, 0}));
    }

    private static ChangesPage page(FollowedTopic topic, String since, int limit, List<String> read) throws Exception {
        Pager pager = topic.pager(since, DRONES, limit);
        ChangesPage page;
        if (pager.isInRing()) {
            page = pager.fromRing();
        } else {
            PastReader reader = topic.past.open(topic.log.topics, Duration.ZERO).orElseThrow();
            page = pager.from(reader);
            topic.past.giveBack(reader);
        }
        assertThat(page.edits()).hasSizeLessThanOrEqualTo(limit);
        page.edits().forEach(edit -> read.add(edit.id()));
        return page;
    }

    private static SpecificRecord strike(String id, Method method) {
        return Reports.strike(id, Reports.HLUKHIV).setMethod(method).build();
    }

    private static Incident.Builder incident(String id, int revision, RevisionStatus status) {
        return Incident.newBuilder()
                .setIncidentId(id)
                .setEventType("strike")
                .setRevision(revision)
                .setRevisionStatus(status);
    }
}
