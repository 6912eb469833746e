package org.tocsin.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A pipeline in a process of its own, to be killed. Arguments: a properties file, and a file to write when the stream runs. */
final class CrashChild {
    private CrashChild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        PipelineConfig config = PipelineConfig.load(Path.of(args[0]), Map.of());
        Path running = Path.of(args[1]);
        Pipeline pipeline = new Pipeline(config);
        Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close));
        pipeline.start();
        if (pipeline.awaitRunning(Duration.ofMinutes(3))) {
            Files.writeString(running, "running");
        }
        pipeline.awaitEnd();
    }
}
