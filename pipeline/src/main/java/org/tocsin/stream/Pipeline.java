package org.tocsin.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.stream.meter.Figure;
import org.tocsin.stream.meter.KafkaFigures;
import org.tocsin.stream.meter.RestoreMeter;
import org.tocsin.stream.meter.StreamMeters;

/**
 * The running stream: from articles to events, incidents and rollups, exactly once. It is started once and closed once.
 */
public final class Pipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    /** How long topics that were just created may take to be known. */
    private static final Duration TOPICS_LIMIT = Duration.ofSeconds(3);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(20);
    private static final double MILLIS_A_SECOND = 1000;

    private final PipelineConfig config;
    private final Topics topics;
    private final StoreFeed feed = new StoreFeed();
    private final StreamMeters meters;
    private final RestoreMeter restores = new RestoreMeter();
    private final KafkaStreams streams;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean damaged;
    private volatile @Nullable PartitionedStores partitions;
    private volatile @Nullable LagMeter lag;
    private volatile @Nullable Placements placements;

    /** What the pipeline is doing. */
    public enum State {
        /** Not started yet, or starting and filling its stores. */
        STARTING,
        /** Coding articles; its stores can be read. */
        RUNNING,
        /** Taking over or handing over partitions; stores of those that stay can be read. */
        REBALANCING,
        /** Closed, or closing. */
        STOPPED,
        /** Ended by an error, see {@link Pipeline#failure}. */
        FAILED
    }

    /** The pipeline with the standard coder of English news, whose figures nobody sees. */
    public Pipeline(PipelineConfig config) {
        this(config, new SimpleMeterRegistry());
    }

    /**
     * The pipeline with the standard coder of English news.
     *
     * @param registry where every {@link Figure} of the stream is shown
     */
    public Pipeline(PipelineConfig config, MeterRegistry registry) {
        this(config, registry, watch -> () -> EnglishNews.coder(watch));
    }

    /**
     * A pipeline with another coder.
     *
     * @param config where Kafka and the registry are, and how to work
     * @param coders makes a coder for each task
     */
    public Pipeline(PipelineConfig config, Supplier<Coder> coders) {
        this(config, new SimpleMeterRegistry(), watch -> coders);
    }

    private Pipeline(PipelineConfig config, MeterRegistry registry, Function<StreamMeters, Supplier<Coder>> coders) {
        config.bootstrapServers();
        this.meters = new StreamMeters(registry, DeadLetter.Reason.codes());
        this.config = config;
        this.topics = config.topics();
        Properties settings = config.streams();
        settings.put(LastNet.METERS, meters);
        this.streams = new KafkaStreams(
                new NewsTopology(config, topics, coders.apply(meters), feed, meters).build(), settings);
        streams.setGlobalStateRestoreListener(restores);
        showFigures(registry);
        streams.setStateListener((now, before) -> stateChanged(now));
        streams.setUncaughtExceptionHandler(this::decide);
    }

    /**
     * Starts the stream. Returns at once; see {@link #awaitRunning}.
     *
     * @throws IllegalStateException if topics are missing
     * @throws org.apache.kafka.common.KafkaException if Kafka does not answer
     */
    public void start() {
        try (TopicAdmin admin = new TopicAdmin(config)) {
            List<String> missing = admin.missingAfter(TOPICS_LIMIT);
            if (!missing.isEmpty()) {
                throw new IllegalStateException(
                        "Kafka lacks the topics " + String.join(", ", missing) + "; create them: tocsin topics create");
            }
            int articles = admin.partitions(topics.articles().name());
            int incidents = topics.incidents().partitions();
            partitions = new StreamsPartitions(streams, articles, incidents);
            SourceTopics sources = SourceTopics.of(config, topics, articles);
            lag = new LagMeter(streams, config, sources, topics.articles().name(), meters);
            placements = new Placements(streams, sources);
        }
        topics.registerSchemas();
        try {
            streams.start();
        } catch (StreamsException e) {
            noteDamage(e);
            throw e;
        }
    }

    /** What the pipeline is doing. */
    public State state() {
        if (failure.get() != null) {
            return State.FAILED;
        }
        return switch (streams.state()) {
            case CREATED -> State.STARTING;
            case REBALANCING -> running.getCount() > 0 ? State.STARTING : State.REBALANCING;
            case RUNNING -> State.RUNNING;
            case PENDING_SHUTDOWN, NOT_RUNNING -> State.STOPPED;
            case PENDING_ERROR, ERROR -> State.FAILED;
        };
    }

    /** Whether articles are coded and the stores can be read. */
    public boolean ready() {
        return state() == State.RUNNING;
    }

    /**
     * Waits until the stream runs.
     *
     * @return whether it does
     */
    public boolean awaitRunning(Duration limit) throws InterruptedException {
        return running.await(limit.toMillis(), TimeUnit.MILLISECONDS) && state() == State.RUNNING;
    }

    /** Waits until the stream has ended, by {@link #close} or by an error. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** The error that ended the stream; null where there was none. */
    public @Nullable Throwable failure() {
        return failure.get();
    }

    /** The partitions of the stores that are here; answers once the stream was started. */
    public PartitionedStores partitions() {
        return started(partitions);
    }

    /** How far the state is behind; answers once the stream was started. */
    public StateLag lag() {
        return started(lag);
    }

    /** Where the other instances reach the API of this one. */
    public Placement.Address address() {
        return config.address();
    }

    /** Which instance holds which partitions of a store; answers once the stream was started. */
    public Placement placement(StoreName<?> store) {
        return started(placements).of(store);
    }

    /** The partitions that a key of a store can be in; answers once the stream was started. */
    public Set<Integer> partitionsOf(StoreName<?> store, String key) {
        int number = partitions().partitions(store);
        Set<Integer> all = IntStream.range(0, number).boxed().collect(Collectors.toSet());
        return started(placements).partitionsOf(store, key, all);
    }

    /** Tells a listener of every change of the stores that this instance owns; to be called before the start. */
    public void tell(StoreListener listener) {
        feed.add(listener);
    }

    /** The topics that the stream reads and writes. */
    public Topics topics() {
        return topics;
    }

    /** The configuration that the pipeline was made with. */
    public PipelineConfig config() {
        return config;
    }

    private void showFigures(MeterRegistry registry) {
        restores.bindTo(registry);
        new KafkaFigures(streams::metrics).bindTo(registry);
        Figure.LAG.gauge(registry, () -> {
            LagMeter meter = lag;
            return meter == null ? null : meter.worst() / MILLIS_A_SECOND;
        });
        Figure.ARTICLES_WAITING.gauge(registry, () -> {
            LagMeter meter = lag;
            return meter == null || meter.waiting().isEmpty()
                    ? null
                    : meter.waiting().getAsLong();
        });
        for (State each : State.values()) {
            Figure.STATE.gauge(
                    registry, () -> state() == each ? 1 : 0, each.name().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * Commits what was done and leaves the group, so that others take over at once. Local state whose files were found damaged is
     * deleted; Kafka has all of it.
     */
    @Override
    public void close() {
        LagMeter meter = lag;
        if (meter != null) {
            meter.close();
        }
        boolean inTime =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_LIMIT));
        if (!inTime) {
            LOG.warn(
                    "The stream did not end within {} s; what was not committed will be done again",
                    CLOSE_LIMIT.toSeconds());
        }
        if (inTime && damaged) {
            streams.cleanUp();
        }
        topics.close();
        ended.countDown();
    }

    private void noteDamage(Throwable error) {
        if (DamagedState.causes(error)) {
            damaged = true;
            LOG.error(
                    "Files of the local state are damaged; it is deleted, and read from Kafka after the next start",
                    error);
        }
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new StoresUnavailable("The pipeline was not started");
        }
        return part;
    }

    private void stateChanged(KafkaStreams.State now) {
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            running.countDown();
            ended.countDown();
        }
    }

    /** A registry that is away comes back, so its thread is replaced; any other error would come again. */
    private StreamThreadExceptionResponse decide(Throwable error) {
        if (Causes.has(error, RegistryUnavailable.class)) {
            meters.failure(StreamMeters.Part.REGISTRY);
            LOG.warn("{}; going on where the last commit was", Causes.first(error, RegistryUnavailable.class));
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("The stream ends", error);
        noteDamage(error);
        failure.compareAndSet(null, error);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
