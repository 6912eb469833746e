package org.tocsin.cli.doctor;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Whether Kafka lets the user of this configuration do what a pipeline does with topics, its group and its transactions. */
final class RightsCheck implements Check {
    @Override
    public String subject() {
        return "rights";
    }

    @Override
    public List<Finding> look(Site site) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.addAll(topics(site));
        findings.addAll(group(site));
        findings.addAll(transactions(site));
        return findings.isEmpty()
                ? List.of(Finding.ok(subject(), "Kafka lets this user do what a pipeline does"))
                : findings;
    }

    private List<Finding> topics(Site site) throws InterruptedException {
        Set<String> there = Site.answer(site.admin().listTopics().names());
        List<Finding> findings = new ArrayList<>();
        try (Topics topics = site.config().topics()) {
            List<String> names = topics.all().stream()
                    .map(Topic::name)
                    .filter(there::contains)
                    .toList();
            Map<String, TopicDescription> described = Site.answer(site.admin()
                    .describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                    .allTopicNames());
            described.forEach((name, topic) -> {
                Set<AclOperation> needed = name.equals(topics.articles().name())
                        ? EnumSet.of(AclOperation.READ, AclOperation.DESCRIBE)
                        : EnumSet.of(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);
                findings.addAll(judged("topic", name, needed, topic.authorizedOperations()));
            });
        }
        return findings;
    }

    private List<Finding> group(Site site) throws InterruptedException {
        String group = site.config().applicationId();
        try {
            return judged(
                    "group",
                    group,
                    EnumSet.of(AclOperation.READ),
                    Site.answer(site.admin()
                                    .describeConsumerGroups(
                                            List.of(group),
                                            new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                                    .all())
                            .values()
                            .iterator()
                            .next()
                            .authorizedOperations());
        } catch (GroupIdNotFoundException e) {
            return List.of(); // nobody was in the group yet, so Kafka tells no rights of it
        }
    }

    /** Whoever may write with an id may describe it too; asking leaves nothing behind in Kafka, writing would. */
    private List<Finding> transactions(Site site) throws InterruptedException {
        String id = site.config().applicationId() + "-doctor";
        try {
            Site.answer(site.admin().describeTransactions(List.of(id)).description(id));
            return List.of();
        } catch (TransactionalIdNotFoundException e) {
            return List.of();
        } catch (TransactionalIdAuthorizationException e) {
            return List.of(lacking("transactional-id", site.config().applicationId() + "-*", "Write and Describe"));
        }
    }

    /** The finding that rights are lacking; none where all are there, or Kafka does not tell. */
    List<Finding> judged(String kind, String name, Set<AclOperation> needed, @Nullable Set<AclOperation> granted) {
        if (granted == null || granted.contains(AclOperation.ALL) || granted.containsAll(needed)) {
            return List.of();
        }
        String lacks = needed.stream()
                .filter(right -> !granted.contains(right))
                .map(RightsCheck::word)
                .collect(Collectors.joining(" and "));
        return List.of(lacking(kind, name, lacks));
    }

    private Finding lacking(String kind, String name, String rights) {
        return Finding.fail(
                subject(),
                "this user lacks " + rights + " on the " + kind + " " + name,
                "give it: kafka-acls.sh --add --allow-principal User:NAME --operation "
                        + rights.replace(" and ", " --operation ") + " --" + kind + " '" + name + "'");
    }

    private static String word(AclOperation right) {
        return right.name().charAt(0) + right.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
