package org.tocsin.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Asks Kafka which of the rights of the pipeline its user lacks, before anything is done that would fail for it. Kafka itself says
 * what the user may do with what is there; of ids of transactions and of topics that are still to be made it is tried without effect.
 */
final class RightsCheck {
    private static final int ANSWER_SECONDS = 20;
    /** Ends the names that are only tried. */
    private static final String TRIED = "rights-check";

    private final Admin admin;
    private final String application;
    private final List<Right> rights;

    RightsCheck(Admin admin, PipelineConfig config) {
        this.admin = admin;
        this.application = config.applicationId();
        this.rights = Rights.of(Rights.Role.PIPELINE, config);
    }

    /**
     * The rights that are missing, in the order of the documentation.
     *
     * @throws KafkaException if Kafka does not answer
     */
    List<Right> missing() {
        Set<String> own = ownTopics();
        List<Right> missing = new ArrayList<>(ofTopics(own));
        admin.describeConsumerGroups(
                        List.of(application), new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                .describedGroups()
                .forEach((name, group) ->
                        missing.addAll(lacking(ResourceType.GROUP, name, group, RightsCheck::operations)));
        missing.addAll(lacking(
                ResourceType.TRANSACTIONAL_ID,
                prefix() + TRIED,
                admin.describeTransactions(List.of(prefix() + TRIED)).description(prefix() + TRIED),
                description -> Optional.empty()));
        if (own.isEmpty() && !mayCreate()) {
            missing.addAll(of(ResourceType.TOPIC, prefix() + TRIED)
                    .filter(right -> right.operation() == AclOperation.CREATE)
                    .toList());
        }
        return rights.stream().filter(missing::contains).toList();
    }

    private List<Right> ofTopics(Set<String> own) {
        Stream<String> named = rights.stream()
                .map(Right::resource)
                .filter(resource -> resource.resourceType() == ResourceType.TOPIC)
                .map(ResourcePattern::name)
                .filter(name -> !name.equals(prefix()))
                .distinct();
        List<Right> missing = new ArrayList<>();
        admin.describeTopics(
                        Stream.concat(named, own.stream()).toList(),
                        new DescribeTopicsOptions().includeAuthorizedOperations(true))
                .topicNameValues()
                .forEach((name, topic) ->
                        missing.addAll(lacking(ResourceType.TOPIC, name, topic, RightsCheck::operations)));
        return missing;
    }

    private static Optional<Set<AclOperation>> operations(TopicDescription topic) {
        return Optional.ofNullable(topic.authorizedOperations());
    }

    private static Optional<Set<AclOperation>> operations(ConsumerGroupDescription group) {
        return Optional.ofNullable(group.authorizedOperations());
    }

    private interface Operations<T> {
        Optional<Set<AclOperation>> of(T description);
    }

    /** What of a resource the user may not do. One who may not even see it lacks every right that would show it. */
    private <T> Collection<Right> lacking(
            ResourceType type, String name, KafkaFuture<T> future, Operations<T> operations) {
        try {
            Set<AclOperation> allowed = operations.of(answer(future)).orElse(Set.of());
            // brokers and services that do not tell give nothing at all
            return allowed.contains(AclOperation.DESCRIBE)
                    ? of(type, name)
                            .filter(right -> right.operation() != AclOperation.CREATE)
                            .filter(right -> !allowed.contains(right.operation()))
                            .toList()
                    : List.of();
        } catch (AuthorizationException e) {
            return of(type, name).filter(Right::tells).toList();
        } catch (ApiException e) {
            if (isPassing(e)) {
                throw e;
            }
            return List.of(); // there is no such topic, group or transaction yet
        }
    }

    private Stream<Right> of(ResourceType type, String name) {
        return rights.stream().filter(right -> right.isAbout(type, name));
    }

    private static boolean isPassing(ApiException e) {
        return e instanceof AuthenticationException || e instanceof org.apache.kafka.common.errors.TimeoutException;
    }

    private boolean mayCreate() {
        NewTopic tried = new NewTopic(prefix() + TRIED, Optional.of(1), Optional.empty());
        try {
            answer(admin.createTopics(List.of(tried), new CreateTopicsOptions().validateOnly(true))
                    .all());
            return true;
        } catch (AuthorizationException e) {
            return false;
        } catch (ApiException e) {
            if (isPassing(e)) {
                throw e;
            }
            return true; // a policy against this name or number of copies says nothing of rights
        }
    }

    /** The topics of Kafka Streams that are there and may be seen. */
    private Set<String> ownTopics() {
        return Set.copyOf(answer(admin.listTopics().names()).stream()
                .filter(name -> name.startsWith(prefix()))
                .filter(name -> name.endsWith("-changelog") || name.endsWith("-repartition"))
                .toList());
    }

    private String prefix() {
        return application + "-";
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException("Interrupted while asking for rights", e);
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("Kafka does not say what its user may do", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException refusal) {
                throw refusal;
            }
            throw new KafkaException(e.getCause());
        }
    }
}
