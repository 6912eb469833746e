package org.tocsin.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** Creates the topics of a configuration in Kafka and says how those there differ from it. */
public final class TopicAdmin implements AutoCloseable {
    private static final int ANSWER_MILLIS = 20_000;
    /** How long a new topic may take until every broker knows it. */
    private static final Duration SPREADING = Duration.ofSeconds(15);

    private static final Duration ASK_AGAIN = Duration.ofMillis(50);

    private final PipelineConfig config;
    private final Topics topics;
    private final Admin admin;

    /** Connects to Kafka when first used. */
    public TopicAdmin(PipelineConfig config) {
        this.config = config;
        this.topics = config.topics();
        Map<String, Object> settings = config.admin();
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS / 2);
        settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
        this.admin = Admin.create(settings);
    }

    /**
     * One topic as it is.
     *
     * @param topic as the configuration wants it
     * @param partitions how many it has; 0 where there is no such topic
     * @param faults how it differs, each with what to do about it
     */
    public record State(Topic<?, ?> topic, int partitions, List<String> faults) {
        /** Whether the topic exists. */
        public boolean exists() {
            return partitions > 0;
        }
    }

    /**
     * Creates the topics that do not exist yet. They can be used when this returns.
     *
     * @return their names
     * @throws KafkaException if Kafka does not answer or refuses
     */
    public List<String> create() {
        List<String> missing = missing();
        short replication = (short) config.number(Setting.REPLICATION);
        List<NewTopic> wanted = topics.all().stream()
                .filter(topic -> missing.contains(topic.name()))
                .map(topic -> topic.toCreate(replication))
                .toList();
        List<String> created = new ArrayList<>();
        admin.createTopics(wanted).values().forEach((name, future) -> {
            if (isCreated(name, future)) {
                created.add(name);
            }
        });
        List<String> unseen = missingAfter(SPREADING);
        if (!unseen.isEmpty()) {
            throw new KafkaException(
                    "Kafka made the topics " + String.join(", ", unseen) + " but does not show them yet");
        }
        return created;
    }

    /**
     * All topics as they are, in the order of the data flow.
     *
     * @throws KafkaException if Kafka does not answer or refuses
     */
    public List<State> states() {
        Set<String> present = present();
        List<String> names =
                topics.all().stream().map(Topic::name).filter(present::contains).toList();
        Map<String, TopicDescription> described =
                answer(admin.describeTopics(names).allTopicNames(), "describing the topics");
        Map<ConfigResource, Config> settings = answer(
                admin.describeConfigs(names.stream().map(TopicAdmin::resource).toList())
                        .all(),
                "reading the settings of the topics");
        List<State> states = new ArrayList<>();
        for (Topic<?, ?> topic : topics.all()) {
            TopicDescription description = described.get(topic.name());
            states.add(
                    description == null
                            ? new State(topic, 0, List.of("does not exist; create it: tocsin topics create"))
                            : state(topic, description, settings.get(resource(topic.name()))));
        }
        return states;
    }

    /**
     * The rights of the pipeline that Kafka does not grant the user of this configuration; none where Kafka does not tell.
     *
     * @throws KafkaException if Kafka does not answer
     */
    public List<Right> missingRights() {
        return new RightsCheck(admin, config).missing();
    }

    /** Number of partitions of a topic in Kafka; 0 where it does not exist. */
    int partitions(String topic) {
        if (!present().contains(topic)) {
            return 0;
        }
        return answer(admin.describeTopics(List.of(topic)).allTopicNames(), "describing " + topic)
                .getOrDefault(topic, new TopicDescription(topic, false, List.of()))
                .partitions()
                .size();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
        topics.close();
    }

    private Set<String> present() {
        return answer(admin.listTopics().names(), "listing the topics");
    }

    private boolean isCreated(String topic, KafkaFuture<Void> creation) {
        try {
            answer(creation, "creating " + topic);
            return true;
        } catch (KafkaException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false; // somebody else was faster
            }
            throw e;
        }
    }

    private static State state(Topic<?, ?> topic, TopicDescription description, @Nullable Config settings) {
        List<String> faults = new ArrayList<>();
        int partitions = description.partitions().size();
        if (partitions != topic.partitions()) {
            faults.add("has " + partitions + " partitions, the configuration says " + topic.partitions()
                    + "; set the configuration to " + partitions);
        }
        topic.settings().forEach((key, wanted) -> {
            ConfigEntry is = settings == null ? null : settings.get(key);
            if (is != null && !wanted.equals(is.value())) {
                faults.add(key + " is " + is.value() + ", the configuration says " + wanted
                        + "; change it: kafka-configs.sh" + " --alter --topic " + topic.name() + " --add-config " + key
                        + "=" + wanted);
            }
        });
        return new State(topic, partitions, faults);
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private <T> T answer(KafkaFuture<T> future, String what) {
        try {
            return future.get(ANSWER_MILLIS * 2L, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException("Interrupted while " + what, e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new KafkaException(
                    "Kafka at " + config.bootstrapServers() + " failed " + what + ": " + cause.getMessage(), cause);
        } catch (TimeoutException e) {
            throw new KafkaException("Kafka at " + config.bootstrapServers() + " did not answer " + what, e);
        }
    }

    /** Names of the topics that are missing. */
    private List<String> missing() {
        Set<String> present = present();
        return topics.all().stream()
                .map(Topic::name)
                .filter(name -> !present.contains(name))
                .collect(Collectors.toList());
    }

    /** Names of the topics that are missing, also after a while: new topics take a moment to be known everywhere. */
    List<String> missingAfter(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        List<String> missing = missing();
        while (!missing.isEmpty() && System.nanoTime() < end) {
            LockSupport.parkNanos(ASK_AGAIN.toNanos());
            missing = missing();
        }
        return missing;
    }
}
