package org.tocsin.bench.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.PipelineProcess;
import org.tocsin.stream.TopicAdmin;

/**
 * Three brokers, a registry and two instances with a standby of each partition, all in processes of their own. The second instance reaches
 * the brokers through proxies that can be cut, and has a small disk for its state.
 */
final class Site implements AutoCloseable {
    static final Duration STARTING = Duration.ofMinutes(4);

    private static final int NODES = 3;
    private static final List<String> JAVA = List.of("-Xmx300m", "-XX:+UseSerialGC");

    private final List<Node> nodes = new ArrayList<>();
    private final List<PipelineProcess> instances = new ArrayList<>();
    private final Map<String, Path> homes = new HashMap<>();
    private final Registry registry;
    private final SmallDisk disk;
    private final PipelineConfig config;
    private final Newsroom newsroom;
    private final Admin admin;

    /** Starts all of it in a directory; returns when all are ready. */
    Site(Path directory) throws IOException, InterruptedException {
        String cluster = Uuid.randomUuid().toString();
        List<Integer> controllers =
                IntStream.range(0, NODES).mapToObj(i -> Ports.free()).toList();
        for (int id = 1; id <= NODES; id++) {
            nodes.add(new Node(id, directory, cluster, controllers));
        }
        String brokers = nodes.stream().map(Node::address).collect(Collectors.joining(","));
        String detours = nodes.stream().map(Node::detourAddress).collect(Collectors.joining(","));
        admin = Admin.create(Map.of("bootstrap.servers", brokers));
        awaitBrokers();
        registry = new Registry(brokers, directory);
        registry.awaitListening();
        config = PipelineConfig.of(settings(brokers));
        try (TopicAdmin topics = new TopicAdmin(config)) {
            topics.create();
        }
        newsroom = new Newsroom(config);
        disk = new SmallDisk(directory.resolve("two").resolve("state"));
        start("one", directory, settings(brokers));
        start("two", directory, settings(detours));
        instances.forEach(one -> one.awaitReady(STARTING));
    }

    private Map<String, String> settings(String brokers) {
        return Map.of(
                "bootstrap.servers",
                brokers,
                PipelineConfig.REGISTRY_URL,
                registry.url(),
                "application.id",
                "faults",
                "num.standby.replicas",
                "1",
                "num.stream.threads",
                "1",
                "tocsin.topic.articles.partitions",
                "4",
                "tocsin.api.internal.token",
                "shared by the two");
    }

    private void start(String name, Path directory, Map<String, String> settings) {
        homes.put(name, directory.resolve(name));
        instances.add(PipelineProcess.start(name, directory.resolve(name), JAVA, settings));
    }

    /** The settings, as a client of the brokers uses them. */
    PipelineConfig config() {
        return config;
    }

    /** The instances. */
    List<PipelineProcess> instances() {
        return List.copyOf(instances);
    }

    /** The instance behind the proxies, on the small disk. */
    PipelineProcess second() {
        return instances.get(1);
    }

    /** Where an instance keeps its state. */
    Path state(PipelineProcess instance) {
        return homes.get(instance.name()).resolve("state");
    }

    /** The brokers. */
    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** The registry. */
    Registry registry() {
        return registry;
    }

    /** The disk of the second instance. */
    SmallDisk disk() {
        return disk;
    }

    /** Where articles come from. */
    Newsroom newsroom() {
        return newsroom;
    }

    /** The broker that leads the first partition of the articles. */
    Node leader() throws InterruptedException {
        String topic = config.topics().articles().name();
        try {
            return node(admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .get(0)
                    .leader()
                    .id());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The brokers do not tell who leads " + topic, e.getCause());
        }
    }

    /** The broker that coordinates the group of the instances. */
    Node coordinator() throws InterruptedException {
        String group = config.applicationId();
        try {
            return node(admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .coordinator()
                    .id());
        } catch (ExecutionException e) {
            throw new IllegalStateException("The brokers do not tell who coordinates " + group, e.getCause());
        }
    }

    /** Waits until all brokers are part of the cluster, with all copies of all partitions in sync. */
    void awaitBrokers() {
        KafkaProbe.await("all brokers are in sync", STARTING, this::inSync);
    }

    private boolean inSync() {
        try {
            if (admin.describeCluster().nodes().get().size() < NODES) {
                return false;
            }
            return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.isr().size() == partition.replicas().size());
        } catch (ExecutionException e) {
            return false; // they elect, or are away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts instances again that ended by themselves, as whatever keeps services running does; returns how many. */
    int revive() {
        List<PipelineProcess> ended =
                instances.stream().filter(one -> !one.process().isAlive()).toList();
        ended.forEach(PipelineProcess::restart);
        return ended.size();
    }

    private Node node(int id) {
        return nodes.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        newsroom.close();
        instances.forEach(PipelineProcess::close);
        admin.close(Duration.ofSeconds(5));
        registry.close();
        nodes.forEach(Node::close);
        disk.close();
    }
}
