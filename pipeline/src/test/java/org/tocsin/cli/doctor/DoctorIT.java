package org.tocsin.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.cli.doctor.Finding.Level.FAIL;
import static org.tocsin.cli.doctor.Finding.Level.OK;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.TestCluster;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.TopicAdmin;

/** What the doctor says of a broker and a registry that are there, and of what else stands at their addresses. */
class DoctorIT {
    @TempDir
    private static Path directory;

    private static TestCluster cluster;

    @BeforeAll
    static void start() {
        cluster = TestCluster.inThisProcess(directory.resolve("cluster"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    private static Site site(String... settings) {
        String[] all = new String[settings.length + 4];
        all[0] = "bootstrap.servers";
        all[1] = cluster.bootstrapServers();
        all[2] = "schema.registry.url";
        all[3] = cluster.registryUrl();
        System.arraycopy(settings, 0, all, 4, settings.length);
        return Sites.with(directory, all);
    }

    private static Finding one(Check check, Site site) throws InterruptedException {
        try (site) {
            List<Finding> findings = check.look(site);
            assertThat(findings).hasSize(1);
            return findings.get(0);
        }
    }

    private static void fails(Finding finding, String... words) {
        assertThat(finding.level()).as(finding.toString()).isEqualTo(FAIL);
        assertThat(finding.result() + " " + finding.remedy()).contains(words);
    }

    @Test
    void onAWellClusterAllIsWell() throws Exception {
        try (Site site = site("tocsin.topic.prefix", "well.", "tocsin.api.port", "0")) {
            try (TopicAdmin admin = new TopicAdmin(site.config())) {
                admin.create();
            }
            assertThat(Doctor.general(config -> {}).look(site))
                    .filteredOn(finding -> !finding.subject().startsWith("disk")
                            && !finding.subject().equals("memory"))
                    .allSatisfy(finding ->
                            assertThat(finding.level()).as(finding.toString()).isEqualTo(OK))
                    .extracting(Finding::subject)
                    .contains(
                            "broker",
                            "topic well.articles",
                            "replication",
                            "transactions",
                            "rights",
                            "clock",
                            "schemas");
        }
    }

    @Test
    void missingTopicsAndOtherPartitionsAndSettingsAreNamed() throws Exception {
        try (Site site = site("tocsin.topic.prefix", "odd.")) {
            assertThat(new TopicsCheck().look(site)).allSatisfy(finding -> fails(finding, "tocsin topics create"));
            try (TopicAdmin topics = new TopicAdmin(site.config())) {
                topics.create();
            }
            Site.answer(site.admin()
                    .createPartitions(Map.of("odd.articles", NewPartitions.increaseTo(6)))
                    .all());
            KafkaProbe.await("six partitions", Duration.ofSeconds(20), () -> partitions(site, "odd.articles") == 6);
        }
        Site other = site("tocsin.topic.prefix", "odd.", "tocsin.topic.events.retention.ms", "60000");
        try (other) {
            List<Finding> findings = new TopicsCheck().look(other);
            assertThat(findings)
                    .filteredOn(finding -> finding.subject().equals("topic odd.articles"))
                    .singleElement()
                    .satisfies(finding -> fails(finding, "6 partitions", "set the configuration to 6"));
            assertThat(findings)
                    .filteredOn(finding -> finding.subject().equals("topic odd.events.strike"))
                    .singleElement()
                    .satisfies(finding -> fails(finding, "retention.ms", "kafka-configs.sh"));
        }
    }

    @Test
    void moreCopiesThanBrokersAreRefused() throws Exception {
        fails(
                one(
                        new ReplicationCheck(),
                        site("tocsin.topic.replication.factor", "3", "tocsin.topic.prefix", "none.")),
                "tocsin.topic.replication.factor is 3",
                "there are 1 brokers");
    }

    @Test
    void whatStandsAtTheBrokersAddressIsSaid() throws Exception {
        fails(one(new BrokerCheck(), Sites.with(directory)), "bootstrap.servers");
        fails(one(new BrokerCheck(), site("security.protocol", "SSL")), "speaks no TLS", "PLAINTEXT");
        fails(one(new BrokerCheck(), site("bootstrap.servers", "127.0.0.1:" + freePort())), "nothing listens");
        HttpServer web = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        web.setExecutor(Executors.newCachedThreadPool()); // the broker's clients leave requests unfinished
        web.start();
        try {
            fails(
                    one(
                            new BrokerCheck(),
                            site(
                                    "bootstrap.servers",
                                    "127.0.0.1:" + web.getAddress().getPort())),
                    "web server",
                    "schema.registry.url");
        } finally {
            web.stop(0);
        }
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            fails(
                    one(new BrokerCheck(), site("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort())),
                    "does not answer as a broker");
        }
    }

    @Test
    void aPortWithTlsIsToldFromOneWithout() throws Exception {
        try (SSLServerSocket tls = (SSLServerSocket) SSLContext.getDefault()
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            Thread answering = new Thread(() -> {
                while (!tls.isClosed()) {
                    try (Socket caller = tls.accept()) {
                        caller.getInputStream().read();
                    } catch (IOException e) {
                        // the handshake fails for want of a certificate, which is what the probe is to see
                    }
                }
            });
            answering.setDaemon(true);
            answering.start();
            assertThat(PortProbe.of("127.0.0.1:" + tls.getLocalPort())).isEqualTo(PortProbe.TLS);
        }
        assertThat(PortProbe.of("nonsense")).isEqualTo(PortProbe.NOT_AN_ADDRESS);
        assertThat(PortProbe.of("no.such.host.invalid:9092")).isEqualTo(PortProbe.UNKNOWN_HOST);
    }

    @Test
    void aRegistryThatIsNotThereOrSomethingElseIsTold() throws Exception {
        fails(one(new RegistryCheck(), Sites.with(directory)), "schema.registry.url");
        fails(
                one(new RegistryCheck(), site("schema.registry.url", "http://127.0.0.1:" + freePort())),
                "does not answer",
                "start the Schema Registry");
        fails(
                one(new RegistryCheck(), site("schema.registry.url", cluster.registryUrl() + "/wrong/path")),
                "404",
                "/apis/ccompat/v7");
    }

    @Test
    void aSchemaThatThisReleaseCannotFollowIsTold() throws Exception {
        String schema =
                "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Article\\\",\\\"namespace\\\":\\\"org.tocsin.schema\\\","
                        + "\\\"fields\\\":[{\\\"name\\\":\\\"id\\\",\\\"type\\\":\\\"long\\\"}]}";
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(cluster.registryUrl() + "/subjects/alien.articles-value/versions"))
                                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"schema\":\"" + schema + "\"}"))
                                .build(),
                        BodyHandlers.ofString());

        Finding finding = one(new SchemasCheck(), site("tocsin.topic.prefix", "alien."));

        assertThat(finding.subject()).isEqualTo("schema alien.articles-value");
        fails(finding, "refuses the schema of this release");
    }

    private static long partitions(Site site, String topic) {
        try (TopicAdmin topics = new TopicAdmin(site.config())) {
            return topics.states().stream()
                    .filter(state -> state.topic().name().equals(topic))
                    .mapToLong(TopicAdmin.State::partitions)
                    .sum();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
