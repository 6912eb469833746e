package org.tocsin.serve.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.incident.Reports;
import org.tocsin.schema.Method;
import org.tocsin.schema.Strike;
import org.tocsin.serve.feed.Subscription.Step;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Filters;

class SubscriptionTest {
    private static final Filter DRONES = Filters.of("methods", Set.of("DRONE"));
    private static final Duration NOW = Duration.ZERO;

    @Test
    void beginsWithWhatComesNow() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 2, 100);
        topic.tell("before", strike("before", Method.DRONE), true);

        Subscription subscription = topic.subscribe(Optional.empty(), Filter.NONE);
        topic.tell("after", strike("after", Method.DRONE), true);

        assertThat(edits(subscription)).extracting(Edit::id).containsExactly("after");
    }

    @Test
    void anItemThatNoLongerMeetsTheFilterIsDeletedAndOneThatNeverDidIsNot() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 1, 100);
        Subscription subscription = topic.subscribe(Optional.empty(), DRONES);

        topic.tell("a", strike("a", Method.DRONE), true);
        topic.tell("b", strike("b", Method.MISSILE), true);
        topic.tell("a", strike("a", Method.MISSILE), false);
        topic.tell("a", strike("a", Method.ROCKET), false);
        topic.tell("b", null, false);
        topic.tell("a", strike("a", Method.DRONE), false);
        topic.tell("a", null, false);

        assertThat(edits(subscription))
                .extracting(edit -> edit.getClass().getSimpleName() + " " + edit.id())
                .containsExactly("Upsert a", "Delete a", "Upsert a", "Delete a");
    }

    @Test
    void whatIsNotKnownToHaveMissedTheFilterBeforeIsDeleted() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 1, 1);
        topic.tell("a", strike("a", Method.DRONE), true);
        topic.tell("other", strike("other", Method.DRONE), true);
        Subscription subscription = topic.subscribe(Optional.empty(), DRONES);

        topic.tell("a", strike("a", Method.MISSILE), false);

        assertThat(edits(subscription)).singleElement().isInstanceOf(Edit.Delete.class);
    }

    @Test
    void aRecordThatCannotBeReadIsPassedOver() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 1, 100);
        Subscription live = topic.subscribe(Optional.empty(), Filter.NONE);
        topic.tell("a", strike("a", Method.DRONE), true);
        topic.tellPoison("bad");
        topic.tell("b", strike("b", Method.DRONE), true);

        assertThat(edits(live)).extracting(Edit::id).containsExactly("a", "b");
        assertThat(edits(topic.subscribe(Optional.of(topic.beginning()), Filter.NONE)))
                .extracting(Edit::id)
                .containsExactly("a", "b");
    }

    @Test
    void whoIsSlowerThanTheRingIsCutAndCanGoOnFromThere() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 1, 3);
        Subscription slow = topic.subscribe(Optional.empty(), Filter.NONE);
        topic.tell("a", strike("a", Method.DRONE), true);
        assertThat(edits(slow)).hasSize(1);
        for (int i = 0; i < 5; i++) {
            topic.tell("b" + i, strike("b" + i, Method.DRONE), true);
        }

        assertThat(slow.next(NOW)).isInstanceOf(Step.Cut.class);

        Subscription again = topic.subscribe(Optional.of(slow.position()), Filter.NONE);
        assertThat(edits(again)).extracting(Edit::id).containsExactly("b0", "b1", "b2", "b3", "b4");
    }

    @Test
    void aPositionThatTheTopicsNoLongerHoldIsLost() {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 1, 2);
        for (int i = 0; i < 9; i++) {
            topic.tell("a" + i, strike("a" + i, Method.DRONE), true);
        }
        topic.log.keep(4);
        Subscription subscription = topic.subscribe(Optional.of(topic.beginning()), Filter.NONE);

        assertThatThrownBy(() -> subscription.next(NOW))
                .isInstanceOf(PositionLost.class)
                .hasMessageContaining("topic")
                .hasMessageContaining("deleted");
        subscription.close();
        assertThat(topic.log.consumersOpen).isZero();
    }

    @Test
    void readersOfThePastAreFewAndGivenBackWhenTheyHaveCaughtUp() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 1, 2);
        for (int i = 0; i < 9; i++) {
            topic.tell("a" + i, strike("a" + i, Method.DRONE), true);
        }
        topic.log.atOnce = 1;
        List<Subscription> three = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            three.add(topic.subscribe(Optional.of(topic.beginning()), Filter.NONE));
            three.get(i).next(NOW);
        }

        assertThat(topic.log.consumersOpen).isEqualTo(2);

        for (Subscription subscription : three) {
            assertThat(edits(subscription)).isNotEmpty();
        }
        assertThat(topic.log.consumersOpen).isZero();
    }

    @Test
    void theEndOfTheFeedIsTold() throws Exception {
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 1, 2);
        Subscription subscription = topic.subscribe(Optional.empty(), Filter.NONE);
        topic.tell("a", strike("a", Method.DRONE), true);
        topic.ring.close();

        assertThat(edits(subscription)).hasSize(1);
        assertThat(subscription.next(NOW)).isInstanceOf(Step.Ended.class);
    }

    /** The reader breaks off again and again, at moments that the seed draws, and goes on from the last position it saw. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void cutsLoseAndDoubleNothing(long seed) throws Exception {
        Random random = new Random(seed);
        FollowedTopic topic = new FollowedTopic(FeedCollection.EVENTS, 3, 1 + random.nextInt(40));
        topic.log.atOnce = 1 + random.nextInt(30);
        Map<String, SpecificRecord> standing = new TreeMap<>();
        List<String> upserts = new ArrayList<>();
        Reader reader = new Reader(topic);

        for (int step = 0; step < 600; step++) {
            String id = "e" + random.nextInt(60);
            SpecificRecord item =
                    random.nextInt(5) == 0 ? null : strike(id, random.nextBoolean() ? Method.DRONE : Method.MISSILE);
            if (item != null || standing.containsKey(id)) {
                topic.tell(id, item, !standing.containsKey(id));
                if (item == null) {
                    standing.remove(id);
                } else {
                    standing.put(id, item);
                    upserts.addAll(isDrone(item) ? List.of(id) : List.of());
                }
            }
            if (random.nextInt(7) == 0) {
                reader.step();
            }
            if (random.nextInt(25) == 0) {
                reader.cut(random);
            }
        }
        reader.catchUp();

        standing.values().removeIf(item -> !isDrone(item));
        assertThat(reader.held.keySet()).isEqualTo(standing.keySet());
        assertThat(reader.held.equals(standing)).as("the same versions").isTrue();
        assertThat(reader.upserted).containsExactlyInAnyOrderElementsOf(upserts);
    }

    /** One who keeps the items of a filter, and breaks off. */
    private static final class Reader {
        final Map<String, SpecificRecord> held = new TreeMap<>();
        final List<String> upserted = new ArrayList<>();
        private final FollowedTopic topic;
        private String last;
        private Subscription subscription;

        Reader(FollowedTopic topic) {
            this.topic = topic;
            last = topic.now();
            subscription = topic.subscribe(Optional.of(last), DRONES);
        }

        boolean step() throws Exception {
            Step step = subscription.next(NOW);
            if (step instanceof Step.Edits some) {
                some.edits().forEach(this::apply);
                return !some.edits().isEmpty();
            }
            begin();
            return true;
        }

        /** Some of what comes next is sent, but the connection breaks in between. */
        void cut(Random random) throws Exception {
            if (subscription.next(NOW) instanceof Step.Edits some
                    && !some.edits().isEmpty()) {
                some.edits().subList(0, random.nextInt(some.edits().size() + 1)).forEach(this::apply);
            }
            begin();
        }

        void catchUp() throws Exception {
            int idle = 0;
            while (idle < 3) {
                idle = step() ? 0 : idle + 1;
            }
        }

        private void begin() {
            subscription.close();
            subscription = topic.subscribe(Optional.of(last), DRONES);
        }

        private void apply(Edit edit) {
            last = edit.position();
            if (edit instanceof Edit.Upsert upsert) {
                held.put(upsert.id(), upsert.item());
                upserted.add(upsert.id());
            } else {
                held.remove(edit.id());
            }
        }
    }

    private static boolean isDrone(SpecificRecord item) {
        return ((Strike) item).getMethod() == Method.DRONE;
    }

    private static List<Edit> edits(Subscription subscription) throws Exception {
        List<Edit> all = new ArrayList<>();
        int idle = 0;
        while (idle < 3) {
            Step step = subscription.next(NOW);
            List<Edit> some = step instanceof Step.Edits more ? more.edits() : List.of();
            idle = some.isEmpty() ? idle + 1 : 0;
            all.addAll(some);
        }
        return all;
    }

    private static SpecificRecord strike(String id, Method method) {
        return Reports.strike(id, Reports.HLUKHIV).setMethod(method).build();
    }
}
