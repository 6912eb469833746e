package org.tocsin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.PipelineConfig;
import picocli.CommandLine.Option;

/** Where Kafka and the Schema Registry are, as every command that needs them is told. */
final class KafkaOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Properties file with Kafka's settings, the Schema Registry's and Tocsin's own (docs/configuration.md).")
    private @Nullable Path file;

    @Option(
            names = "-D",
            paramLabel = "KEY=VALUE",
            mapFallbackValue = "",
            description = "One setting, before that of the file; for example -D bootstrap.servers=localhost:9092.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** Whether anything is said of Kafka. */
    boolean areGiven() {
        return file != null || !settings.isEmpty();
    }

    /** The configuration; settings given here count last. */
    PipelineConfig config(Map<String, String> defaults) {
        try {
            Map<String, String> given = new LinkedHashMap<>(settings);
            PipelineConfig config = file == null ? PipelineConfig.of(given) : PipelineConfig.load(file, given);
            Map<String, String> missing = new LinkedHashMap<>(defaults);
            missing.keySet().removeIf(key -> config.raw(key) != null);
            return config.with(missing);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new CommandFailure("The configuration " + file + " cannot be read: " + e, e);
        }
    }

    /** The configuration of a command that cannot do without Kafka and a registry. */
    PipelineConfig connected() {
        PipelineConfig config = config(Map.of());
        try {
            config.bootstrapServers();
            config.registryUrl();
            return config;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + ". Give it with -D or in a file with --config", e);
        }
    }
}
