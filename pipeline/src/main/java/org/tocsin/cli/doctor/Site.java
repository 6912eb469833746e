package org.tocsin.cli.doctor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.tocsin.stream.PipelineConfig;

/** The place that is looked at: a configuration and what it leads to. For one thread. */
public final class Site implements AutoCloseable {
    private static final int ANSWER_MILLIS = 10_000;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

    private final PipelineConfig config;
    private @Nullable Admin admin;

    /**
     * The site of a configuration.
     *
     * @param config with {@code state.dir}
     */
    public Site(PipelineConfig config) {
        this.config = config;
    }

    /** The configuration. */
    public PipelineConfig config() {
        return config;
    }

    /** Where the pipeline keeps its state. */
    Path state() {
        String set = Objects.requireNonNull(config.raw(StreamsConfig.STATE_DIR_CONFIG), "the site has a state.dir");
        return Path.of(set, config.applicationId());
    }

    /** A client of the broker; it is asked within ten seconds. */
    Admin admin() {
        if (admin == null) {
            Map<String, Object> settings = config.admin();
            settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
            settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
            settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS / 2);
            admin = Admin.create(settings);
        }
        return admin;
    }

    /**
     * What Kafka answers.
     *
     * @throws KafkaException what it refuses with, or that it does not answer
     */
    static <T> T answer(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(ANSWER_MILLIS * 2L, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException refused ? refused : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException("there was no answer in time", e);
        }
    }

    @Override
    public void close() {
        if (admin != null) {
            admin.close(CLOSE_LIMIT);
        }
    }
}
