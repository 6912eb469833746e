package org.tocsin.bench.faults;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tocsin.stream.JavaProcess;
import org.tocsin.stream.KafkaProbe;

/** The development registry in a process of its own. */
final class Registry implements AutoCloseable {
    private static final Duration STARTING = Duration.ofMinutes(2);
    private static final List<String> JAVA = List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final String brokers;
    private final Path log;
    private final int port = Ports.free();
    private JavaProcess process;

    /** Starts it; returns at once. */
    Registry(String brokers, Path directory) {
        this.brokers = brokers;
        this.log = directory.resolve("registry.log");
        this.process = launch();
    }

    /** Its address. */
    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Its process. */
    JavaProcess process() {
        return process;
    }

    /** Starts it again; returns at once. */
    void restart() {
        process = launch();
    }

    /** Waits until somebody listens at its port. */
    void awaitListening() {
        KafkaProbe.await("the registry listens, see " + log, STARTING, () -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false; // not yet
            }
        });
    }

    private JavaProcess launch() {
        return JavaProcess.start(RegistryMain.class.getName(), JAVA, List.of(brokers, Integer.toString(port)), log);
    }

    @Override
    public void close() {
        process.close();
    }
}
