package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker and the registry of this process as their users start and stop them. */
class LocalClusterIT {
    @Test
    void keepsRecordsAcrossARestartInTheSameDirectory(@TempDir Path dir) throws Exception {
        try (LocalCluster cluster = LocalCluster.start(dir, 0, 0)) {
            produce(cluster.bootstrapServers(), "kept");
        }

        try (LocalCluster cluster = LocalCluster.start(dir, 0, 0)) {
            assertThat(consume(cluster.bootstrapServers())).containsExactly("kept");
        }
    }

    @Test
    void deletesATemporaryDirectoryWhenItCloses() {
        Path dir;
        try (LocalCluster cluster = LocalCluster.start(null, 0, 0)) {
            dir = cluster.dataDir();
            assertThat(dir).exists();
        }

        assertThat(Files.exists(dir)).isFalse();
    }

    @Test
    void namesTheRegistryPortThatIsTakenAndLeavesNothingRunning(@TempDir Path dir) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LocalCluster.start(dir, 0, taken.getLocalPort()))
                    .isInstanceOf(LocalFailure.class)
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }

        try (LocalCluster cluster = LocalCluster.start(dir, 0, 0)) {
            assertThat(cluster.bootstrapServers()).startsWith("127.0.0.1:");
        }
    }

    private static void produce(String bootstrapServers, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic("t", 1, (short) 1))).all().get();
        }
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("t", "k", value)).get();
        }
    }

    private static List<String> consume(String bootstrapServers) {
        TopicPartition partition = new TopicPartition("t", 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
