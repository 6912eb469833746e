package org.tocsin.bench.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.tocsin.schema.Article;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.NewsFlow;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Sends news at a steady rate, and if wanted poison among it: records that no reader can make an article of. */
final class Newsroom implements AutoCloseable {
    /** Articles, corrections and deletions a second. */
    static final int PER_SECOND = 5;

    private static final Duration LIMIT = Duration.ofMinutes(4);

    /** None of these is in the format of the registry, or has a schema that it knows, or its bytes. */
    private static final byte[][] POISON = {
        "no article at all".getBytes(StandardCharsets.UTF_8), {0, 0, 0, 127, 127, 1, 2}, {0, 0}, {}
    };

    private final Topics topics;
    private final KafkaProducer<byte[], byte[]> producer;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Queue<Exception> refused = new ConcurrentLinkedQueue<>();
    private final List<NewsFlow.Sent> sent = new ArrayList<>();
    private @Nullable ScheduledFuture<?> flowing;
    private volatile int poisonEvery;
    private int poisoned;

    Newsroom(PipelineConfig config) {
        topics = config.topics();
        producer = new KafkaProducer<>(config.producer(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends all of it as fast as it goes. */
    void publish(List<NewsFlow.Sent> news) {
        news.forEach(this::publish);
        flush();
    }

    /** Begins to send of this at the steady rate. */
    void begin(List<NewsFlow.Sent> flow) {
        synchronized (this) {
            sent.clear();
            poisoned = 0;
        }
        flowing = clock.scheduleAtFixedRate(
                () -> next(flow), 0, TimeUnit.SECONDS.toMicros(1) / PER_SECOND, TimeUnit.MICROSECONDS);
    }

    /** Adds from now on a poison to each so many articles; 0 for none. */
    void poisonEvery(int articles) {
        poisonEvery = articles;
    }

    /** Waits until so many more are sent. */
    void awaitMore(int number) {
        int wanted = sent() + number;
        KafkaProbe.await(number + " more articles are sent", LIMIT, () -> sent() >= wanted || stopped());
        if (stopped()) {
            throw new IllegalStateException("The newsroom has nothing more to send, or failed");
        }
    }

    /** Stops to send; returns what was accepted in this round, in order. */
    List<NewsFlow.Sent> end() {
        ScheduledFuture<?> task = flowing;
        if (task != null) {
            task.cancel(false);
        }
        flush();
        synchronized (this) {
            return List.copyOf(sent);
        }
    }

    /** How many poisons were sent in this round. */
    synchronized int poisoned() {
        return poisoned;
    }

    private synchronized int sent() {
        return sent.size();
    }

    private boolean stopped() {
        ScheduledFuture<?> task = flowing;
        return task == null || task.isDone();
    }

    private synchronized void next(List<NewsFlow.Sent> flow) {
        NewsFlow.Sent item = flow.get(sent.size());
        publish(item);
        sent.add(item);
        if (poisonEvery > 0 && sent.size() % poisonEvery == 0) {
            send("poison-" + item.id(), POISON[poisoned % POISON.length]);
            poisoned++;
        }
    }

    private void publish(NewsFlow.Sent item) {
        Topic<String, Article> articles = topics.articles();
        Article article = item.article();
        send(item.id(), article == null ? null : articles.values().serializer().serialize(articles.name(), article));
    }

    private void send(String key, byte @Nullable [] value) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(topics.articles().name(), bytes, value), (at, error) -> {
            if (error != null) {
                refused.add(error);
            }
        });
    }

    private void flush() {
        producer.flush();
        Exception first = refused.poll();
        if (first != null) {
            throw new IllegalStateException("The brokers did not accept an article", first);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        producer.close(Duration.ofSeconds(10));
        topics.close();
    }
}
