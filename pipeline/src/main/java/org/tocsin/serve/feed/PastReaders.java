package org.tocsin.serve.feed;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/** Makes readers of the past, a bounded number of them at a time: each holds connections and buffers. Thread-safe. */
final class PastReaders {
    private static final int REMEMBERED_VERSIONS = 2_000;

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final ChangeReader.Values values;
    private final Semaphore free;

    /**
     * A maker of readers.
     *
     * @param most how many at a time
     */
    PastReaders(Supplier<Consumer<byte[], byte[]>> consumers, ChangeReader.Values values, int most) {
        this.consumers = consumers;
        this.values = values;
        this.free = new Semaphore(most, true);
    }

    /**
     * A reader, as soon as one may be made; empty where none may in time. {@link #giveBack} it after use.
     *
     * @param patience how long to wait
     */
    Optional<PastReader> open(FeedTopics topics, Duration patience) throws InterruptedException {
        if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PastReader(topics, consumers.get(), new ChangeReader(values, REMEMBERED_VERSIONS)));
        } catch (RuntimeException e) {
            free.release();
            throw e;
        }
    }

    /** Closes a reader, so that another may be made. */
    void giveBack(PastReader reader) {
        try {
            reader.close();
        } finally {
            free.release();
        }
    }
}
