package org.tocsin.bench.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.tocsin.schema.Article;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Sends articles: as many as keep the pipeline busy, or at a steady rate. Not thread-safe. */
final class Load implements AutoCloseable {
    private static final long LOOK_NANOS = Duration.ofMillis(50).toNanos();

    private final News news;
    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private int sent;

    Load(PipelineConfig config, News news) {
        this.news = news;
        this.topics = config.topics();
        this.producer = new KafkaProducer<>(config.producer(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** How many were sent. */
    int sent() {
        return sent;
    }

    /** Sends so many as fast as they go. */
    void send(int number) {
        for (int i = 0; i < number; i++) {
            send(System.currentTimeMillis());
        }
        producer.flush();
    }

    /**
     * Keeps so many waiting for a time.
     *
     * @param done how many are coded
     */
    void keepWaiting(int waiting, LongSupplier done, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            fillUp(waiting, done.getAsLong());
        }
    }

    /**
     * Keeps so many waiting until a number is coded.
     *
     * @param done how many are coded
     */
    void keepWaitingUntil(int waiting, LongSupplier done, long number) {
        for (long coded = done.getAsLong(); coded < number; coded = done.getAsLong()) {
            fillUp(waiting, coded);
        }
    }

    private void fillUp(int waiting, long done) {
        for (long missing = waiting - (sent - done); missing > 0; missing--) {
            send(System.currentTimeMillis());
        }
        producer.flush();
        LockSupport.parkNanos(LOOK_NANOS);
    }

    /**
     * Sends so many a second for a time. An article bears the time at which it was to be sent, so that a delay here counts too.
     */
    void atRate(double perSecond, Duration time) {
        long begin = System.nanoTime();
        long beginMillis = System.currentTimeMillis();
        long number = (long) (perSecond * time.toMillis() / 1_000);
        for (long i = 0; i < number; i++) {
            long due = (long) (i / perSecond * TimeUnit.SECONDS.toNanos(1));
            for (long rest = begin + due - System.nanoTime(); rest > 0; rest = begin + due - System.nanoTime()) {
                LockSupport.parkNanos(rest);
            }
            send(beginMillis + TimeUnit.NANOSECONDS.toMillis(due));
        }
        producer.flush();
    }

    private void send(long millis) {
        Topic<String, Article> articles = topics.articles();
        Article article = news.message(sent++);
        producer.send(
                new ProducerRecord<>(
                        articles.name(),
                        null,
                        millis,
                        article.getId().getBytes(StandardCharsets.UTF_8),
                        articles.values().serializer().serialize(articles.name(), article)),
                (at, error) -> {
                    if (error != null) {
                        throw new IllegalStateException("An article could not be sent", error);
                    }
                });
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
        topics.close();
    }
}
