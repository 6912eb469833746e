package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.schema.Article;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/** Sends articles to the articles topic; closing waits until Kafka has confirmed all of them. */
final class ArticlePublisher implements AutoCloseable {
    private final Topics topics;
    private final Topic<String, Article> articles;
    private final Producer<String, Article> producer;
    private final PrintWriter err;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private ArticlePublisher(Topics topics, Producer<String, Article> producer, PrintWriter err) {
        this.topics = topics;
        this.articles = topics.articles();
        this.producer = producer;
        this.err = err;
    }

    /**
     * Connects to Kafka when the first article is sent.
     *
     * @param err where articles that Kafka refuses are named
     */
    static ArticlePublisher connect(PipelineConfig config, PrintWriter err) {
        Topics topics = config.topics();
        Topic<String, Article> articles = topics.articles();
        Producer<String, Article> producer = new KafkaProducer<>(
                config.producer(),
                articles.keys().serializer(),
                articles.values().serializer());
        return new ArticlePublisher(topics, producer, err);
    }

    /** Sends an article; a refusal is counted and named. */
    void publish(NewsArticle article) {
        ProducerRecord<String, Article> message = new ProducerRecord<>(articles.name(), article.id(), raw(article));
        try {
            producer.send(message, (metadata, failure) -> {
                if (failure == null) {
                    sent.incrementAndGet();
                } else {
                    refuse(article, failure);
                }
            });
        } catch (KafkaException e) {
            refuse(article, e);
        }
    }

    private void refuse(NewsArticle article, @Nullable Exception reason) {
        refused.incrementAndGet();
        err.println("tocsin: " + Printable.line("article " + article.id() + " was not accepted: " + reason));
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

    /** Waits until every article sent so far is confirmed or refused. */
    void flush() {
        producer.flush();
    }

    /** How many articles Kafka has confirmed. */
    long sent() {
        return sent.get();
    }

    /** How many articles Kafka has not accepted. */
    long refused() {
        return refused.get();
    }

    /** Name of the topic. */
    String topic() {
        return articles.name();
    }

    @Override
    public void close() {
        producer.close();
        topics.close();
    }
}
