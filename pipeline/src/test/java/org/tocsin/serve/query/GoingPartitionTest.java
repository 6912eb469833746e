package org.tocsin.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.serve.CodedNews;
import org.tocsin.stream.PartitionAway;
import org.tocsin.stream.PartitionedStores;
import org.tocsin.stream.StoreName;

/** A partition goes to another instance after its rows were picked and before all their records are read. */
class GoingPartitionTest {
    private static final Set<Integer> BOTH = Set.of(0, 1);
    private static final Paging ALL = new Paging(Paging.Sort.REPORTED_AT, Paging.Direction.DESCENDING, 1_000, null);

    private final HeldRecords records = new HeldRecords();
    private final Going stores = new Going(records);
    private final Indexes indexes = new Indexes(() -> stores, Runnable::run, System::nanoTime);
    private final LocalHoldings here = new LocalHoldings(stores, indexes, records, "here:1");

    @BeforeEach
    void fill() {
        CodedNews.into(records);
    }

    @Test
    void aListLeavesItOutWhole() {
        Question question = new Question.Events(Filter.NONE, Set.of(), ALL);
        long ofOne = here.answer(question, Set.of(0)).matched();
        assertThat(ofOne).isGreaterThan(3);

        stores.goAfter(3);
        Reply reply = here.answer(question, BOTH);

        assertThat(reply.partitions()).containsExactly(0);
        assertThat(reply.matched()).isEqualTo(ofOne);
        assertThat(reply.found()).hasSize((int) ofOne);
    }

    @Test
    void nobodySaysThatOneOfItsItemsDoesNotExist() {
        String id = here.answer(new Question.Events(Filter.NONE, Set.of(), ALL), Set.of(1)).found().stream()
                .map(found -> ((EventEnvelope) found.item()).getEventId())
                .findFirst()
                .orElseThrow();

        stores.goAfter(0);

        assertThat(here.answer(new Question.EventOf(id), Set.of(1)).partitions())
                .isEmpty();
        assertThat(here.answer(new Question.Entry(StoreName.EVENTS, "any"), Set.of(1))
                        .partitions())
                .isEmpty();
    }

    @Test
    void aChangeWhoseRowCannotBeMadeNowFailsNobodyAndIsReadLater() {
        indexes.opened(StoreName.INCIDENTS, 1);
        Incident before = (Incident) incidents().found().get(0).item();
        Incident after = Incident.newBuilder(before)
                .setRevision(before.getRevision() + 1)
                .build();
        records.add(after);

        stores.goAfter(0);
        indexes.changed(StoreName.INCIDENTS, 1, HeldRecords.key(after), after);
        stores.goAfter(Integer.MAX_VALUE);

        assertThat(incidents().found())
                .extracting(Reply.Found::item)
                .contains(after)
                .doesNotContain(before);
    }

    private Reply incidents() {
        return here.answer(new Question.Incidents(Filter.NONE, ALL), Set.of(1));
    }

    /** Two partitions with the same records, the second of which goes. */
    private static final class Going implements PartitionedStores {
        private final HeldRecords records;
        private int left = Integer.MAX_VALUE;

        Going(HeldRecords records) {
            this.records = records;
        }

        /** The second partition gives so many records and is gone. */
        void goAfter(int number) {
            left = number;
        }

        @Override
        public int partitions(StoreName<?> store) {
            return BOTH.size();
        }

        @Override
        public Set<Integer> owned(StoreName<?> store) {
            return BOTH;
        }

        @Override
        public Set<Integer> readable(StoreName<?> store) {
            return BOTH;
        }

        @Override
        public <V> boolean range(
                StoreName<V> store,
                int partition,
                Optional<String> from,
                Optional<String> to,
                BiConsumer<String, V> reader) {
            return records.range(store, partition, from, to, reader);
        }

        @Override
        public <V> Optional<V> get(StoreName<V> store, int partition, String key) {
            if (partition == 1 && left-- <= 0) {
                throw new PartitionAway(store, partition);
            }
            return records.get(store, partition, key);
        }
    }
}
