package org.tocsin.bench.stream;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.tocsin.schema.Article;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Topic;
import org.tocsin.stream.Topics;

/**
 * Kafka Streams without the coder: articles are read and written again as they are, exactly once, with the pipeline's own serdes and settings. Arguments:
 * a properties file, the topic to write to, how many articles wait, and numbers of threads. Prints the articles a second of each number,
 * one a line; what waits is read once before to warm up.
 */
final class PassThrough {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final PipelineConfig config;
    private final String target;
    private final long waiting;
    private int runs;

    private PassThrough(PipelineConfig config, String target, long waiting) {
        this.config = config;
        this.target = target;
        this.waiting = waiting;
    }

    public static void main(String[] arguments) throws IOException {
        PassThrough pass = new PassThrough(
                PipelineConfig.load(Path.of(arguments[0]), Map.of()), arguments[1], Long.parseLong(arguments[2]));
        pass.run(2);
        for (int i = 3; i < arguments.length; i++) {
            System.out.println(pass.run(Integer.parseInt(arguments[i])));
        }
    }

    /** Articles a second from the first one to the last one. */
    private double run(int threads) {
        PipelineConfig own = config.with(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                "pass-through-" + runs++,
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                Integer.toString(threads)));
        Properties settings = own.streams();
        AtomicLong passed = new AtomicLong();
        AtomicLong first = new AtomicLong();
        AtomicLong last = new AtomicLong();
        try (Topics topics = own.topics()) {
            Topic<String, Article> articles = topics.articles();
            StreamsBuilder builder = new StreamsBuilder();
            builder.stream(
                            articles.name(),
                            Consumed.with(articles.keys(), articles.values()).withName("read"))
                    .peek(
                            (id, article) -> {
                                first.compareAndSet(0, System.nanoTime());
                                if (passed.incrementAndGet() == waiting) {
                                    last.set(System.nanoTime());
                                }
                            },
                            Named.as("count"))
                    .to(
                            target,
                            Produced.with(articles.keys(), articles.values()).withName("write"));
            try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
                streams.start();
                KafkaProbe.await(waiting + " articles passed through", LIMIT, () -> last.get() != 0);
            }
        }
        return waiting * 1e9 / (last.get() - first.get());
    }
}
