package org.tocsin.stream.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class RestoreMeterTest {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RestoreMeter meter = new RestoreMeter();

    private static TopicPartition partition(int number) {
        return new TopicPartition("tocsin-events-changelog", number);
    }

    private double value(String name) {
        return registry.get(name).gauge().value();
    }

    @Test
    void partitionsAndRecordsThatAreLeftFollowTheReading() {
        meter.bindTo(registry);
        assertThat(value("tocsin.restore.partitions")).isZero();

        meter.onRestoreStart(partition(0), "events", 100, 1_100);
        meter.onRestoreStart(partition(1), "events", 0, 50);
        assertThat(value("tocsin.restore.partitions")).isEqualTo(2);
        assertThat(value("tocsin.restore.records.left")).isEqualTo(1_050);

        meter.onBatchRestored(partition(0), "events", 700, 600);
        assertThat(value("tocsin.restore.records.left")).isEqualTo(450);

        meter.onRestoreEnd(partition(0), "events", 1_000);
        meter.onRestoreSuspended(partition(1), "events", 10);
        assertThat(value("tocsin.restore.partitions")).isZero();
        assertThat(value("tocsin.restore.records.left")).isZero();
    }

    @Test
    void changeLogsHaveMarkersThatNobodyReads() {
        meter.bindTo(registry);
        meter.onRestoreStart(partition(0), "events", 0, 10);
        meter.onBatchRestored(partition(0), "events", 20, 20);

        assertThat(value("tocsin.restore.records.left")).isZero();
    }
}
