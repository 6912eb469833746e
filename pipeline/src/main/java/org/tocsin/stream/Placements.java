package org.tocsin.stream;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.tocsin.incident.StoreKey;

/** Where the partitions of stores are, by the metadata that Kafka Streams spreads with each rebalance. */
final class Placements {
    private final KafkaStreams streams;
    private final SourceTopics sources;

    Placements(KafkaStreams streams, SourceTopics sources) {
        this.streams = streams;
        this.sources = sources;
    }

    Placement of(StoreName<?> store) {
        String topic = sources.of(store);
        try {
            return new Placement(streams.metadataForAllStreamsClients().stream()
                    .map(member -> member(member, topic))
                    .filter(member ->
                            !member.owned().isEmpty() || !member.standby().isEmpty())
                    .toList());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw unknown(e);
        }
    }

    /** The one partition that a key can be in; all of them where the key does not tell. */
    Set<Integer> partitionsOf(StoreName<?> store, String key, Set<Integer> all) {
        String spreadBy = switch (store.spread()) {
            case ARTICLE, INCIDENT -> null;
            case COUNTRY -> StoreKey.segments(key).get(0);
            case CELL -> key;
        };
        if (spreadBy == null) {
            return all;
        }
        try {
            KeyQueryMetadata metadata = streams.queryMetadataForKey(store.name(), spreadBy, new StringSerializer());
            return metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)
                    ? all
                    : Set.of(metadata.partition());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw unknown(e);
        }
    }

    /** The stream has not begun, or has ended. */
    private StoresUnavailable unknown(RuntimeException cause) {
        return new StoresUnavailable(
                "Nobody knows who holds the stores while the pipeline is " + streams.state(), cause);
    }

    private static Placement.Member member(StreamsMetadata member, String topic) {
        HostInfo host = member.hostInfo();
        return new Placement.Member(
                new Placement.Address(host.host(), host.port()),
                partitions(member.topicPartitions(), topic),
                partitions(member.standbyTopicPartitions(), topic));
    }

    private static Set<Integer> partitions(Set<TopicPartition> all, String topic) {
        return all.stream()
                .filter(partition -> partition.topic().equals(topic))
                .map(TopicPartition::partition)
                .collect(Collectors.toSet());
    }
}
