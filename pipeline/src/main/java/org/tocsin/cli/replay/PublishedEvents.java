package org.tocsin.cli.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.event.PlainJson;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** The events of some articles that stand in the topics of events: each in its latest version, without those retracted. */
public final class PublishedEvents {
    private final Map<String, Map<String, JsonNode>> byArticle = new HashMap<>();
    private final Map<String, String> articleOf = new HashMap<>();
    private final Set<String> articles;
    private int unreadable;

    private PublishedEvents(Set<String> articles) {
        this.articles = articles;
    }

    /**
     * Reads the topics of all event types from their beginning.
     *
     * @param articles ids of the articles whose events are wanted
     * @throws KafkaException if Kafka or the registry does not answer
     */
    public static PublishedEvents read(TopicScan scan, Topics topics, Set<String> articles) {
        PublishedEvents published = new PublishedEvents(articles);
        for (EventType<?> type : EventTypes.ALL) {
            Topic<String, SpecificRecord> topic = topics.eventsOf(type);
            scan.read(
                    scan.offsets(topic.name(), new Bound.Beginning()),
                    scan.offsets(topic.name(), new Bound.End()),
                    record -> published.take(topic, record));
        }
        return published;
    }

    private void take(Topic<String, SpecificRecord> topic, ConsumerRecord<byte[], byte[]> record) {
        String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            remove(id);
            return;
        }
        try {
            JsonNode event = PlainJson.of(
                    topic.values().deserializer().deserialize(topic.name(), record.headers(), record.value()));
            String article = event.path("article_id").asText();
            if (articles.contains(article)) {
                articleOf.put(id, article);
                byArticle
                        .computeIfAbsent(article, first -> new LinkedHashMap<>())
                        .put(id, event);
            }
        } catch (SerializationException e) {
            unreadable++;
        }
    }

    private void remove(String id) {
        String article = articleOf.remove(id);
        if (article != null) {
            byArticle.computeIfAbsent(article, first -> new LinkedHashMap<>()).remove(id);
        }
    }

    /** The events of an article, in the order in which they were published. */
    public List<JsonNode> of(String article) {
        Map<String, JsonNode> found = byArticle.get(article);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    /** How many records of the topics of events cannot be read. */
    public int unreadable() {
        return unreadable;
    }
}
