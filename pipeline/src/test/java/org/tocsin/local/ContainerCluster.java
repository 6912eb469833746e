package org.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Kafka and Apicurio Registry in containers: the images of docker-compose.yml, or others that the environment names by the variables
 * which that file takes.
 */
public final class ContainerCluster implements TestCluster {
    private static final Path COMPOSE = Path.of("..", "docker-compose.yml");
    private static final String INSIDE = "kafka:19092";
    private static final int REGISTRY_PORT = 8080;
    private static final String REGISTRY_PATH = "/apis/ccompat/v7";
    private static final Duration STARTING = Duration.ofMinutes(3);

    private final Network network;
    private final KafkaContainer kafka;
    private final GenericContainer<?> registry;

    private ContainerCluster(Network network, KafkaContainer kafka, GenericContainer<?> registry) {
        this.network = network;
        this.kafka = kafka;
        this.registry = registry;
    }

    /** Starts both; returns when both serve clients. */
    public static ContainerCluster start() {
        // published for this machine alone
        Network network = Network.builder()
                .createNetworkCmdModifier(command ->
                        command.withOptions(Map.of("com.docker.network.bridge.host_binding_ipv4", "127.0.0.1")))
                .build();
        KafkaContainer kafka = new KafkaContainer(image("TOCSIN_KAFKA_IMAGE").asCompatibleSubstituteFor("apache/kafka"))
                .withNetwork(network)
                .withListener(INSIDE)
                .withStartupTimeout(STARTING);
        GenericContainer<?> registry = new GenericContainer<>(image("TOCSIN_REGISTRY_IMAGE"))
                .withNetwork(network)
                .withEnv(Map.of("APICURIO_STORAGE_KIND", "kafkasql", "APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", INSIDE))
                .withExposedPorts(REGISTRY_PORT)
                .waitingFor(Wait.forHttp(REGISTRY_PATH + "/subjects").withStartupTimeout(STARTING));
        ContainerCluster cluster = new ContainerCluster(network, kafka, registry);
        try {
            kafka.start();
            registry.start();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(REGISTRY_PORT) + REGISTRY_PATH;
    }

    @Override
    public void close() {
        registry.stop();
        kafka.stop();
        network.close();
    }

    /** The image that a variable of docker-compose.yml names, as that file takes it. */
    private static DockerImageName image(String variable) {
        String named = System.getenv(variable);
        if (named != null && !named.isEmpty()) {
            return DockerImageName.parse(named);
        }
        try {
            Matcher byDefault =
                    Pattern.compile("\\$\\{" + variable + ":-([^}]+)}").matcher(Files.readString(COMPOSE));
            if (!byDefault.find()) {
                throw new IllegalStateException(COMPOSE + " has no image ${" + variable + ":-...}");
            }
            return DockerImageName.parse(byDefault.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
