package org.tocsin.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.tocsin.stream.PipelineConfig;

/** How much a pipeline has still to do: records of its source and repartition topics that it has not committed. */
final class Backlog implements AutoCloseable {
    private final Admin admin;
    private final String application;
    private final String articles;

    /**
     * Looks at a pipeline from outside.
     *
     * @param articles name of the topic of articles
     */
    Backlog(PipelineConfig config, String articles) {
        this.admin = Admin.create(config.admin());
        this.application = config.applicationId();
        this.articles = articles;
    }

    /**
     * Number of records still to be read. When it is 0 and nothing more is published, all is done: what was committed is asked
     * before where the topics end, and what a record leads to is written in the transaction that commits it.
     */
    long records() throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(application)
                    .partitionsToOffsetAndMetadata()
                    .get();
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            admin.describeTopics(sources())
                    .allTopicNames()
                    .get()
                    .forEach((topic, description) -> description
                            .partitions()
                            .forEach(partition ->
                                    asked.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            long records = 0;
            for (var end : admin.listOffsets(asked).all().get().entrySet()) {
                OffsetAndMetadata done = committed.get(end.getKey());
                records += end.getValue().offset() - (done == null ? 0 : done.offset());
            }
            return records;
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka does not say how much is left to do: " + e.getCause(), e);
        }
    }

    private Set<String> sources() throws InterruptedException, ExecutionException {
        Set<String> sources = new HashSet<>(Set.of(articles));
        for (String topic : admin.listTopics().names().get()) {
            if (topic.startsWith(application + "-") && topic.endsWith("-repartition")) {
                sources.add(topic);
            }
        }
        return sources;
    }

    @Override
    public void close() {
        admin.close();
    }
}
