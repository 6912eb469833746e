package org.tocsin.stream;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What stands between Tocsin and Kafka or the Schema Registry, told as what is wrong and what to do about it.
 *
 * @param fault what is wrong, one sentence without a full stop
 * @param remedy the setting to correct or the right to grant, likewise
 */
public record Diagnosis(String fault, String remedy) {
    private static final String JAAS = "sasl.jaas.config";
    private static final String REGISTRY_TLS = "schema.registry.";
    private static final String REGISTRY_RIGHTS =
            "have it granted to read and register the subjects of the topics, or set auto.register.schemas=false once"
                    + " they are registered";
    private static final String REGISTRY_USER =
            "correct basic.auth.user.info (with basic.auth.credentials.source=USER_INFO), or bearer.auth.token (with"
                    + " bearer.auth.credentials.source=STATIC_TOKEN)";

    /** Fault and remedy in one line. */
    public String text() {
        return fault + "; " + remedy;
    }

    /**
     * What an error says of the connections, rights or secrets of a configuration; nothing where it is about something else.
     *
     * @param role as whom Kafka was asked
     */
    public static Optional<Diagnosis> of(Throwable error, PipelineConfig config, Rights.Role role) {
        MissingRights missing = Causes.first(error, MissingRights.class);
        if (missing != null) {
            return Optional.of(ofMissing(missing.rights(), config));
        }
        return Causes.has(error, RegistryUnavailable.class) || Causes.has(error, RestClientException.class)
                ? Optional.of(ofRegistry(error, config))
                : ofKafka(error, config, role);
    }

    /** What an error of the Schema Registry's client says. */
    public static Diagnosis ofRegistry(Throwable error, PipelineConfig config) {
        String registry = "The Schema Registry at " + config.registryUrl();
        RestClientException refusal = Causes.first(error, RestClientException.class);
        if (refusal != null) {
            return switch (refusal.getStatus()) {
                case 401 -> new Diagnosis(registry + " does not accept the user or the password", REGISTRY_USER);
                case 403 -> new Diagnosis(registry + " knows the user, who lacks a right there", REGISTRY_RIGHTS);
                default ->
                    new Diagnosis(
                            registry + " refuses with " + refusal.getStatus() + " (" + refusal.getMessage() + ")",
                            "correct " + PipelineConfig.REGISTRY_URL + ", or look into its log");
            };
        }
        return TlsFault.in(error)
                .map(fault -> split(registry + " " + fault.meaning(REGISTRY_TLS)))
                .orElseGet(() -> new Diagnosis(
                        registry + " does not answer (" + root(error) + ")",
                        "start the Schema Registry, or correct " + PipelineConfig.REGISTRY_URL
                                + " (with -D or in the file of --config)"));
    }

    private static Optional<Diagnosis> ofKafka(Throwable error, PipelineConfig config, Rights.Role role) {
        String kafka = "Kafka at " + config.bootstrapServers();
        if (Causes.has(error, UnsupportedSaslMechanismException.class)) {
            return Optional.of(new Diagnosis(
                    kafka + " does not know the SASL mechanism",
                    "set sasl.mechanism to one that its listener enables"));
        }
        if (Causes.has(error, SaslAuthenticationException.class)) {
            String user = Rights.user(config).map(name -> " '" + name + "'").orElse("");
            return Optional.of(new Diagnosis(
                    kafka + " does not accept the user" + user + " or the password",
                    "correct " + JAAS + " (and sasl.mechanism, where Kafka knows the user by another one)"));
        }
        if (Causes.has(error, SslAuthenticationException.class)) {
            TlsFault fault = TlsFault.in(error).orElse(TlsFault.OTHER);
            return Optional.of(split(kafka + " " + fault.meaning("")));
        }
        AuthorizationException refusal = Causes.first(error, AuthorizationException.class);
        if (refusal != null) {
            return Optional.of(ofRefusal(refusal, config, role));
        }
        return setting(error).or(() -> silence(error, kafka, config));
    }

    /** Kafka's clients say of a key or trust store that cannot be used which file it is, but not which setting. */
    private static Optional<Diagnosis> setting(Throwable error) {
        if (Causes.has(error, InvalidConfigurationException.class)
                || String.valueOf(error.getMessage()).startsWith("Failed to create new Kafka")) {
            return Optional.of(new Diagnosis(
                    "A setting of Kafka's clients cannot be used (" + root(error) + ")",
                    "correct the setting that this speaks of: ssl.truststore.* or ssl.keystore.* for a file or its"
                            + " password, " + JAAS + " for a login"));
        }
        return Optional.empty();
    }

    private static Optional<Diagnosis> silence(Throwable error, String kafka, PipelineConfig config) {
        if (!Causes.has(error, TimeoutException.class)) {
            return Optional.empty();
        }
        String protocol = config.raw(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        return Optional.of(new Diagnosis(
                kafka + " does not answer",
                "start it, or correct bootstrap.servers; security.protocol is "
                        + (protocol == null ? "not set, which is PLAINTEXT" : protocol)
                        + " and must be what this port speaks"));
    }

    private static Diagnosis ofRefusal(AuthorizationException refusal, PipelineConfig config, Rights.Role role) {
        List<Right> all = Rights.of(role, config);
        List<Right> rights = new ArrayList<>();
        if (refusal instanceof TopicAuthorizationException topics) {
            topics.unauthorizedTopics().forEach(name -> rights.addAll(about(all, ResourceType.TOPIC, name)));
        } else if (refusal instanceof GroupAuthorizationException group) {
            rights.addAll(about(all, ResourceType.GROUP, String.valueOf(group.groupId())));
        } else if (refusal instanceof TransactionalIdAuthorizationException) {
            rights.addAll(about(all, ResourceType.TRANSACTIONAL_ID, config.applicationId() + "-"));
        }
        return rights.isEmpty()
                ? new Diagnosis(
                        "Kafka does not grant the user a right (" + refusal.getMessage() + ")",
                        "compare the user's ACLs with those that 'tocsin topics acls' prints")
                : ofMissing(rights.stream().distinct().toList(), config);
    }

    private static List<Right> about(List<Right> all, ResourceType type, String name) {
        return all.stream().filter(right -> right.isAbout(type, name)).toList();
    }

    /**
     * That rights are missing.
     *
     * @param rights at least one
     */
    public static Diagnosis ofMissing(List<Right> rights, PipelineConfig config) {
        String user = Rights.user(config).orElse("USER");
        List<String> commands = Rights.byResource(rights).stream()
                .map(each -> Rights.command(config, user, each))
                .toList();
        return new Diagnosis(
                "Kafka does not grant the user" + (user.equals("USER") ? "" : " '" + user + "'") + " "
                        + String.join(", ", rights.stream().map(Right::text).toList()),
                "let whoever administers Kafka grant it: " + String.join(" && ", commands));
    }

    private static Diagnosis split(String sentence) {
        int end = sentence.indexOf("; ");
        return new Diagnosis(sentence.substring(0, end), sentence.substring(end + 2));
    }

    private static String root(Throwable error) {
        Throwable deepest = error;
        IOException io = Causes.first(error, IOException.class);
        if (io != null) {
            deepest = io;
        }
        for (int depth = 0; deepest.getCause() != null && depth < 30; depth++) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }
}
