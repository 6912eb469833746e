package org.tocsin.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.tocsin.event.Coder;
import org.tocsin.event.EventTypes;
import org.tocsin.schema.Article;
import org.tocsin.schema.EventEnvelope;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.meter.StreamMeters;

/** The topology without Kafka: articles in, topics and stores out. Articles are read by {@link ScriptedCoder} unless another is given. */
final class TestStream implements AutoCloseable {
    static final Instant PUBLISHED = Instant.parse("2026-11-18T10:00:00Z");

    final Topics topics;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> articles;

    TestStream(Path state) {
        this(state, Map.of());
    }

    TestStream(Path state, Map<String, String> settings) {
        this(state, settings, ScriptedCoder::coder);
    }

    /** A stream whose articles are read by another coder. */
    TestStream(Path state, Map<String, String> settings, Supplier<Coder> coders) {
        this(state, settings, coders, new StoreFeed());
    }

    /** A stream that tells the changes of its stores. */
    TestStream(Path state, Map<String, String> settings, Supplier<Coder> coders, StoreFeed feed) {
        PipelineConfig config = config(state).with(settings);
        topics = config.topics();
        driver = new TopologyTestDriver(
                new NewsTopology(config, topics, coders, feed, new StreamMeters(meters, DeadLetter.Reason.codes()))
                        .build(),
                config.streams());
        articles =
                driver.createInputTopic(topics.articles().name(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static PipelineConfig config(Path state) {
        return PipelineConfig.of(Map.of(
                "bootstrap.servers",
                "nowhere:1",
                PipelineConfig.REGISTRY_URL,
                "mock://" + UUID.randomUUID(),
                "state.dir",
                state.toString()));
    }

    static Article article(String id, String text) {
        return new Article(id, null, text, PUBLISHED, null, "Northline Wire");
    }

    void publish(String id, String text) {
        publish(article(id, text));
    }

    void publish(Article article) {
        publish(article.getId(), article);
    }

    void publish(String key, Article article) {
        pipe(
                key.getBytes(StandardCharsets.UTF_8),
                topics.articles()
                        .values()
                        .serializer()
                        .serialize(topics.articles().name(), article));
    }

    void delete(String id) {
        pipe(id.getBytes(StandardCharsets.UTF_8), null);
    }

    void pipe(byte @Nullable [] key, byte @Nullable [] value) {
        // whoever publishes may add any headers, also those that mean something behind the coder
        articles.pipeInput(new TestRecord<>(
                key,
                value,
                new RecordHeaders()
                        .add(FirstReport.HEADER, new byte[0])
                        .add("ce_id", new byte[0])
                        .add("ce_partitionkey", new byte[0])
                        .add("content-type", new byte[0])
                        .add("traceparent", "00-1-2-01".getBytes(StandardCharsets.UTF_8))));
    }

    /** Publishes with headers. */
    void publish(String id, String text, Headers headers) {
        byte[] value = topics.articles()
                .values()
                .serializer()
                .serialize(topics.articles().name(), article(id, text));
        articles.pipeInput(new TestRecord<>(id.getBytes(StandardCharsets.UTF_8), value, headers));
    }

    /** What was written to the topic of an event type since the last call. */
    List<KeyValue<String, SpecificRecord>> events(String type) {
        return read(topics.eventsOf(EventTypes.named(type)));
    }

    /** Whether each record that was written to the topic of an event type since the last call is marked as a first report. */
    List<Boolean> firstReports(String type) {
        return driver
                .createOutputTopic(
                        topics.eventsOf(EventTypes.named(type)).name(),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(written -> FirstReport.isMarked(written.headers()))
                .toList();
    }

    /** What was written to the incidents since the last call. */
    List<KeyValue<String, Incident>> incidents() {
        return read(topics.incidents());
    }

    List<KeyValue<String, Incident>> revisions() {
        return read(topics.incidentRevisions());
    }

    /** The headers of what was written to a topic since the last call, one map a record. */
    List<Map<String, String>> headers(Topic<?, ?> topic) {
        return driver
                .createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(written -> told(written.headers()))
                .toList();
    }

    private static Map<String, String> told(Headers headers) {
        Map<String, String> told = new LinkedHashMap<>();
        for (Header header : headers) {
            String earlier = told.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            if (earlier != null) {
                throw new AssertionError("The header " + header.key() + " is there twice");
            }
        }
        return told;
    }

    Topics topics() {
        return topics;
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(
                        topics.deadLetters().name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    Map<String, EventEnvelope> storedEvents() {
        KeyValueStore<String, EventEnvelope> store = driver.getKeyValueStore(Stores.EVENTS);
        return entries(store);
    }

    Map<String, RollupTotals> rollups() {
        Map<String, RollupTotals> totals = new TreeMap<>();
        try (KeyValueIterator<String, ValueAndTimestamp<RollupTotals>> all = driver.<String, RollupTotals>
                        getTimestampedKeyValueStore(Stores.ROLLUPS)
                .all()) {
            all.forEachRemaining(entry -> totals.put(entry.key, entry.value.value()));
        }
        return totals;
    }

    <V> KeyValueStore<String, V> store(String name) {
        return driver.getKeyValueStore(name);
    }

    @Override
    public void close() {
        driver.close();
        topics.close();
    }

    private <V> List<KeyValue<String, V>> read(Topic<String, V> topic) {
        return driver.createOutputTopic(
                        topic.name(),
                        topic.keys().deserializer(),
                        topic.values().deserializer())
                .readKeyValuesToList();
    }

    private static <V> Map<String, V> entries(KeyValueStore<String, V> store) {
        Map<String, V> entries = new LinkedHashMap<>();
        try (KeyValueIterator<String, V> all = store.all()) {
            all.forEachRemaining(entry -> entries.put(entry.key, entry.value));
        }
        return entries;
    }
}
