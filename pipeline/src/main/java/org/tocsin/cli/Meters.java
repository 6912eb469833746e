package org.tocsin.cli;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.tocsin.serve.query.ClusterHoldings;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;
import org.tocsin.stream.StoresUnavailable;
import org.tocsin.stream.meter.Figure;

/** Where the meters of this process are shown: at /metrics, and to whom the configuration sends them. */
final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CompositeMeterRegistry all = new CompositeMeterRegistry();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** The meters of the Java machine, shown and sent as a configuration says. */
    Meters(PipelineConfig config) {
        all.add(prometheus);
        Collector.of(config).map(Collector::open).ifPresent(all::add);
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        collections,
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(all));
    }

    /** Those that /metrics shows. */
    PrometheusMeterRegistry prometheus() {
        return prometheus;
    }

    /** All of them. */
    MeterRegistry all() {
        return all;
    }

    /** Adds those of what a pipeline holds. */
    void show(ClusterHoldings holdings, PipelineConfig config, Clock clock) {
        Duration open = Duration.ofMillis(config.number(Setting.INCIDENT_CLOSE_AFTER));
        Figure.INCIDENTS_OPEN.gauge(all, () -> {
            try {
                return holdings.incidentsSince(clock.instant().minus(open));
            } catch (StoresUnavailable e) {
                return null; // the stores are being opened: unknown now
            }
        });
    }

    @Override
    public void close() {
        collections.close();
        all.close();
    }
}
