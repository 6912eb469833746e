package org.tocsin.cli;

import io.micrometer.core.instrument.Clock;
import io.micrometer.registry.otlp.OtlpConfig;
import io.micrometer.registry.otlp.OtlpMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;

/**
 * Where the meters are sent by OpenTelemetry's protocol.
 *
 * @param url of the collector, path included
 * @param headers sent along
 * @param resourceAttributes who sends
 * @param step how often
 */
record Collector(String url, Map<String, String> headers, Map<String, String> resourceAttributes, Duration step)
        implements OtlpConfig {
    /**
     * That of a configuration; empty where it names none.
     *
     * @throws CommandFailure if address or headers cannot be used; the message has no header's value
     */
    static Optional<Collector> of(PipelineConfig config) {
        String url = config.text(Setting.OTLP_URL);
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Collector(
                address(url),
                headers(config.text(Setting.OTLP_HEADERS)),
                Map.of(
                        "service.name", config.applicationId(),
                        "service.version", Version.number(),
                        "service.instance.id", config.address().toString()),
                Duration.ofMillis(config.number(Setting.OTLP_INTERVAL))));
    }

    /** Meters that are sent from now on, and once more when they are closed. */
    OtlpMeterRegistry open() {
        return new OtlpMeterRegistry(this, Clock.SYSTEM);
    }

    @Override
    public @Nullable String get(String key) {
        return null;
    }

    private static String address(String url) {
        try {
            String scheme = URI.create(url).getScheme();
            if ("http".equals(scheme) || "https".equals(scheme)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw badAddress(url, e);
        }
        throw badAddress(url, null);
    }

    private static CommandFailure badAddress(String url, @Nullable Exception cause) {
        String message = Setting.OTLP_URL.key() + " is '" + url
                + "'; it must be an address such as http://collector:4318/v1/metrics";
        return cause == null ? new CommandFailure(message) : new CommandFailure(message, cause);
    }

    private static Map<String, String> headers(String set) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String each : set.split(",", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                headers.put(
                        each.substring(0, equals).strip(),
                        each.substring(equals + 1).strip());
            } else if (!each.isBlank()) {
                throw new CommandFailure(Setting.OTLP_HEADERS.key()
                        + " has a part without '='; write NAME=VALUE, several separated by commas");
            }
        }
        return headers;
    }
}
