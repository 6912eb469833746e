package org.tocsin.stream.meter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Follows how stores are read from Kafka. Thread-safe. */
public final class RestoreMeter implements StateRestoreListener {
    private final Map<Reading, Long> left = new ConcurrentHashMap<>();

    private record Reading(String store, TopicPartition partition) {}

    /** Shows it in a registry. */
    public void bindTo(MeterRegistry registry) {
        Figure.RESTORE_PARTITIONS.gauge(registry, left::size);
        Figure.RESTORE_RECORDS.gauge(registry, this::recordsLeft);
    }

    /** Records that are still to be read. */
    long recordsLeft() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        left.put(new Reading(store, partition), Math.max(0, to - from));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long offset, long read) {
        left.computeIfPresent(new Reading(store, partition), (reading, before) -> Math.max(0, before - read));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long read) {
        left.remove(new Reading(store, partition));
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long read) {
        left.remove(new Reading(store, partition));
    }
}
