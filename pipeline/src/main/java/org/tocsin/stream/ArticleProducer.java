package org.tocsin.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.Article;

/**
 * Sends articles to their topic. What is confirmed has been written by all replicas in sync, once also where sending was repeated.
 * Thread-safe.
 */
public final class ArticleProducer implements AutoCloseable {
    private final Topics topics;
    private final Topic<String, Article> articles;
    private final Producer<String, Article> producer;

    /**
     * Where Kafka put an article.
     *
     * @param topic name of the topic
     * @param partition partition
     * @param offset offset in the partition
     */
    public record Receipt(String topic, int partition, long offset) {}

    private ArticleProducer(Topics topics, Producer<String, Article> producer) {
        this.topics = topics;
        this.articles = topics.articles();
        this.producer = producer;
    }

    /** A producer that connects to Kafka when the first article is sent, and tries as long as Kafka's settings say. */
    public static ArticleProducer connect(PipelineConfig config) {
        return connect(config, Map.of());
    }

    /**
     * A producer that gives up early, for those who wait for an answer.
     *
     * @param patience how long sending may take in all, 1 s or more
     */
    public static ArticleProducer impatient(PipelineConfig config, Duration patience) {
        long millis = patience.toMillis();
        return connect(
                config,
                Map.of(
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        millis / 2,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        (int) (millis / 4),
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        (int) (millis / 2)));
    }

    private static ArticleProducer connect(PipelineConfig config, Map<String, Object> overrides) {
        Map<String, Object> settings = new HashMap<>(config.producer());
        settings.putAll(overrides);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        Topics topics = config.topics();
        Topic<String, Article> articles = topics.articles();
        return new ArticleProducer(
                topics,
                new KafkaProducer<>(
                        settings,
                        articles.keys().serializer(),
                        articles.values().serializer()));
    }

    /** Sends an article. The answer comes when Kafka confirms it, or fails with Kafka's reason. */
    public CompletableFuture<Receipt> send(NewsArticle article) {
        CompletableFuture<Receipt> answer = new CompletableFuture<>();
        try {
            producer.send(new ProducerRecord<>(articles.name(), article.id(), raw(article)), (metadata, failure) -> {
                if (failure == null) {
                    answer.complete(new Receipt(metadata.topic(), metadata.partition(), metadata.offset()));
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        } catch (KafkaException e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    private static Article raw(NewsArticle article) {
        return Article.newBuilder()
                .setId(article.id())
                .setTitle(article.title().isEmpty() ? null : article.title())
                .setText(article.text())
                .setPublishedAt(article.publishedAt())
                .setUrl(article.url())
                .setSource(article.source())
                .build();
    }

    /** Sends at once what waits for company, and waits until all of it is confirmed or refused. */
    public void flush() {
        producer.flush();
    }

    /** Name of the topic. */
    public String topic() {
        return articles.name();
    }

    /** Waits until everything sent is confirmed or refused. */
    @Override
    public void close() {
        producer.close();
        topics.close();
    }
}
