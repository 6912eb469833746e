package org.tocsin.serve.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** A consumer of topics in memory, as a real one behaves: it sees what is added later and goes on behind markers. */
final class FollowingConsumer extends MockConsumer<byte[], byte[]> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final List<TopicLog> logs;
    private final Map<TopicPartition, Long> seen = new HashMap<>();

    FollowingConsumer(List<TopicLog> logs) {
        super("none");
        this.logs = logs;
        setMaxPollRecords(logs.get(0).atOnce);
    }

    @Override
    public synchronized void assign(Collection<TopicPartition> partitions) {
        super.assign(partitions);
        Map<TopicPartition, Long> beginnings = new HashMap<>();
        partitions.forEach(partition -> beginnings.put(partition, log(partition).beginning(partition)));
        updateBeginningOffsets(beginnings);
        look();
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        while (true) {
            look();
            ConsumerRecords<byte[], byte[]> found = super.poll(Duration.ZERO);
            assignment().forEach(this::passMarker);
            if (!found.isEmpty() || System.nanoTime() >= end) {
                return found;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    private synchronized void look() {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (TopicPartition partition : assignment()) {
            List<ConsumerRecord<byte[], byte[]>> added =
                    log(partition).from(partition, seen.getOrDefault(partition, 0L));
            added.forEach(this::addRecord);
            long end = added.isEmpty()
                    ? seen.getOrDefault(partition, 0L)
                    : added.get(added.size() - 1).offset() + 1;
            seen.put(partition, end);
            ends.put(partition, Math.max(end, log(partition).end(partition)));
        }
        updateEndOffsets(ends);
    }

    /** A real consumer goes on behind the markers of transactions, of which it tells nothing. */
    private synchronized void passMarker(TopicPartition partition) {
        long end = log(partition).end(partition);
        boolean readAll = log(partition).from(partition, position(partition)).isEmpty();
        if (readAll && position(partition) < end) {
            seek(partition, end);
        }
    }

    @Override
    public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
            Map<TopicPartition, Long> moments, Duration timeout) {
        Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
        moments.forEach((partition, moment) -> log(partition).from(partition, 0).stream()
                .filter(one -> one.timestamp() >= moment)
                .findFirst()
                .ifPresent(one -> found.put(partition, new OffsetAndTimestamp(one.offset(), one.timestamp()))));
        return found;
    }

    @Override
    public synchronized void close() {
        logs.forEach(TopicLog::closed);
        super.close();
    }

    private TopicLog log(TopicPartition partition) {
        return logs.stream().filter(log -> log.holds(partition)).findFirst().orElseThrow();
    }
}
