package org.tocsin.cli;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.tocsin.article.ArticleIntake;
import org.tocsin.event.EnglishNews;
import org.tocsin.serve.Resource;
import org.tocsin.serve.feed.ChangesResource;
import org.tocsin.serve.feed.KafkaFeedSource;
import org.tocsin.serve.feed.LiveFeed;
import org.tocsin.serve.feed.Sieves;
import org.tocsin.serve.feed.StreamResource;
import org.tocsin.serve.query.Holdings;
import org.tocsin.serve.status.Gauges;
import org.tocsin.serve.status.StatusResource;
import org.tocsin.serve.submit.AnswerMemory;
import org.tocsin.serve.submit.ArticleDesk;
import org.tocsin.serve.submit.ArticlesResource;
import org.tocsin.serve.submit.ExtractResource;
import org.tocsin.serve.submit.Extraction;
import org.tocsin.serve.topics.AsyncApiDocument;
import org.tocsin.serve.topics.AsyncApiResource;
import org.tocsin.stream.ArticleProducer;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;
import org.tocsin.stream.meter.Figure;

/**
 * What goes in and out over HTTP as it happens: changes as they come, articles to be published, texts to be read at once; and what
 * tells of the pipeline and its topics.
 */
final class Exchange implements AutoCloseable {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration CONFIRMATION = Duration.ofSeconds(20);
    private static final Duration KEY_MEMORY = Duration.ofHours(24);
    private static final int KEYS = 1_000;

    private final LiveFeed feed;
    private final StreamResource stream;
    private final ArticleProducer producer;
    private final Extraction extraction;
    private final Gauges gauges;
    private final List<Resource> resources;

    /**
     * Puts it together. Nothing is asked of Kafka yet.
     *
     * @param pipeline whose state is told
     * @param holdings what the API answers from
     */
    Exchange(Pipeline pipeline, Holdings holdings, Clock clock) {
        PipelineConfig config = pipeline.config();
        Sieves sieves = new Sieves(id -> holdings.event(id).value());
        feed = new LiveFeed(
                new KafkaFeedSource(config), number(config, Setting.FEED_CHANGES), config.number(Setting.FEED_BYTES));
        stream = new StreamResource(
                feed,
                sieves,
                clock,
                new StreamResource.Limits(
                        number(config, Setting.STREAM_SUBSCRIBERS), number(config, Setting.STREAM_SUBSCRIBERS_EACH)),
                HEARTBEAT);
        producer = ArticleProducer.impatient(config, CONFIRMATION);
        extraction = new Extraction(
                EnglishNews::coder,
                number(config, Setting.EXTRACT_CODERS),
                Duration.ofMillis(config.number(Setting.EXTRACT_MILLIS)));
        gauges = new Gauges(config);
        ArticleDesk desk = new ArticleDesk(new ArticleIntake(number(config, Setting.ARTICLE_LIMIT)), producer::send);
        Duration patience = Duration.ofMillis(config.number(Setting.BODY_MILLIS));
        resources = List.of(
                stream,
                new ChangesResource(feed, sieves, clock),
                new ArticlesResource(
                        desk,
                        new AnswerMemory<>(KEYS, KEY_MEMORY, clock),
                        number(config, Setting.ARTICLES_BYTES),
                        patience),
                new ExtractResource(extraction, number(config, Setting.EXTRACT_CHARACTERS), patience),
                new StatusResource(
                        () -> pipeline.state().name(),
                        new StatusResource.About(Version.number(), config.text(Setting.MAP_DISPUTED_BORDERS)),
                        holdings,
                        gauges),
                new AsyncApiResource(AsyncApiDocument.of(pipeline.topics(), Version.number())));
    }

    private static int number(PipelineConfig config, Setting setting) {
        return Math.toIntExact(config.number(setting));
    }

    /** Shows how many follow. */
    void bindTo(MeterRegistry registry) {
        Figure.SUBSCRIBERS.gauge(registry, stream::subscribers);
    }

    /** Its operations. */
    List<Resource> resources() {
        return resources;
    }

    /** Begins to follow the topics, which must be there. */
    void start() {
        feed.start();
        gauges.start();
    }

    /** Tells subscribers that it ends, and waits for articles that are on their way. */
    @Override
    public void close() {
        feed.close();
        stream.close();
        extraction.close();
        gauges.close();
        producer.close();
    }
}
