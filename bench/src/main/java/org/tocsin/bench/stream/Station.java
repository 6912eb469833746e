package org.tocsin.bench.stream;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.tocsin.stream.JavaProcess;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.PipelineProcess;
import org.tocsin.stream.TopicAdmin;

/** A broker with registry in a process of its own, and whatever works with it: pipelines and programs that measure, each in one too. */
final class Station implements AutoCloseable {
    private static final Duration STARTING = Duration.ofMinutes(3);
    private static final Duration PROGRAM = Duration.ofMinutes(5);

    /** As {@code tocsin run} starts. */
    private static final List<String> PIPELINE_JAVA = List.of("-Xmx1g", "-XX:+UseG1GC");

    private final Path directory;
    private final JavaProcess broker;
    private final Map<String, String> addresses;
    private final URI bytes;
    private final List<String> pipelineJava;

    private Station(
            Path directory, JavaProcess broker, Map<String, String> addresses, URI bytes, List<String> pipelineJava) {
        this.directory = directory;
        this.broker = broker;
        this.addresses = addresses;
        this.bytes = bytes;
        this.pipelineJava = pipelineJava;
    }

    /**
     * Starts the broker and waits until it is there.
     *
     * @param directory for logs and state
     * @param java further options of the pipelines' Java machine, for a profile
     */
    static Station start(Path directory, List<String> java) throws IOException {
        Path file = directory.resolve("addresses");
        JavaProcess broker = JavaProcess.start(
                BrokerMain.class.getName(),
                List.of("-Xmx600m", "-XX:+UseG1GC"),
                List.of(directory.resolve("broker").toString(), file.toString()),
                directory.resolve("broker.log"));
        KafkaProbe.await(
                "the broker is there, see " + broker.log(), STARTING, () -> Files.exists(file) || !broker.isAlive());
        if (!broker.isAlive()) {
            throw new IllegalStateException("The broker ended by itself, see " + broker.log());
        }
        List<String> lines = Files.readAllLines(file);
        return new Station(
                directory,
                broker,
                Map.of("bootstrap.servers", lines.get(0), PipelineConfig.REGISTRY_URL, lines.get(1)),
                URI.create(lines.get(2)),
                Stream.concat(PIPELINE_JAVA.stream(), java.stream()).toList());
    }

    ProcessHandle broker() {
        return broker.handle();
    }

    /** Where the broker tells how many bytes it has taken and given. */
    URI bytes() {
        return bytes;
    }

    /** A configuration with topics of its own, which are made. */
    PipelineConfig prepare(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(addresses);
        all.putAll(settings);
        all.put("tocsin.topic.prefix", name + ".");
        all.put("application.id", name);
        PipelineConfig config = PipelineConfig.of(all);
        try (TopicAdmin admin = new TopicAdmin(config)) {
            admin.create();
        }
        return config;
    }

    /** Starts instances of a configuration and waits until they are ready. */
    List<PipelineProcess> pipelines(String name, Map<String, String> settings, int number) {
        Map<String, String> all = new HashMap<>(addresses);
        all.putAll(settings);
        all.put("tocsin.topic.prefix", name + ".");
        all.put("application.id", name);
        List<PipelineProcess> pipelines = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            String instance = name + "-" + i;
            pipelines.add(PipelineProcess.start(instance, directory.resolve(instance), pipelineJava, all));
        }
        pipelines.forEach(one -> one.awaitReady(STARTING));
        return pipelines;
    }

    /** Where an instance keeps its state. */
    Path state(PipelineProcess pipeline) {
        return directory.resolve(pipeline.name()).resolve("state");
    }

    /** A place for files. */
    Path resolve(String name) {
        return directory.resolve(name);
    }

    /** A file with the settings of a configuration that has topics of its own. */
    Path settings(String name) throws IOException {
        Properties properties = new Properties();
        properties.putAll(addresses);
        properties.put("tocsin.topic.prefix", name + ".");
        properties.put("state.dir", directory.resolve(name).toString());
        Path file = directory.resolve(name + ".properties");
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, null);
        }
        return file;
    }

    /** Runs a program with the Java machine of the pipelines to its end; returns the numbers that it prints last, one a line. */
    double[] run(Class<?> program, int numbers, List<String> arguments) throws IOException, InterruptedException {
        Path log = directory.resolve(program.getSimpleName() + ".log");
        List<String> options = new ArrayList<>(PIPELINE_JAVA);
        String articles = System.getProperty("tocsin.bench.articles");
        if (articles != null) {
            options.add("-Dtocsin.bench.articles=" + articles);
        }
        try (JavaProcess process = JavaProcess.start(program.getName(), options, arguments, log)) {
            if (!process.endsWithin(PROGRAM)) {
                throw new IllegalStateException(program.getSimpleName() + " does not end, see " + log);
            }
        }
        List<String> lines = Files.readAllLines(log);
        if (lines.size() < numbers) {
            throw new IllegalStateException(program.getSimpleName() + " failed, see " + log);
        }
        return lines.subList(lines.size() - numbers, lines.size()).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    @Override
    public void close() {
        broker.close();
    }
}
