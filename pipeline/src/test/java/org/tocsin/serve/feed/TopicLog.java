package org.tocsin.serve.feed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.FirstReport;

/** The topic of a collection in memory, with gaps between its offsets as transactions leave them, and consumers of it. */
final class TopicLog implements ChangeReader.Values {
    private static final int GAP = 3;

    final FeedTopics topics;
    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> records = new HashMap<>();
    private final Map<TopicPartition, Long> beginnings = new HashMap<>();
    private final Map<String, SpecificRecord> values = new HashMap<>();
    private final List<String> poison = new ArrayList<>();
    int consumersOpen;
    long atOnce = 1_000;

    TopicLog(FeedCollection collection, int partitions) {
        topics = new FeedTopics(
                collection,
                List.of(new FeedTopics.Source(collection.collection() + ".topic", new Uuid(1, 2), partitions)));
        topics.partitions().forEach(partition -> {
            records.put(partition, new ArrayList<>());
            beginnings.put(partition, 0L);
        });
    }

    /** Appends the version of an item; null retracts it. */
    synchronized ConsumerRecord<byte[], byte[]> append(String id, @Nullable SpecificRecord item, boolean first) {
        TopicPartition partition = topics.partitions()
                .get(Math.floorMod(id.hashCode(), topics.partitions().size()));
        ConsumerRecord<byte[], byte[]> added =
                record(partition, id.getBytes(StandardCharsets.UTF_8), item == null ? null : new byte[100], first);
        if (item != null) {
            values.put(name(added), item);
        }
        return added;
    }

    /** Appends a record whose value nobody can read. */
    synchronized ConsumerRecord<byte[], byte[]> appendPoison(String id) {
        ConsumerRecord<byte[], byte[]> added = append(id, null, false);
        poison.add(name(added));
        return added;
    }

    private ConsumerRecord<byte[], byte[]> record(
            TopicPartition partition, byte[] key, byte @Nullable [] value, boolean first) {
        List<ConsumerRecord<byte[], byte[]>> there = records(partition);
        long offset = end(partition);
        Headers headers = new RecordHeaders();
        if (first) {
            headers.add(FirstReport.HEADER, new byte[0]);
        }
        ConsumerRecord<byte[], byte[]> added = new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                1_000L * (offset + 1),
                TimestampType.CREATE_TIME,
                key.length,
                value == null ? 0 : value.length,
                key,
                value,
                headers,
                Optional.empty());
        there.add(added);
        notifyAll();
        return added;
    }

    /** Deletes the records of each partition but the last so many. */
    synchronized void keep(int last) {
        records.forEach((partition, there) -> {
            while (there.size() > last) {
                beginnings.put(partition, there.remove(0).offset() + 1);
            }
        });
    }

    int slot(ConsumerRecord<byte[], byte[]> found) {
        return topics.slot(new TopicPartition(found.topic(), found.partition())).orElseThrow();
    }

    @Override
    public synchronized @Nullable SpecificRecord read(ConsumerRecord<byte[], byte[]> found) {
        if (poison.contains(name(found))) {
            throw new SerializationException("poison");
        }
        return values.get(name(found));
    }

    /** A consumer that sees what is there and what is added later. */
    synchronized Consumer<byte[], byte[]> consumer() {
        consumersOpen++;
        return new FollowingConsumer(List.of(this));
    }

    synchronized void closed() {
        consumersOpen--;
    }

    boolean holds(TopicPartition partition) {
        return records.containsKey(partition);
    }

    synchronized long beginning(TopicPartition partition) {
        return Optional.ofNullable(beginnings.get(partition)).orElseThrow();
    }

    /** The records of a partition from an offset on. */
    synchronized List<ConsumerRecord<byte[], byte[]>> from(TopicPartition partition, long offset) {
        return records(partition).stream().filter(one -> one.offset() >= offset).toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(TopicPartition partition) {
        return Optional.ofNullable(records.get(partition)).orElseThrow();
    }

    /** The end of a partition; the marker of a transaction lies behind every few records. */
    synchronized long end(TopicPartition partition) {
        List<ConsumerRecord<byte[], byte[]>> there = records(partition);
        if (there.isEmpty()) {
            return Optional.ofNullable(beginnings.get(partition)).orElseThrow();
        }
        long last = there.get(there.size() - 1).offset();
        return last % GAP == 1 ? last + 2 : last + 1;
    }

    /** The position behind everything. */
    synchronized String now() {
        return topics.write(
                new Position(topics.partitions().stream().mapToLong(this::end).toArray()));
    }

    private static String name(ConsumerRecord<byte[], byte[]> found) {
        return found.partition() + "@" + found.offset();
    }
}
