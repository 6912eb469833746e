package org.tocsin.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** {@code tocsin run} in a process of its own, that can be stopped, killed and started again with the same state and address. */
public final class PipelineProcess implements AutoCloseable {
    private static final String PROGRAM = "org.tocsin.cli.Tocsin";
    private static final Duration ENDING = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String name;
    private final Path directory;
    private final List<String> options;
    private final URI address;
    private JavaProcess process;

    private PipelineProcess(String name, Path directory, List<String> options, URI address) {
        this.name = name;
        this.directory = directory;
        this.options = options;
        this.address = address;
        this.process = launch();
    }

    /**
     * Starts an instance; returns at once, see {@link #awaitReady}.
     *
     * @param name of the instance, its static membership in the group too
     * @param directory where its settings, its state and its logs are kept
     * @param options of the Java machine
     * @param settings of the pipeline; port, state and name are set here
     */
    public static PipelineProcess start(
            String name, Path directory, List<String> options, Map<String, String> settings) {
        try {
            Files.createDirectories(directory);
            int port = freePort();
            Properties all = new Properties();
            all.putAll(settings);
            all.put(Setting.API_PORT.key(), Integer.toString(port));
            all.put("main.consumer.group.instance.id", name);
            try (Writer writer = Files.newBufferedWriter(settings(directory), StandardCharsets.UTF_8)) {
                all.store(writer, null);
            }
            return new PipelineProcess(name, directory, options, URI.create("http://127.0.0.1:" + port));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not start", e);
        }
    }

    /** Name of the instance. */
    public String name() {
        return name;
    }

    /** Address of its API. */
    public URI address() {
        return address;
    }

    /** The process that runs now, or ran last. */
    public JavaProcess process() {
        return process;
    }

    /** Waits until it says that it is ready ({@code /readyz}). */
    public void awaitReady(Duration limit) {
        KafkaProbe.await(name + " is ready, see " + directory, limit, () -> isReady() || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError(name + " ended by itself, see " + process.log());
        }
    }

    /** Asks it to end (SIGTERM), and waits until it has. */
    public void stop() throws InterruptedException {
        process.stop(ENDING);
    }

    /** Starts it again; returns at once. */
    public void restart() {
        process = launch();
    }

    /** Whether it says that it is ready now. */
    public boolean isReady() {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/readyz"))
                .timeout(PATIENCE)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // nobody listens yet, or any more
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private JavaProcess launch() {
        return JavaProcess.start(
                PROGRAM,
                options,
                List.of("run", "--config", settings(directory).toString(), "--data-dir", directory.toString()),
                directory.resolve("output.log"));
    }

    private static Path settings(Path directory) {
        return directory.resolve("tocsin.properties");
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
