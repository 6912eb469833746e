package org.tocsin.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.tocsin.article.NewsArticle;
import org.tocsin.stream.ArticleProducer;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Rights;

/** Sends articles to the articles topic, counts them, and names those that Kafka refuses; closing waits for all of them. */
final class ArticlePublisher implements AutoCloseable {
    private final PipelineConfig config;
    private final ArticleProducer producer;
    private final PrintWriter err;
    private final AtomicReference<String> told = new AtomicReference<>("");
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    private ArticlePublisher(PipelineConfig config, ArticleProducer producer, PrintWriter err) {
        this.config = config;
        this.producer = producer;
        this.err = err;
    }

    /**
     * Connects to Kafka when the first article is sent.
     *
     * @param err where articles that Kafka refuses are named
     */
    static ArticlePublisher connect(PipelineConfig config, PrintWriter err) {
        return new ArticlePublisher(config, ArticleProducer.connect(config), err);
    }

    /** Sends an article; a refusal is counted and named. The answer comes when Kafka confirms or refuses it. */
    CompletableFuture<ArticleProducer.Receipt> publish(NewsArticle article) {
        return producer.send(article).whenComplete((receipt, failure) -> {
            if (failure == null) {
                sent.incrementAndGet();
            } else {
                refuse(article, failure);
            }
        });
    }

    private void refuse(NewsArticle article, Throwable reason) {
        refused.incrementAndGet();
        String why = KafkaFailure.reason(reason, config, Rights.Role.PUBLISHER, reason.toString());
        boolean toldBefore = why.equals(told.getAndSet(why));
        err.println("tocsin: "
                + Printable.line("article " + article.id() + " was not accepted: "
                        + (toldBefore ? "for the same reason" : why)));
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
        return producer.topic();
    }

    @Override
    public void close() {
        producer.close();
    }
}
