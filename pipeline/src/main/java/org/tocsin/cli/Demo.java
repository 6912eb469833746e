package org.tocsin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.event.Coder;
import org.tocsin.event.EnglishNews;
import org.tocsin.event.EventTypes;
import org.tocsin.local.LocalCluster;
import org.tocsin.stream.Pipeline;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.Setting;
import org.tocsin.stream.TopicAdmin;

/** Kafka, a registry, the pipeline and its API in this process, and what the demonstration does with them. */
final class Demo implements AutoCloseable {
    private static final int USUAL_PORT = 8080;
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration WAIT = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final LocalCluster cluster;
    private final PipelineConfig config;
    private final Service service;
    private final PrintWriter err;
    private boolean sawEvent;

    private Demo(LocalCluster cluster, PipelineConfig config, Service service, PrintWriter err) {
        this.cluster = cluster;
        this.config = config;
        this.service = service;
        this.err = err;
    }

    /**
     * Starts everything.
     *
     * @param data where data is kept; null for a temporary folder
     * @param port port of the API; -1 for the usual one where it is free, else any free one
     */
    static Demo start(@Nullable Path data, int port, PrintWriter err) throws InterruptedException {
        if (data != null) {
            Logging.toFile(data.resolve("tocsin.log"));
        }
        // models and gazetteer are loaded while the broker starts; the pipeline shares them
        CompletableFuture<Coder> warming = CompletableFuture.supplyAsync(EnglishNews::coder);
        LocalCluster cluster = LocalCluster.start(data, 0, 0);
        try {
            PipelineConfig config = PipelineConfig.of(Map.of(
                    CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                    cluster.bootstrapServers(),
                    PipelineConfig.REGISTRY_URL,
                    cluster.registryUrl(),
                    StreamsConfig.STATE_DIR_CONFIG,
                    cluster.dataDir().resolve("state").toString(),
                    Setting.API_PORT.key(),
                    Integer.toString(port >= 0 ? port : usualOrFreePort())));
            try (TopicAdmin admin = new TopicAdmin(config)) {
                admin.create();
            }
            warming.join();
            Service service = Service.start(config);
            Demo demo = new Demo(cluster, config, service, err);
            demo.awaitRunning();
            return demo;
        } catch (RuntimeException | InterruptedException e) {
            cluster.close();
            throw e;
        }
    }

    private static int usualOrFreePort() {
        try (ServerSocket socket = new ServerSocket(USUAL_PORT, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return 0; // taken
        }
    }

    private void awaitRunning() throws InterruptedException {
        if (!service.pipeline().awaitRunning(START_LIMIT)) {
            throw new CommandFailure("The pipeline did not start within " + START_LIMIT.toSeconds() + " s; it is "
                    + service.pipeline().state());
        }
    }

    /** Says where everything is, and writes a configuration file for the other commands. */
    void introduce() {
        Path file = cluster.dataDir().resolve("tocsin.properties");
        try {
            Files.writeString(
                    file,
                    "bootstrap.servers=" + cluster.bootstrapServers() + "\nschema.registry.url=" + cluster.registryUrl()
                            + "\n",
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailure("The configuration file " + file + " cannot be written: " + e, e);
        }
        say("Page      " + service.address() + "/");
        say("API       " + service.address() + "/v1/incidents   (tocsin query incidents --url " + service.address()
                + ")");
        say("Kafka     " + cluster.bootstrapServers());
        say("Registry  " + cluster.registryUrl());
        say("Settings  " + file + "   (tocsin tail --config " + file + ")");
    }

    /** Publishes articles one by one and prints the events as they come, until the process is ended. */
    void follow(List<NewsArticle> articles, Duration pace, PrintWriter out) {
        say("Publishing " + articles.size() + " articles; their events:");
        try (EventReader reader = EventReader.open(config, EventTypes.ALL, EventReader.From.NOW);
                ArticlePublisher publisher = ArticlePublisher.connect(config, err)) {
            int published = 0;
            long next = System.nanoTime();
            while (service.pipeline().state() != Pipeline.State.FAILED
                    && service.pipeline().state() != Pipeline.State.STOPPED) {
                if (published < articles.size() && System.nanoTime() >= next) {
                    publisher.publish(articles.get(published));
                    published++;
                    next = System.nanoTime() + pace.toNanos();
                    if (published == articles.size()) {
                        say("All articles are published. Ctrl-C ends the demonstration.");
                    }
                }
                reader.poll(WAIT).forEach(message -> print(message, out));
                out.flush();
            }
        }
        throwFailure();
    }

    private void print(EventReader.Message message, PrintWriter out) {
        if (message instanceof EventReader.Event event) {
            if (!sawEvent) {
                sawEvent = true;
                long millis = System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime();
                say(String.format(Locale.ROOT, "First event %.1f s after the start of the process", millis / 1000.0));
            }
            out.println(Format.TABLE.print(event.json()));
        } else if (message instanceof EventReader.Unreadable unreadable) {
            say("tocsin: " + Printable.line(unreadable.where() + ": " + unreadable.reason()));
        }
    }

    /** Publishes all articles and waits until everything that they lead to is done. */
    void process(List<NewsArticle> articles) throws InterruptedException {
        try (ArticlePublisher publisher = ArticlePublisher.connect(config, err);
                Progress progress = Progress.start("articles", err);
                Backlog backlog = new Backlog(config, publisher.topic())) {
            for (NewsArticle article : articles) {
                publisher.publish(article);
                progress.step();
            }
            publisher.flush();
            while (backlog.records() > 0) {
                throwFailure();
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            say(publisher.sent() + " articles published and processed");
        }
    }

    private void throwFailure() {
        Throwable failure = service.pipeline().failure();
        if (failure != null) {
            throw new CommandFailure("The pipeline ended: " + failure, failure);
        }
    }

    Pipeline pipeline() {
        return service.pipeline();
    }

    private void say(String line) {
        err.println(line);
        err.flush();
    }

    @Override
    public void close() {
        service.close();
        cluster.close();
    }
}
