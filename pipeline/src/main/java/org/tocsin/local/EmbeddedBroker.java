package org.tocsin.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and controller (KRaft, one node, or one of several) in this process, on the loopback interface. Its log is formatted when its
 * directory is new and kept otherwise. Kafka's own server classes are internal to Kafka; this is the one class that uses them.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final int LARGEST_MESSAGE = 16 * 1024 * 1024;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker; returns when it serves clients.
     *
     * @param dataDir where its log is kept; made if it does not exist
     * @param port port of the listener, 0 for a free one
     * @throws LocalFailure if the directory cannot be used or the port is taken
     */
    public static EmbeddedBroker start(Path dataDir, int port) {
        return start(dataDir, port, Map.of());
    }

    /**
     * Starts a broker as {@link #start(Path, int)} does.
     *
     * @param settings of Kafka, before its own
     */
    static EmbeddedBroker start(Path dataDir, int port, Map<String, String> settings) {
        int listener = LocalPorts.orFree(port);
        Properties own = new Properties();
        own.putAll(settings);
        return start(
                dataDir, listener, LocalPorts.orFree(0), NODE, Uuid.randomUuid().toString(), own);
    }

    /**
     * Starts a node of a cluster of several; returns when it serves clients, which it only does when more than half of the nodes are there.
     *
     * @param dataDir where its log is kept; made if it does not exist
     * @throws LocalFailure if the directory cannot be used or a port is taken
     */
    public static EmbeddedBroker start(Path dataDir, QuorumNode node) {
        return start(dataDir, node.port(), 0, node.id(), node.clusterId(), node.settings());
    }

    private static EmbeddedBroker start(
            Path dataDir, int listener, int controller, int node, String clusterId, Properties settings) {
        Path log = dataDir.toAbsolutePath();
        try {
            Files.createDirectories(log);
            formatOnce(log, node, clusterId);
            Properties properties = properties(log, listener, controller);
            properties.putAll(settings);
            KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
            server.startup();
            return new EmbeddedBroker(server, listener);
        } catch (Exception e) {
            throw new LocalFailure(
                    "The broker did not start on port " + listener + " with its data in " + log
                            + ". Is the port taken, or the directory in use by another process? Choose another port or data"
                            + " directory. (" + e.getMessage() + ")",
                    e);
        }
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker; its log is kept. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void formatOnce(Path log, int node, String clusterId) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        new Formatter()
                .setPrintStream(silent)
                .setNodeId(node)
                .setClusterId(clusterId)
                .addDirectory(log.toString())
                .setMetadataLogDirectory(log.toString())
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(CONTROLLER)
                .setIgnoreFormatted(true)
                .run();
    }

    private static Properties properties(Path log, int listener, int controller) throws IOException {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE));
        properties.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controller);
        properties.put("controller.listener.names", CONTROLLER);
        properties.put(
                "listeners", "PLAINTEXT://127.0.0.1:" + listener + "," + CONTROLLER + "://127.0.0.1:" + controller);
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + listener);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("log.dirs", log.toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("message.max.bytes", Integer.toString(LARGEST_MESSAGE));
        properties.put("replica.fetch.max.bytes", Integer.toString(LARGEST_MESSAGE));
        oneNode(properties);
        return properties;
    }

    /** Internal topics that a single small node can hold; the log cleaner's default buffer alone would take 128 MiB. */
    private static void oneNode(Properties properties) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            properties.put(topic + ".replication.factor", "1");
            properties.put(topic + ".num.partitions", "4");
        }
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("log.cleaner.dedupe.buffer.size", "4194304");
    }
}
