package org.tocsin.stream;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights that Kafka must grant, for each kind of user: no more than these are needed. */
public final class Rights {
    private static final Pattern USER = Pattern.compile("(?:username|clientId)\\s*=\\s*[\"']?([^\"';\\s]+)");

    private Rights() {}

    /** What a user does with Kafka. */
    public enum Role {
        /** Runs the pipeline with its API, and {@code doctor}. */
        PIPELINE,
        /** Publishes articles. */
        PUBLISHER,
        /** Reads events and incidents, as {@code tail} and {@code export} do. */
        READER,
        /** Creates and checks the topics. */
        OPERATOR
    }

    /** The rights of a role, in the order of the data flow. */
    public static List<Right> of(Role role, PipelineConfig config) {
        try (Topics topics = config.topics()) {
            return switch (role) {
                case PIPELINE -> pipeline(topics, config.applicationId());
                case PUBLISHER -> List.of(topic(topics.articles(), WRITE, "publishes articles"));
                case READER -> reader(topics);
                case OPERATOR -> operator(topics);
            };
        }
    }

    /** The user that a configuration names; nothing where it does so in no way that is known here, such as by a certificate. */
    public static Optional<String> user(PipelineConfig config) {
        String client = config.raw(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID);
        if (client != null) {
            return Optional.of(client);
        }
        String jaas = config.raw(SaslConfigs.SASL_JAAS_CONFIG);
        Matcher user = USER.matcher(jaas == null ? "" : jaas);
        return user.find() ? Optional.of(user.group(1)) : Optional.empty();
    }

    /** Rights by their resource, in the order in which each first comes. */
    public static List<List<Right>> byResource(List<Right> rights) {
        Map<ResourcePattern, List<Right>> found = new LinkedHashMap<>();
        rights.forEach(right -> found.computeIfAbsent(right.resource(), unseen -> new ArrayList<>())
                .add(right));
        return List.copyOf(found.values());
    }

    /**
     * The command that grants rights on one resource.
     *
     * @param rights of one resource; at least one
     * @param user name of the user
     */
    public static String command(PipelineConfig config, String user, List<Right> rights) {
        List<String> words = new ArrayList<>(List.of(
                "kafka-acls.sh",
                "--bootstrap-server",
                config.bootstrapServers(),
                "--command-config",
                "admin.properties",
                "--add",
                "--allow-principal",
                "User:" + user));
        rights.forEach(right -> words.addAll(right.grant().subList(0, 2)));
        List<String> first = rights.get(0).grant();
        words.addAll(first.subList(2, first.size()));
        return String.join(" ", words);
    }

    private static List<Right> pipeline(Topics topics, String application) {
        List<Right> rights = new ArrayList<>();
        rights.add(topic(topics.articles(), READ, "reads what is to be coded"));
        rights.add(topic(topics.articles(), WRITE, "POST /v1/articles publishes"));
        for (Topic<?, ?> events : topics.events().values()) {
            rights.add(topic(events, WRITE, "writes events"));
            rights.add(topic(events, READ, "follows them for /v1/stream and /v1/changes"));
        }
        rights.add(topic(topics.incidents(), WRITE, "writes incidents"));
        rights.add(topic(topics.incidentRevisions(), WRITE, "writes their revisions"));
        rights.add(topic(topics.incidentRevisions(), READ, "follows them for /v1/stream and /v1/changes"));
        rights.add(topic(topics.deadLetters(), WRITE, "writes articles that could not be coded"));
        rights.add(topic(topics.deadLetters(), READ, "counts them for /v1/status"));
        topics.all().forEach(topic -> rights.add(topic(topic, DESCRIBE_CONFIGS, "doctor compares its settings")));
        rights.add(Right.of(ResourceType.GROUP, application, READ, "the instances share the work as this group"));
        rights.addAll(own(application + "-"));
        return List.copyOf(rights);
    }

    /** What Kafka Streams makes for the application alone. */
    private static List<Right> own(String prefix) {
        String internal = "its own topics, between its stages and behind its stores: ";
        return List.of(
                Right.ofAll(ResourceType.TOPIC, prefix, CREATE, internal + "makes them"),
                Right.ofAll(ResourceType.TOPIC, prefix, WRITE, internal + "writes"),
                Right.ofAll(ResourceType.TOPIC, prefix, READ, internal + "reads, and restores stores"),
                Right.ofAll(ResourceType.TOPIC, prefix, DELETE, internal + "deletes records that were read"),
                Right.ofAll(ResourceType.TRANSACTIONAL_ID, prefix, WRITE, "writes exactly once"));
    }

    private static List<Right> reader(Topics topics) {
        List<Right> rights = new ArrayList<>();
        topics.events().values().forEach(events -> rights.add(topic(events, READ, "reads events")));
        rights.add(topic(topics.incidents(), READ, "reads incidents"));
        rights.add(topic(topics.incidentRevisions(), READ, "reads their revisions"));
        return List.copyOf(rights);
    }

    private static List<Right> operator(Topics topics) {
        List<Right> rights = new ArrayList<>();
        for (Topic<?, ?> topic : topics.all()) {
            rights.add(topic(topic, CREATE, "makes the topic"));
            rights.add(topic(topic, DESCRIBE, "sees whether it is there"));
            rights.add(topic(topic, DESCRIBE_CONFIGS, "compares its settings"));
        }
        return List.copyOf(rights);
    }

    private static Right topic(Topic<?, ?> topic, AclOperation operation, String purpose) {
        return Right.of(ResourceType.TOPIC, topic.name(), operation, purpose);
    }
}
