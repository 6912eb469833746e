package org.tocsin.serve.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.stream.StoresUnavailable;

/**
 * Follows the topics of events and incidents from now on with one consumer, for everybody who asks this instance what changes. An
 * error of Kafka or of the registry is logged and tried again where reading had come to. Thread-safe.
 */
public final class LiveFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    private static final int PAST_READERS = 4;

    private final FeedSource source;
    private final Ring.Limits limits;
    private final PastReaders past;
    /** Written by the thread of the feed alone. */
    private volatile Map<FeedCollection, Feed> feeds = Map.of();

    private final AtomicReference<@Nullable Consumer<byte[], byte[]>> open = new AtomicReference<>();
    private final Map<FeedCollection, ChangeReader> readers = new EnumMap<>(FeedCollection.class);
    private final AtomicLong unreadable = new AtomicLong();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "live-feed");

    /**
     * A feed that is not started yet.
     *
     * @param source what it follows; closed with the feed
     * @param changes how many changes of each collection are kept in memory
     * @param bytes how many bytes of them at most, as Kafka holds their records
     */
    public LiveFeed(FeedSource source, int changes, long bytes) {
        this.source = source;
        this.limits = new Ring.Limits(changes, bytes);
        this.past = new PastReaders(source::consumer, source::value, PAST_READERS);
        for (FeedCollection collection : FeedCollection.values()) {
            readers.put(collection, new ChangeReader(source::value, changes));
        }
    }

    /** Begins to follow. Returns at once; until the topics are there, {@link #ready} is false. */
    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether changes can be asked for. */
    public boolean ready() {
        return !feeds.isEmpty() && closing.getCount() > 0;
    }

    /** How many records could not be read since the start. */
    public long unreadable() {
        return unreadable.get();
    }

    /**
     * Follows a collection.
     *
     * @param after the position to go on from, as text; null for what comes now
     * @throws IllegalArgumentException if the text is no position of this collection
     * @throws PositionLost if it is one of other topics
     * @throws StoresUnavailable if the feed is not ready
     */
    public Subscription subscribe(FeedCollection collection, @Nullable String after, Sieve sieve) {
        Feed feed = feed(collection);
        Position from = after == null ? feed.ring().end() : feed.topics().read(after);
        return new Subscription(feed, from, sieve, past);
    }

    /** The position behind all that was read until now, as text. */
    public String now(FeedCollection collection) {
        Feed feed = feed(collection);
        return feed.topics().write(feed.ring().end());
    }

    /**
     * What changed since a position.
     *
     * @param since the position, as text
     * @param limit most edits
     * @throws IllegalArgumentException if the text is no position of this collection
     * @throws PositionLost if the topics no longer hold what followed
     * @throws StoresUnavailable if the feed is not ready, or too many read the past now
     */
    public ChangesPage changes(FeedCollection collection, String since, Sieve sieve, int limit)
            throws InterruptedException {
        Feed feed = feed(collection);
        Pager pager = new Pager(feed, sieve, feed.topics().read(since), limit);
        if (pager.isInRing()) {
            try {
                return pager.fromRing();
            } catch (Ring.Overtaken e) {
                LOG.debug("The ring went on while a page was read; it is read from the topics", e);
            }
        }
        PastReader reader = pastReader(feed);
        try {
            return new Pager(feed, sieve, feed.topics().read(since), limit).from(reader);
        } finally {
            past.giveBack(reader);
        }
    }

    /**
     * What changed since a moment, by the arrival of the article that led to it.
     *
     * @param limit most edits
     * @throws StoresUnavailable if the feed is not ready, or too many read the past now
     */
    public ChangesPage changes(FeedCollection collection, Instant since, Sieve sieve, int limit)
            throws InterruptedException {
        Feed feed = feed(collection);
        PastReader reader = pastReader(feed);
        try {
            return new Pager(feed, sieve, reader.at(since), limit).from(reader);
        } finally {
            past.giveBack(reader);
        }
    }

    private PastReader pastReader(Feed feed) throws InterruptedException {
        return past.open(feed.topics(), PAUSE)
                .orElseThrow(() -> new StoresUnavailable("Too many requests read the past of the topics now"));
    }

    private Feed feed(FeedCollection collection) {
        Feed feed = feeds.get(collection);
        if (feed == null || closing.getCount() == 0) {
            throw new StoresUnavailable("The live feed has not begun yet, or ends");
        }
        return feed;
    }

    private void run() {
        while (closing.getCount() > 0) {
            try {
                follow();
            } catch (WakeupException e) {
                LOG.debug("The live feed is woken up to end", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (OffsetOutOfRangeException e) {
                LOG.warn(
                        "The live feed begins anew, since records were deleted before it read them: {}",
                        e.getMessage());
                end();
            } catch (RuntimeException e) {
                LOG.warn("The live feed is interrupted and goes on in {} s: {}", PAUSE.toSeconds(), e.toString());
                LOG.debug("The reason", e);
                pause();
            }
        }
        end();
    }

    private void pause() {
        try {
            if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The live feed ends during a pause");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads until the feed is closed or reading fails. */
    private void follow() throws InterruptedException {
        Map<FeedCollection, FeedTopics> topics = source.topics();
        try (Consumer<byte[], byte[]> consumer = source.consumer()) {
            open.set(consumer);
            begin(consumer, topics);
            while (closing.getCount() > 0) {
                take(consumer.poll(POLL));
                mark(consumer);
            }
        } finally {
            open.set(null);
        }
    }

    /** Goes on where reading had come to; for topics that are new begins with what comes now. */
    private void begin(Consumer<byte[], byte[]> consumer, Map<FeedCollection, FeedTopics> topics) {
        consumer.assign(topics.values().stream()
                .flatMap(one -> one.partitions().stream())
                .toList());
        Map<FeedCollection, Feed> following = new EnumMap<>(FeedCollection.class);
        for (FeedTopics told : topics.values()) {
            Feed before = feeds.get(told.collection());
            if (before != null && before.topics().isSameAs(told)) {
                seek(consumer, told, before.ring().end());
                following.put(told.collection(), before);
            } else {
                following.put(told.collection(), new Feed(told, new Ring(limits, ends(consumer, told))));
            }
        }
        Map<FeedCollection, Feed> earlier = feeds;
        feeds = following;
        earlier.values().stream()
                .filter(feed -> !following.containsValue(feed))
                .forEach(feed -> feed.ring().close());
    }

    private static void seek(Consumer<byte[], byte[]> consumer, FeedTopics topics, Position position) {
        for (int slot = 0; slot < topics.partitions().size(); slot++) {
            consumer.seek(topics.partitions().get(slot), position.next(slot));
        }
    }

    private static Position ends(Consumer<byte[], byte[]> consumer, FeedTopics topics) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(topics.partitions(), PATIENCE);
        long[] next = new long[topics.partitions().size()];
        for (int slot = 0; slot < next.length; slot++) {
            TopicPartition partition = topics.partitions().get(slot);
            next[slot] = ends.getOrDefault(partition, 0L);
            consumer.seek(partition, next[slot]);
        }
        return new Position(next);
    }

    private void take(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> found : records) {
            TopicPartition partition = new TopicPartition(found.topic(), found.partition());
            for (Feed feed : feeds.values()) {
                feed.topics().slot(partition).ifPresent(slot -> take(feed, found, slot));
            }
        }
    }

    private void take(Feed feed, ConsumerRecord<byte[], byte[]> found, int slot) {
        ChangeReader reader = Objects.requireNonNull(readers.get(feed.topics().collection()));
        long before = reader.unreadable();
        int size = Math.max(0, found.serializedKeySize()) + Math.max(0, found.serializedValueSize());
        reader.read(found, slot).ifPresent(change -> feed.ring().add(change, size));
        unreadable.addAndGet(reader.unreadable() - before);
    }

    private void mark(Consumer<byte[], byte[]> consumer) {
        for (Feed feed : feeds.values()) {
            for (int slot = 0; slot < feed.topics().partitions().size(); slot++) {
                feed.ring()
                        .reach(
                                slot,
                                consumer.position(feed.topics().partitions().get(slot), PATIENCE));
            }
        }
    }

    /** Lets all subscribers go; those who come back begin with a new feed. */
    private void end() {
        Map<FeedCollection, Feed> ended = feeds;
        feeds = Map.of();
        ended.values().forEach(feed -> feed.ring().close());
    }

    /** Ends the feed; subscribers are told. */
    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> consumer = open.get();
        if (consumer != null) {
            consumer.wakeup();
        }
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
