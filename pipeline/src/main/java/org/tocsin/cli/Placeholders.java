package org.tocsin.cli;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.tocsin.stream.PipelineConfig;

/** Addresses for commands that describe a configuration without connecting to anything. */
final class Placeholders {
    static final Map<String, String> ADDRESSES = Map.of(
            CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
            "localhost:9092",
            PipelineConfig.REGISTRY_URL,
            "http://localhost:8081");

    private Placeholders() {}
}
