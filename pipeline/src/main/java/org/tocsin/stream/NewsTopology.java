package org.tocsin.stream;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.ArticleIntake;
import org.tocsin.event.Coder;
import org.tocsin.event.EventType;
import org.tocsin.event.EventTypes;
import org.tocsin.incident.IncidentChange;
import org.tocsin.rollup.Rollups;
import org.tocsin.schema.ArticleReport;
import org.tocsin.schema.Incident;
import org.tocsin.schema.RevisionStatus;
import org.tocsin.schema.RollupTotals;
import org.tocsin.stream.meter.StreamMeters;

/**
 * The way of an article. It is read and checked; what cannot be used goes to the dead letters. It is coded, and its events go to
 * the topics of their types. What it says about each country meets what other articles say about that country: out come incidents
 * and their revisions. Every revision changes totals, which are summed by cell.
 */
public final class NewsTopology {
    /** Name of the repartition topic of reports, without the application's id before and {@code -repartition} behind. */
    static final String REPORTS = "report-by-country";

    /** Name of the repartition topic of changes of totals. */
    static final String CHANGES = "change-by-cell";

    private final PipelineConfig config;
    private final Topics topics;
    private final Supplier<Coder> coders;
    private final StoreFeed feed;
    private final StreamMeters meters;

    /**
     * The topology of a configuration.
     *
     * @param config how many partitions to spread over, and the limit of articles
     * @param topics what to read and write
     * @param coders makes a coder for each task
     */
    public NewsTopology(PipelineConfig config, Topics topics, Supplier<Coder> coders) {
        this(
                config,
                topics,
                coders,
                new StoreFeed(),
                new StreamMeters(new SimpleMeterRegistry(), DeadLetter.Reason.codes()));
    }

    /** A topology that tells the changes of its stores, and what it does. */
    NewsTopology(PipelineConfig config, Topics topics, Supplier<Coder> coders, StoreFeed feed, StreamMeters meters) {
        this.config = config;
        this.topics = topics;
        this.coders = coders;
        this.feed = feed;
        this.meters = meters;
    }

