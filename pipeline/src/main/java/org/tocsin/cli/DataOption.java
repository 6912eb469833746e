package org.tocsin.cli;

import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import picocli.CommandLine.Option;

/** Where a pipeline keeps its state and its log. */
final class DataOption {
    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where state and the log file are kept; default ~/.tocsin.")
    private Path directory = Path.of(System.getProperty("user.home"), ".tocsin");

    /** The log file. */
    Path log() {
        return directory.resolve("tocsin.log");
    }

    /** The settings that follow from it, where the configuration has none. */
    Map<String, String> settings() {
        return Map.of(StreamsConfig.STATE_DIR_CONFIG, directory.resolve("state").toString());
    }
}
