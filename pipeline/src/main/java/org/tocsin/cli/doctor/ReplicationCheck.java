package org.tocsin.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.Setting;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Whether the topics have copies enough, and as many in step as {@code min.insync.replicas} wants before anything is written. */
final class ReplicationCheck implements Check {
    @Override
    public String subject() {
        return "replication";
    }

    @Override
    public List<Finding> look(Site site) throws InterruptedException {
        int brokers = Site.answer(site.admin().describeCluster().nodes()).size();
        List<Finding> findings = new ArrayList<>();
        long wanted = site.config().number(Setting.REPLICATION);
        if (wanted > brokers) {
            findings.add(Finding.fail(
                    subject(),
                    Setting.REPLICATION.key() + " is " + wanted + ", but there are " + brokers + " brokers",
                    "set it to " + brokers + " or less, or start more brokers"));
        }
        List<String> names = existing(site);
        Map<ConfigResource, Config> settings = Site.answer(site.admin()
                .describeConfigs(names.stream().map(ReplicationCheck::resource).toList())
                .all());
        for (TopicDescription topic :
                Site.answer(site.admin().describeTopics(names).allTopicNames()).values()) {
            findings.addAll(judged(topic, leastInStep(settings.get(resource(topic.name()))), brokers));
        }
        return findings.isEmpty() ? List.of(Finding.ok(subject(), "copies are as they should be")) : findings;
    }

    private static List<String> existing(Site site) throws InterruptedException {
        var there = Site.answer(site.admin().listTopics().names());
        try (Topics topics = site.config().topics()) {
            return topics.all().stream()
                    .map(Topic::name)
                    .filter(there::contains)
                    .toList();
        }
    }

    private static int leastInStep(@Nullable Config settings) {
        ConfigEntry entry = settings == null ? null : settings.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        return entry == null ? 1 : Integer.parseInt(entry.value());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    /** What is wrong with the copies of one topic. */
    static List<Finding> judged(TopicDescription topic, int leastInStep, int brokers) {
        int copies = topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        int inStep = topic.partitions().stream()
                .mapToInt(partition -> partition.isr().size())
                .min()
                .orElse(0);
        String subject = "replication of " + topic.name();
        String least = TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + " is " + leastInStep;
        if (inStep < leastInStep) {
            return List.of(Finding.fail(
                    subject,
                    "a partition has " + inStep + " of " + copies + " copies in step, but " + least
                            + ": nothing can be written",
                    copies < leastInStep
                            ? "lower min.insync.replicas of the topic to " + copies + " or give it more copies"
                            : "bring the brokers back that hold its other copies"));
        }
        if (copies > 1 && copies == leastInStep) {
            return List.of(Finding.warn(
                    subject,
                    "has " + copies + " copies and " + least + ": when one broker goes nothing can be written",
                    "give the topic one copy more, or lower min.insync.replicas"));
        }
        if (copies == 1 && brokers > 1) {
            return List.of(Finding.warn(
                    subject,
                    "has one copy though there are " + brokers + " brokers: a lost disk loses it",
                    "give it more copies (kafka-reassign-partitions.sh), and set " + Setting.REPLICATION.key()
                            + " before topics are created"));
        }
        return List.of();
    }
}
