package org.tocsin.stream.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

/** Kafka's meters of single threads become one figure of an instance. */
class KafkaFiguresTest {
    private final Map<MetricName, Metric> kafka = new LinkedHashMap<>();

    private record Measured(MetricName metricName, Object metricValue) implements Metric {}

    private void measured(String group, String name, Object value, String... tags) {
        Map<String, String> all = new LinkedHashMap<>();
        for (int i = 0; i < tags.length; i += 2) {
            all.put(tags[i], tags[i + 1]);
        }
        MetricName metric = new MetricName(name, group, "", all);
        kafka.put(metric, new Measured(metric, value));
    }

    @Test
    void threadsAreSummedTopicsLeftOutAndTheLongestTaken() {
        measured("consumer-fetch-manager-metrics", "records-consumed-rate", 3.0, "client-id", "a");
        measured("consumer-fetch-manager-metrics", "records-consumed-rate", 4.0, "client-id", "b");
        measured("consumer-fetch-manager-metrics", "records-consumed-rate", 4.0, "client-id", "b", "topic", "articles");
        measured("consumer-fetch-manager-metrics", "records-consumed-rate", Double.NaN, "client-id", "c");
        measured("stream-thread-metrics", "commit-latency-max", 12.0, "thread-id", "a");
        measured("stream-thread-metrics", "commit-latency-max", 40.0, "thread-id", "b");
        measured("stream-metrics", "alive-stream-threads", 2, "client-id", "a");
        measured("stream-metrics", "state", "RUNNING", "client-id", "a");
        measured(
                "stream-state-metrics",
                "total-sst-files-size",
                100L,
                "thread-id",
                "a",
                "task-id",
                "0_0",
                "rocksdb-state-id",
                "x");
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new KafkaFigures(() -> kafka).bindTo(registry);

        assertThat(registry.get("tocsin.kafka.consumed").gauge().value()).isEqualTo(7);
        assertThat(registry.get("tocsin.kafka.commit.longest").gauge().value()).isEqualTo(40);
        assertThat(registry.get("tocsin.kafka.threads").gauge().value()).isEqualTo(2);
        assertThat(registry.get("tocsin.kafka.state").gauge().value()).isEqualTo(100);
        assertThat(registry.get("tocsin.kafka.sent").gauge().value()).isZero();
    }

    @Test
    void whatIsNotMeasuredYetIsUnknown() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new KafkaFigures(() -> kafka).bindTo(registry);

        assertThat(registry.get("tocsin.kafka.commit.longest").gauge().value()).isNaN();
    }
}
