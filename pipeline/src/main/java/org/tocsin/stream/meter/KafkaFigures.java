package org.tocsin.stream.meter;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Puts together what Kafka's clients measure for each thread, under names with identifiers that change at every start: sums and
 * maxima of this instance, under names that stay.
 */
public final class KafkaFigures {
    /** Tags that tell one thread or client from another, not one topic or partition. */
    private static final Set<String> WHO = Set.of("client-id", "thread-id", "process-id", "application-id");

    private static final Set<String> STORE = Set.of("thread-id", "task-id", "rocksdb-state-id");

    private final Supplier<? extends Map<MetricName, ? extends Metric>> metrics;

    /**
     * Figures of a stream.
     *
     * @param metrics what Kafka measures now
     */
    public KafkaFigures(Supplier<? extends Map<MetricName, ? extends Metric>> metrics) {
        this.metrics = metrics;
    }

    /** Shows them in a registry. */
    public void bindTo(MeterRegistry registry) {
        Figure.KAFKA_CONSUMED.gauge(
                registry, () -> sum("consumer-fetch-manager-metrics", "records-consumed-rate", WHO));
        Figure.KAFKA_SENT.gauge(registry, () -> sum("producer-metrics", "record-send-rate", WHO));
        Figure.KAFKA_SEND_ERRORS.gauge(registry, () -> sum("producer-metrics", "record-error-rate", WHO));
        Figure.KAFKA_COMMIT.gauge(
                registry,
                () -> values("stream-thread-metrics", "commit-latency-max", WHO)
                        .max()
                        .orElse(Double.NaN));
        Figure.KAFKA_THREADS.gauge(registry, () -> sum("stream-metrics", "alive-stream-threads", WHO));
        Figure.KAFKA_REBALANCES.gauge(registry, () -> sum("consumer-coordinator-metrics", "rebalance-total", WHO));
        Figure.KAFKA_STATE.gauge(registry, () -> sum("stream-state-metrics", "total-sst-files-size", STORE));
    }

    private double sum(String group, String name, Set<String> tags) {
        return values(group, name, tags).sum();
    }

    /** The values of a metric that have no tags but these; those that are not known yet are left out. */
    private DoubleStream values(String group, String name, Set<String> tags) {
        Collection<? extends Metric> all = metrics.get().values();
        return all.stream()
                .filter(metric -> metric.metricName().group().equals(group)
                        && metric.metricName().name().equals(name)
                        && tags.containsAll(metric.metricName().tags().keySet()))
                .map(Metric::metricValue)
                .filter(Number.class::isInstance)
                .mapToDouble(value -> ((Number) value).doubleValue())
                .filter(value -> !Double.isNaN(value) && !Double.isInfinite(value));
    }
}
