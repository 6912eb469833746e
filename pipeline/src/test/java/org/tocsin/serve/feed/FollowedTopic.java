package org.tocsin.serve.feed;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.serve.query.Conditions;
import org.tocsin.serve.query.Filter;

/** A topic in memory with the ring that follows it, as the live feed would. */
final class FollowedTopic {
    final TopicLog log;
    final Ring ring;
    final PastReaders past;
    private final Feed feed;
    private final ChangeReader reader;

    FollowedTopic(FeedCollection collection, int partitions, int kept) {
        log = new TopicLog(collection, partitions);
        ring = new Ring(new Ring.Limits(kept, Long.MAX_VALUE), new Position(new long[partitions]));
        feed = new Feed(log.topics, ring);
        reader = new ChangeReader(log, kept);
        past = new PastReaders(log::consumer, log, 2);
    }

    /** Appends to the topic, and the ring takes it. */
    void tell(String id, @Nullable SpecificRecord item, boolean first) {
        take(log.append(id, item, first));
    }

    void tellPoison(String id) {
        take(log.appendPoison(id));
    }

    private void take(ConsumerRecord<byte[], byte[]> added) {
        reader.read(added, log.slot(added)).ifPresent(change -> ring.add(change, 100));
        ring.reach(log.slot(added), added.offset() + 1);
    }

    Subscription subscribe(Optional<String> after, Filter filter) {
        Position from = after.map(log.topics::read).orElseGet(ring::end);
        return new Subscription(feed, from, sieve(filter), past);
    }

    String now() {
        return log.topics.write(ring.end());
    }

    String beginning() {
        return log.topics.write(new Position(new long[log.topics.partitions().size()]));
    }

    Pager pager(String since, Filter filter, int limit) {
        return new Pager(feed, sieve(filter), log.topics.read(since), limit);
    }

    static Sieve sieve(Filter filter) {
        return new Sieve(Conditions.of(filter), incident -> List.of());
    }
}
