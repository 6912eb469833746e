package org.tocsin.serve.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads the changes of one collection from a position on, with a consumer of its own. It reads committed records alone and knows
 * where their end is. Not thread-safe; close it after use.
 */
final class PastReader implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FeedTopics topics;
    private final Consumer<byte[], byte[]> consumer;
    private final ChangeReader reader;

    /**
     * Takes a consumer over.
     *
     * @param consumer reads what is committed, commits nothing, and resets no offset by itself
     */
    PastReader(FeedTopics topics, Consumer<byte[], byte[]> consumer, ChangeReader reader) {
        this.topics = topics;
        this.consumer = consumer;
        this.reader = reader;
        consumer.assign(topics.partitions());
    }

    /**
     * The position at which the records of a moment and after begin.
     *
     * @param moment by the time that records carry: when the article arrived that led to them
     */
    Position at(Instant moment) {
        Map<TopicPartition, Long> asked = new HashMap<>();
        topics.partitions().forEach(partition -> asked.put(partition, moment.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked, PATIENCE);
        Position position = end();
        long[] next = new long[position.slots()];
        for (int slot = 0; slot < next.length; slot++) {
            OffsetAndTimestamp first = found.get(topics.partitions().get(slot));
            next[slot] = first == null ? position.next(slot) : first.offset();
        }
        return new Position(next);
    }

    /** The position behind all that is committed now. */
    Position end() {
        return position(consumer.endOffsets(topics.partitions(), PATIENCE));
    }

    /**
     * Begins to read at a position.
     *
     * @throws PositionLost if the topics begin behind it or end before it
     */
    void begin(Position from) {
        List<TopicPartition> partitions = topics.partitions();
        Position first = position(consumer.beginningOffsets(partitions, PATIENCE));
        Position end = end();
        for (int slot = 0; slot < partitions.size(); slot++) {
            if (from.next(slot) < first.next(slot)) {
                throw new PositionLost("The topic "
                        + partitions.get(slot).topic() + " no longer holds what followed: its records before offset "
                        + first.next(slot) + " of partition "
                        + partitions.get(slot).partition() + " are deleted");
            }
            if (from.next(slot) > end.next(slot)) {
                throw new PositionLost("The topic " + partitions.get(slot).topic() + " ends before the position");
            }
            consumer.seek(partitions.get(slot), from.next(slot));
        }
    }

    /**
     * What was read at once.
     *
     * @param changes in the order of each partition
     * @param end the position behind them and behind what told no change
     */
    record Batch(List<Change> changes, Position end) {}

    /**
     * What comes next; no changes where none came in time.
     *
     * @param patience how long to wait for the first
     * @throws PositionLost if it was deleted from the topics
     */
    Batch read(Duration patience) {
        List<Change> changes = new ArrayList<>();
        try {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(patience)) {
                int slot = slot(new TopicPartition(found.topic(), found.partition()));
                reader.read(found, slot).ifPresent(changes::add);
            }
        } catch (OffsetOutOfRangeException e) {
            throw new PositionLost("What followed was deleted from the topics while it was read: " + e.getMessage());
        }
        long[] next = new long[topics.partitions().size()];
        for (TopicPartition partition : topics.partitions()) {
            next[slot(partition)] = consumer.position(partition, PATIENCE);
        }
        return new Batch(changes, new Position(next));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private int slot(TopicPartition partition) {
        Optional<Integer> slot = topics.slot(partition);
        return slot.orElseThrow(() -> new IllegalStateException("Nobody asked for " + partition));
    }

    private Position position(Map<TopicPartition, Long> offsets) {
        List<TopicPartition> partitions = topics.partitions();
        long[] next = new long[partitions.size()];
        for (int slot = 0; slot < next.length; slot++) {
            next[slot] = offsets.getOrDefault(partitions.get(slot), 0L);
        }
        return new Position(next);
    }
}
