package org.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.stream.Rights.Role.OPERATOR;
import static org.tocsin.stream.Rights.Role.PIPELINE;
import static org.tocsin.stream.Rights.Role.PUBLISHER;
import static org.tocsin.stream.Rights.Role.READER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.local.RecordingAuthorizer;
import org.tocsin.local.RecordingAuthorizer.Asked;
import org.tocsin.local.SecuredCluster;
import org.tocsin.local.SecuredCluster.Door;
import org.tocsin.stream.JavaProcess;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Right;
import org.tocsin.stream.Rights;
import org.tocsin.stream.Rights.Role;

/** The program on a cluster with TLS, passwords and ACLs: what suffices, and what it says of each thing that is missing. */
@TestMethodOrder(OrderAnnotation.class)
class SecuredClusterIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static SecuredCompany company;

    @BeforeAll
    static void start() {
        company = SecuredCompany.start(folder);
    }

    @AfterAll
    static void stop() {
        company.close();
    }

    @Order(1)
    @Test
    void eachRoleDoesItsWorkWithItsDocumentedRightsAndUsesAllOfThem() throws Exception {
        assertThat(company.run(OPERATOR, List.of("topics", "create")).exit()).isZero();
        assertWell(company.run(OPERATOR, List.of("topics", "check")));
        Service service = Service.start(company.config(PIPELINE));
        try (service) {
            assertThat(service.pipeline().awaitRunning(LIMIT)).isTrue();
            publishSamples();
            publishOver(service.address());
            publishNoArticle();
            await("all is coded", service.address(), "/v1/status", "\"dead_letters\":1");
            await("what was handed in is there", service.address(), "/v1/events?q=Hlukhiv", "Hlukhiv");
            assertWell(company.run(READER, List.of("tail", "--from-beginning", "--limit", "3")));
            assertThat(denied()).isEmpty();
            assertWell(company.run(PIPELINE, List.of("doctor")));
            KafkaProbe.await(
                    "every right was used", LIMIT, () -> unused(PIPELINE).isEmpty());
            assertThat(service.pipeline().failure()).isNull();
        }

        // doctor also looks at settings of brokers, and warns where it may not
        assertThat(denied())
                .extracting(asked -> asked.resource().resourceType())
                .containsOnly(ResourceType.CLUSTER);
        assertThat(unused(PUBLISHER)).isEmpty();
        assertThat(unused(OPERATOR)).isEmpty();
        // tail reads events alone
        assertThat(unused(READER)).extracting(Right::text).allMatch(text -> text.contains("incidents"));
        System.out.println("Rights that suffice: "
                + Stream.of(Role.values())
                        .map(role -> role + " " + rights(role).size())
                        .collect(Collectors.joining(", ")));
    }

    private static void publishSamples() throws Exception {
        Path samples = Files.writeString(
                folder.resolve("samples.jsonl"), Run.of("samples").out());
        assertWell(company.run(PUBLISHER, List.of("publish", samples.toString())));
    }

    private static void publishOver(String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/v1/articles"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"id\":\"secured\",\"text\":\"A Russian drone hit a power plant in Hlukhiv on Tuesday,"
                                + " killing three people, the governor said.\",\"published\":\"2026-11-18\"}"))
                .build();
        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    }

    private static void publishNoArticle() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                company.config(PUBLISHER).producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>("articles", "no article".getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
    }

    private static void await(String what, String address, String path, String part) {
        KafkaProbe.await(what, LIMIT, () -> {
            try {
                return CLIENT.send(
                                HttpRequest.newBuilder(URI.create(address + path))
                                        .build(),
                                BodyHandlers.ofString())
                        .body()
                        .contains(part);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void assertWell(Run run) {
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
    }

    private static List<Right> rights(Role role) {
        return Rights.of(role, company.config(role));
    }

    private static Set<Asked> denied() {
        return RecordingAuthorizer.asked().stream()
                .filter(asked -> !asked.allowed())
                .collect(Collectors.toSet());
    }

    /** The rights of a role that were never asked for. */
    private static List<Right> unused(Role role) {
        Set<Asked> asked = RecordingAuthorizer.asked();
        return rights(role).stream()
                .filter(right -> asked.stream().noneMatch(one -> isUseOf(one, role, right)))
                .toList();
    }

    private static boolean isUseOf(Asked asked, Role role, Right right) {
        String name = right.resource().name();
        boolean same = switch (right.resource().patternType()) {
            case PREFIXED -> asked.resource().name().startsWith(name);
            default -> asked.resource().name().equals(name);
        };
        return same
                && asked.user().equals(SecuredCompany.user(role))
                && asked.operation() == right.operation()
                && asked.resource().resourceType() == right.resource().resourceType();
    }

    @Order(2)
    @Test
    void eachMissingRightIsNamedByDoctorAndByRunWithTheCommandThatGrantsIt() throws Exception {
        List<Right> rights = rights(PIPELINE);
        int told = 0;
        for (Right right : rights) {
            if (right.operation() == AclOperation.CREATE) {
                continue; // the topics of the application are there: see below
            }
            company.cluster().revoke("pipeline", right);
            assertDoctorNames(right);
            assertRunNames(right);
            company.cluster().grant("pipeline", List.of(right));
            told++;
        }
        KafkaProbe.await(
                "all is well again",
                LIMIT,
                () -> doctor(company.settings(PIPELINE)).exit() == 0);
        System.out.println("Missing rights told by doctor and run: " + told + " of " + rights.size());
        assertThat(told).isEqualTo(rights.size() - 1);
    }

    @Order(3)
    @Test
    void theRightToMakeTopicsIsNamedWhereTheyAreStillToBeMade() throws Exception {
        Map<String, String> settings = company.settings(PIPELINE);
        settings.put("application.id", "second");
        List<Right> rights = Rights.of(PIPELINE, PipelineConfig.of(settings));
        List<Right> granted = rights.stream()
                .filter(right -> right.operation() != AclOperation.CREATE)
                .toList();
        company.cluster().grant("pipeline", granted);

        String expected = "CREATE on topics that begin with second-";
        KafkaProbe.await(
                "doctor names it",
                LIMIT,
                () -> failed(doctor(settings))
                        .equals(List.of("FAIL  rights: Kafka does not grant the user 'pipeline' " + expected)));
        assertThat(company.run(settings, List.of("run", "--data-dir", folder.toString()))
                        .err())
                .contains(expected)
                .contains("--operation Create --topic second- --resource-pattern-type prefixed");
    }

    private static Run doctor(Map<String, String> settings) {
        try {
            Run run = company.run(settings, List.of("doctor"));
            assertNoSecret(run);
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void assertDoctorNames(Right right) {
        KafkaProbe.await(
                "doctor names " + right.text(),
                LIMIT,
                () -> failed(doctor(company.settings(PIPELINE)))
                        .equals(List.of("FAIL  rights: Kafka does not grant the user 'pipeline' " + right.text())));
        Run run = doctor(company.settings(PIPELINE));
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).contains(command(right));
    }

    private static void assertRunNames(Right right) throws Exception {
        Run run = company.run(PIPELINE, List.of("run", "--data-dir", folder.toString()));
        assertNoSecret(run);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines().toList()).hasSize(1);
        assertThat(run.err())
                .startsWith("tocsin: Kafka does not grant the user 'pipeline' " + right.text() + ";")
                .contains(command(right));
    }

    private static String command(Right right) {
        return Rights.command(company.config(PIPELINE), "pipeline", List.of(right));
    }

    private static List<String> failed(Run doctor) {
        return doctor.out().lines().filter(line -> line.startsWith("FAIL ")).toList();
    }

    private static void assertNoSecret(Run run) {
        assertThat(run.out() + run.err()).doesNotContain(SecuredCompany.secrets());
    }

    static Stream<Arguments> wrongSettings() {
        String wrong = SecuredCluster.jaas("pipeline", "no-such-password");
        return Stream.of(
                Arguments.of("a wrong password", Map.of("sasl.jaas.config", wrong), "'pipeline'", "sasl.jaas.config"),
                Arguments.of(
                        "a mechanism that Kafka does not offer",
                        Map.of("sasl.mechanism", "SCRAM-SHA-256"),
                        "SASL mechanism",
                        "sasl.mechanism"),
                Arguments.of(
                        "an expired certificate of Kafka",
                        Map.of("bootstrap.servers", company.cluster().bootstrapServers(Door.EXPIRED)),
                        "certificate that has expired",
                        "renew"),
                Arguments.of(
                        "an unknown authority of Kafka",
                        Map.of("bootstrap.servers", company.cluster().bootstrapServers(Door.STRANGE)),
                        "authority that is not known",
                        " ssl.truststore.location"),
                Arguments.of(
                        "no trust store",
                        Map.of(
                                "ssl.truststore.location",
                                folder.resolve("none.pem").toString()),
                        "none.pem",
                        "ssl.truststore"),
                Arguments.of(
                        "a wrong password of the registry",
                        Map.of("basic.auth.user.info", "desk:guessed-password"),
                        "Schema Registry",
                        "basic.auth.user.info"),
                Arguments.of(
                        "an expired certificate of the registry",
                        Map.of("schema.registry.url", company.cluster().registryUrl(Door.EXPIRED)),
                        "certificate that has expired",
                        "renew"),
                Arguments.of(
                        "an unknown authority of the registry",
                        Map.of("schema.registry.url", company.cluster().registryUrl(Door.STRANGE)),
                        "authority that is not known",
                        "schema.registry.ssl.truststore.location"));
    }

    @Order(4)
    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongSettings")
    void whatIsWrongIsToldOnceWithTheSettingByDoctorAndByRun(
            String what, Map<String, String> wrong, String fault, String remedy) throws Exception {
        Map<String, String> settings = company.settings(PIPELINE);
        settings.putAll(wrong);

        Run doctor = doctor(settings);
        Run run = company.run(settings, List.of("run", "--data-dir", folder.toString()));

        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(failed(doctor)).as(doctor.out()).hasSize(1);
        assertThat(doctor.out()).contains(fault, remedy);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines().toList()).as(run.err()).hasSize(1);
        assertThat(run.err()).startsWith("tocsin: ").contains(fault, remedy).doesNotContain("unexpected");
        assertNoSecret(run);
        assertThat(run.err() + doctor.out()).doesNotContain("no-such-password", "guessed-password");
    }

    @Order(5)
    @Test
    void whoPublishesOrReadsIsToldTheMissingRightToo() throws Exception {
        Path samples = Files.writeString(
                folder.resolve("again.jsonl"), Run.of("samples").out());
        Right write = rights(PUBLISHER).get(0);
        Right read = rights(READER).get(0);
        company.cluster().revoke("publisher", write);
        company.cluster().revoke("reader", read);

        KafkaProbe.await(
                "publish names the right",
                LIMIT,
                () -> told(company, PUBLISHER, List.of("publish", samples.toString()), write));
        KafkaProbe.await(
                "tail names the right",
                LIMIT,
                () -> told(company, READER, List.of("tail", "--from-beginning", "--limit", "1"), read));

        company.cluster().grant("publisher", List.of(write));
        company.cluster().grant("reader", List.of(read));
    }

    private static boolean told(SecuredCompany company, Role role, List<String> words, Right missing) {
        try {
            Run run = company.run(role, words);
            assertNoSecret(run);
            return run.exit() == 1
                    && run.err()
                            .contains("does not grant the user '" + SecuredCompany.user(role) + "' " + missing.text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Arguments> wrongForAProcess() {
        return wrongSettings()
                .filter(each -> Stream.of("a wrong password", "an unknown authority of")
                        .anyMatch(each.get()[0].toString()::startsWith));
    }

    /** As an operator sees it: with what the clients' own logs put on standard error. */
    @Order(6)
    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongForAProcess")
    void aProcessSaysOneLine(String what, Map<String, String> wrong, String fault, String remedy) throws Exception {
        Map<String, String> settings = company.settings(PIPELINE);
        settings.putAll(wrong);
        Path said = folder.resolve(what.replace(' ', '-') + ".txt");
        String file = company.file(settings).toString();
        List<String> words = List.of("run", "--config", file, "--data-dir", folder.toString());
        try (JavaProcess process = JavaProcess.start(Tocsin.class.getName(), List.of("-Xmx300m"), words, said)) {
            assertThat(process.endsWithin(LIMIT)).isTrue();
        }
        assertThat(Files.readAllLines(said)).singleElement().asString().contains(fault, remedy);
    }
}
