package org.tocsin.stream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.schema.Article;
import org.tocsin.schema.Incident;

/** Every topic of a configuration, each declared once. */
public final class Topics implements AutoCloseable {
    private final PipelineConfig config;
    private final Topic<String, Article> articles;
    private final Map<EventType<?>, Topic<String, SpecificRecord>> events = new LinkedHashMap<>();
    private final Topic<String, Incident> incidents;
    private final Topic<String, Incident> revisions;
    private final Topic<byte[], byte[]> deadLetters;

    Topics(PipelineConfig config) {
        this.config = config;
        articles = topic(
                "articles",
                "articles to be coded; key: article id, a null value deletes",
                Article.class,
                Setting.ARTICLES_PARTITIONS,
                kept(Setting.ARTICLES_RETENTION));
        for (EventType<?> type : EventTypes.ALL) {
            events.put(type, events(type));
        }
        incidents = topic(
                "incidents",
                "incidents as they stand; key: incident id, a null value retracts",
                Incident.class,
                Setting.INCIDENTS_PARTITIONS,
                new Topic.Keep.LatestOfKey());
        revisions = topic(
                "incidents.revisions",
                "every revision of every incident; key: incident id",
                Incident.class,
                Setting.INCIDENTS_PARTITIONS,
                kept(Setting.REVISIONS_RETENTION));
        deadLetters = new Topic<>(
                deadLetters(config),
                "articles that could not be coded, as they came, with the reason in headers",
                Serdes.ByteArray(),
                Serdes.ByteArray(),
                partitions(Setting.ARTICLES_PARTITIONS),
                kept(Setting.DEAD_LETTERS_RETENTION),
                PipelineConfig.LARGEST_RECORD);
    }

    /** The articles to be coded. */
    public Topic<String, Article> articles() {
        return articles;
    }

    /** The events of each type; a null value retracts the event of its key. */
    public Map<EventType<?>, Topic<String, SpecificRecord>> events() {
        return Collections.unmodifiableMap(events);
    }

    /** The events of one type. */
    public Topic<String, SpecificRecord> eventsOf(EventType<?> type) {
        Topic<String, SpecificRecord> topic = events.get(type);
        if (topic == null) {
            throw new IllegalArgumentException(
                    "The event type " + type.name() + " is not registered in EventTypes.ALL");
        }
        return topic;
    }

    /** The incidents as they stand. */
    public Topic<String, Incident> incidents() {
        return incidents;
    }

    /** Every revision of every incident. */
    public Topic<String, Incident> incidentRevisions() {
        return revisions;
    }

    /** Articles that could not be coded. */
    public Topic<byte[], byte[]> deadLetters() {
        return deadLetters;
    }

    /** All topics in the order of the data flow. */
    public List<Topic<?, ?>> all() {
        List<Topic<?, ?>> all = new ArrayList<>();
        all.add(articles);
        all.addAll(events.values());
        all.add(incidents);
        all.add(revisions);
        all.add(deadLetters);
        return all;
    }

    /** Registers the schemas of all values, where the serde does so, so that others find them before the first record. */
    void registerSchemas() {
        for (Topic<?, ?> topic : all()) {
            if (topic.values() instanceof RegistryAvroSerde<?> serde) {
                serde.register(topic.name());
            }
        }
    }

    /** Releases what the serdes hold, such as connections. */
    @Override
    public void close() {
        for (Topic<?, ?> topic : all()) {
            topic.keys().close();
            topic.values().close();
        }
    }

    private Topic<String, SpecificRecord> events(EventType<?> type) {
        @SuppressWarnings("unchecked") // the serde is made for this class and takes no other record
        Class<SpecificRecord> schema = (Class<SpecificRecord>) type.schema();
        return topic(
                "events." + type.name(),
                "events of type " + type.name() + "; key: event id, a null value retracts",
                schema,
                Setting.EVENTS_PARTITIONS,
                kept(Setting.EVENTS_RETENTION));
    }

    private <V extends SpecificRecord> Topic<String, V> topic(
            String name, String holds, Class<V> schema, Setting partitions, Topic.Keep keep) {
        Serde<V> values = ValueSerdes.of(schema, config);
        return new Topic<>(
                name(name),
                holds,
                Serdes.String(),
                values,
                partitions(partitions),
                keep,
                PipelineConfig.LARGEST_RECORD);
    }

    /** Name of the topic of dead letters. */
    static String deadLetters(PipelineConfig config) {
        return config.text(Setting.TOPIC_PREFIX) + "articles.dead-letters";
    }

    private String name(String name) {
        return config.text(Setting.TOPIC_PREFIX) + name;
    }

    private int partitions(Setting setting) {
        return Math.toIntExact(config.number(setting));
    }

    private Topic.Keep kept(Setting setting) {
        return new Topic.Keep.ForMillis(config.number(setting));
    }
}