    /** Builds it. */
    public Topology build() {
        StreamsConfig settings = new StreamsConfig(config.streams());
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(settings));
        KStream<String, Intake> articles = decodeArticles(readArticles(builder));
        KStream<String, Coding> codings = codeArticles(articles);
        for (EventType<?> type : EventTypes.ALL) {
            writeEvents(codings, type);
        }
        KStream<String, IncidentChange> changes = resolveIncidents(reportsByCountry(codings));
        writeIncidents(changes);
        writeRevisions(changes);
        sumRollups(changes);
        writeDeadLetters(lettersOf(articles, codings));
        return builder.build(config.streams());
    }

    private KStream<byte[], byte[]> readArticles(StreamsBuilder builder) {
        return builder.stream(
                topics.articles().name(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read-articles"));
    }

    private KStream<String, Intake> decodeArticles(KStream<byte[], byte[]> raw) {
        ArticleIntake intake = new ArticleIntake(Math.toIntExact(config.number(Setting.ARTICLE_LIMIT)));
        return raw.process(() -> new DecodeArticle(topics.articles(), intake, meters), Named.as("decode-article"));
    }

    private KStream<String, Coding> codeArticles(KStream<String, Intake> articles) {
        return articles.filterNot((id, intake) -> intake instanceof Intake.Unusable, Named.as("select-usable"))
                .process(
                        withStores(
                                () -> new CodeArticle(coders, feed, meters),
                                List.of(Stores.codedArticles(), Stores.events())),
                        Named.as("code-article"));
    }

    private void writeEvents(KStream<String, Coding> codings, EventType<?> type) {
        Topic<String, SpecificRecord> topic = topics.eventsOf(type);
        codings.filter((id, coding) -> isOf(type, coding), Named.as("select-" + type.name()))
                .processValues(() -> address(type, topic), Named.as("unwrap-" + type.name()))
                .to(topic.name(), Produced.with(topic.keys(), topic.values()).withName("write-" + type.name()));
    }

    private KStream<String, ArticleReport> reportsByCountry(KStream<String, Coding> codings) {
        return codings.filter((id, coding) -> coding instanceof Coding.Report, Named.as("select-report"))
                .map(
                        (id, coding) -> {
                            ArticleReport report = ((Coding.Report) coding).report();
                            return KeyValue.pair(report.getCountry(), report);
                        },
                        Named.as("key-report-by-country"))
                .repartition(Repartitioned.<String, ArticleReport>as(REPORTS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(RecordSerde.of(ArticleReport.class))
                        .withNumberOfPartitions(topics.incidents().partitions()));
    }

    private KStream<String, IncidentChange> resolveIncidents(KStream<String, ArticleReport> reports) {
        Duration closeAfter = Duration.ofMillis(config.number(Setting.INCIDENT_CLOSE_AFTER));
        return reports.process(
                withStores(
                        () -> new ResolveIncident(closeAfter, feed, meters),
                        List.of(
                                Stores.articleAccounts(),
                                Stores.accountIndex(),
                                Stores.incidents(),
                                Stores.revisions())),
                Named.as("resolve-incident"));
    }

    private void writeIncidents(KStream<String, IncidentChange> changes) {
        Topic<String, Incident> topic = topics.incidents();
        changes.processValues(
                        () -> address("org.tocsin.incident", topic, NewsTopology::standing),
                        Named.as("select-standing"))
                .to(topic.name(), Produced.with(topic.keys(), topic.values()).withName("write-incident"));
    }

    private void writeRevisions(KStream<String, IncidentChange> changes) {
        Topic<String, Incident> topic = topics.incidentRevisions();
        changes.processValues(
                        () -> address("org.tocsin.incident.revision", topic, IncidentChange::after),
                        Named.as("select-revision"))
                .to(topic.name(), Produced.with(topic.keys(), topic.values()).withName("write-revision"));
    }

    private void sumRollups(KStream<String, IncidentChange> changes) {
        changes.flatMap((id, change) -> cells(change), Named.as("derive-change"))
                .repartition(Repartitioned.<String, RollupTotals>as(CHANGES)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(RecordSerde.of(RollupTotals.class))
                        .withNumberOfPartitions(topics.incidents().partitions()))
                .groupByKey(Grouped.with("group-by-cell", Serdes.String(), RecordSerde.of(RollupTotals.class)))
                .aggregate(
                        Rollups::zero,
                        (cell, change, total) -> sum(total, change),
                        Named.as("sum-rollup"),
                        Materialized.<String, RollupTotals, KeyValueStore<Bytes, byte[]>>as(Stores.ROLLUPS)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(RecordSerde.of(RollupTotals.class))
                                .withCachingDisabled());
    }

    private KStream<String, DeadLetter> lettersOf(KStream<String, Intake> articles, KStream<String, Coding> codings) {
        KStream<String, DeadLetter> unusable = articles.filter(
                        (id, intake) -> intake instanceof Intake.Unusable, Named.as("select-unusable"))
                .mapValues(intake -> ((Intake.Unusable) intake).letter(), Named.as("unwrap-unusable"));
        KStream<String, DeadLetter> failed = codings.filter(
                        (id, coding) -> coding instanceof Coding.Failed, Named.as("select-failed"))
                .mapValues(coding -> ((Coding.Failed) coding).letter(), Named.as("unwrap-failed"));
        return unusable.merge(failed, Named.as("join-dead-letters"));
    }

    private void writeDeadLetters(KStream<String, DeadLetter> letters) {
        Topic<byte[], byte[]> topic = topics.deadLetters();
        letters.process(() -> new AddressDeadLetter(meters), Named.as("address-dead-letter"))
                .to(topic.name(), Produced.with(topic.keys(), topic.values()).withName("write-dead-letter"));
    }

    private static FixedKeyProcessor<String, Coding, SpecificRecord> address(
            EventType<?> type, Topic<String, SpecificRecord> topic) {
        return new AddressEvent<>(
                new CloudEvent(topic.name(), "org.tocsin.event." + type.name()),
                coding -> ((Coding.Event) coding).event(),
                (coding, context) -> AddressEvent.article(context));
    }

    private static FixedKeyProcessor<String, IncidentChange, Incident> address(
            String type, Topic<String, Incident> topic, Function<IncidentChange, @Nullable Incident> incident) {
        return new AddressEvent<>(
                new CloudEvent(topic.name(), type),
                incident,
                (change, context) -> Integer.toString(change.after().getRevision()));
    }

    private static boolean isOf(EventType<?> type, Coding coding) {
        return coding instanceof Coding.Event event && event.type().equals(type.name());
    }

    private static @Nullable Incident standing(IncidentChange change) {
        return change.after().getRevisionStatus() == RevisionStatus.RETRACTED ? null : change.after();
    }

    private static List<KeyValue<String, RollupTotals>> cells(IncidentChange change) {
        return Rollups.change(change).entrySet().stream()
                .map(cell -> KeyValue.pair(cell.getKey().encode(), cell.getValue()))
                .toList();
    }

    /** The new total of a cell; null, which removes the cell, where nothing is left. */
    private static @Nullable RollupTotals sum(RollupTotals total, RollupTotals change) {
        RollupTotals sum = Rollups.add(total, change);
        return sum.equals(Rollups.zero()) ? null : sum;
    }

    private static <KI, VI, KO, VO> ProcessorSupplier<KI, VI, KO, VO> withStores(
            Supplier<Processor<KI, VI, KO, VO>> processors, List<StoreBuilder<?>> stores) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<KI, VI, KO, VO> get() {
                return processors.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return new LinkedHashSet<>(stores);
            }
        };
    }
}
