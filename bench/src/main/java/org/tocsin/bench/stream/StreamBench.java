package org.tocsin.bench.stream;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tocsin.stream.ExactlyOnce;
import org.tocsin.stream.KafkaProbe;
import org.tocsin.stream.NewsFlow;
import org.tocsin.stream.PipelineConfig;
import org.tocsin.stream.PipelineProcess;
import org.tocsin.stream.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures from produced articles to committed events, with broker, pipelines and measuring in processes of their own, and in the same run
 * what limits them: the coder without Kafka, and Kafka Streams without the coder.
 */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        description = "Measures from produced articles to committed events.")
public final class StreamBench implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int PARTITIONS = 12;
    private static final int WAITING_FOR_EACH_THREAD = 400;
    private static final int PASSED_THROUGH = 40_000;
    private static final int SHORT_ARTICLES = 100;
    private static final int CODER_WARM_UP = 25;
    private static final int CODER_SECONDS = 8;

    @Option(
            names = "--short",
            description = "Looks only whether all is right, in less than a minute; the figures are none.")
    private boolean isShort;

    @Option(
            names = "--setups",
            split = ",",
            defaultValue = "1x1,1x2,1x4,2x1,3x1",
            description = "Instances x stream threads of each; default ${DEFAULT-VALUE}.")
    private List<String> setups = List.of();

    @Option(
            names = "--warm",
            defaultValue = "30",
            description = "Seconds of full load before it is measured; default ${DEFAULT-VALUE}.")
    private int warmSeconds;

    @Option(
            names = "--seconds",
            defaultValue = "15",
            description = "Seconds of full load, and of half load; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--results",
            defaultValue = "bench/results",
            description = "Folder for the results as JSON; default ${DEFAULT-VALUE}.")
    private Path results = Path.of("");

    @Option(
            names = "--java",
            description =
                    "An option of the pipelines' Java machine, such as -XX:StartFlightRecording=filename=/tmp/a.jfr; may recur.")
    private List<String> java = List.of();

    @Option(
            names = "--warm-articles",
            defaultValue = "3000",
            description =
                    "Articles that are coded before it is measured: until then the Java machine compiles; default ${DEFAULT-VALUE}.")
    private int warmArticles;

    @Option(
            names = "--news",
            defaultValue = "STORY",
            description =
                    "Articles of one matter each, or of several joined: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
    private Kind kind = Kind.STORY;

    private News news;

    /** Runs; see {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new StreamBench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        news = News.load(kind);
        Path directory = Files.createTempDirectory("tocsin-bench-");
        System.err.println("Logs and state: " + directory);
        try (Station station = Station.start(directory, java)) {
            if (isShort) {
                System.out.println(check(station));
            } else {
                measure(station);
            }
        }
        delete(directory);
        return 0;
    }

    private String check(Station station) throws InterruptedException {
        Map<String, String> settings = Map.of("num.stream.threads", "2");
        PipelineConfig config = station.prepare("short", settings);
        List<PipelineProcess> pipelines = station.pipelines("short", settings, 1);
        try (KafkaProbe probe = new KafkaProbe(config);
                Arrivals arrivals = arrivals(config)) {
            arrivals.measure(0, Long.MAX_VALUE);
            try (Load load = new Load(config, news)) {
                load.send(SHORT_ARTICLES);
            }
            KafkaProbe.await("everything committed", LIMIT, () -> probe.lag() == 0);
            for (PipelineProcess pipeline : pipelines) {
                pipeline.stop();
            }
            List<NewsFlow.Sent> sent = IntStream.range(0, SHORT_ARTICLES)
                    .mapToObj(number -> new NewsFlow.Sent("bench-" + number, news.message(number)))
                    .toList();
            ExactlyOnce truth = ExactlyOnce.of(sent);
            String compared = truth.compare(config, probe, station.resolve("restored"));
            int expected = truth.eventIds().size();
            KafkaProbe.await("all events read", LIMIT, () -> arrivals.events() >= expected);
            if (arrivals.events() != expected || arrivals.latencies().getTotalCount() != expected) {
                throw new AssertionError(arrivals.events() + " events were read, " + expected + " are right");
            }
            return SHORT_ARTICLES + " articles: " + compared;
        } finally {
            pipelines.forEach(PipelineProcess::close);
        }
    }

    private void measure(Station station) throws IOException, InterruptedException {
        List<Setup> wanted = setups.stream().map(StreamBench::setup).toList();
        List<Integer> threads = Stream.concat(
                        wanted.stream().map(Setup::coders),
                        Stream.of(Runtime.getRuntime().availableProcessors()))
                .distinct()
                .sorted()
                .toList();
        Limits limits = new Limits(coderAlone(station, threads), streamsAlone(station, threads));
        List<Result> measured = new ArrayList<>();
        for (Setup setup : wanted) {
            System.err.println("Measuring " + setup.name());
            measured.add(measure(station, setup, limits));
        }
        System.out.println(limits.shown());
        System.out.println(Result.table(measured));
        System.out.println("Results: " + write(limits, measured));
    }

    /**
     * What limits the rest, articles a second by the number of threads.
     *
     * @param coder the coder without Kafka
     * @param streams Kafka Streams without the coder
     */
    private record Limits(Map<Integer, Double> coder, Map<Integer, Double> streams) {
        String shown() {
            StringBuilder table = new StringBuilder(
                    "| Threads | Coder alone, articles/s | Kafka Streams alone, articles/s |\n| --- | --- | --- |\n");
            coder.forEach((threads, rate) ->
                    table.append("| %d | %.0f | %.0f |%n".formatted(threads, rate, streams.get(threads))));
            return table.toString();
        }
    }

    private Map<Integer, Double> coderAlone(Station station, List<Integer> threads)
            throws IOException, InterruptedException {
        System.err.println("Measuring the coder alone");
        List<String> arguments =
                new ArrayList<>(List.of(kind.name(), Integer.toString(CODER_WARM_UP), Integer.toString(CODER_SECONDS)));
        threads.forEach(number -> arguments.add(number.toString()));
        return byThreads(threads, station.run(CoderAlone.class, threads.size(), arguments));
    }

    private Map<Integer, Double> streamsAlone(Station station, List<Integer> threads)
            throws IOException, InterruptedException {
        System.err.println("Measuring Kafka Streams alone");
        PipelineConfig config = station.prepare("limit", settings(1));
        PipelineConfig target = station.prepare("limit-out", settings(1));
        try (Load load = new Load(config, news);
                Topics out = target.topics()) {
            load.send(PASSED_THROUGH);
            List<String> arguments = new ArrayList<>(List.of(
                    station.settings("limit").toString(), out.articles().name(), Integer.toString(PASSED_THROUGH)));
            threads.forEach(number -> arguments.add(number.toString()));
            return byThreads(threads, station.run(PassThrough.class, threads.size(), arguments));
        }
    }

    private static Map<Integer, Double> byThreads(List<Integer> threads, double[] rates) {
        Map<Integer, Double> byThreads = new TreeMap<>();
        IntStream.range(0, rates.length).forEach(i -> byThreads.put(threads.get(i), rates[i]));
        return byThreads;
    }

    private static Map<String, String> settings(int threads) {
        return Map.of(
                "num.stream.threads",
                Integer.toString(threads),
                "tocsin.topic.articles.partitions",
                Integer.toString(PARTITIONS));
    }

    private Result measure(Station station, Setup setup, Limits limits) throws InterruptedException {
        Map<String, String> settings = settings(setup.threads());
        PipelineConfig config = station.prepare(setup.name(), settings);
        List<PipelineProcess> pipelines = station.pipelines(setup.name(), settings, setup.instances());
        try (KafkaProbe probe = new KafkaProbe(config);
                Arrivals arrivals = arrivals(config);
                Load load = new Load(config, news)) {
            int waiting = WAITING_FOR_EACH_THREAD * setup.coders();
            load.keepWaiting(waiting, probe::committedArticles, Duration.ofSeconds(warmSeconds));
            load.keepWaitingUntil(waiting, probe::committedArticles, warmArticles);
            long codedBefore = probe.committedArticles();
            Usage before = Usage.now(pipelines, station);
            arrivals.measure(System.currentTimeMillis(), Long.MAX_VALUE);
            load.keepWaiting(waiting, probe::committedArticles, Duration.ofSeconds(seconds));
            long coded = probe.committedArticles() - codedBefore;
            Usage after = Usage.now(pipelines, station);
            double rate = coded / after.seconds(before);
            KafkaProbe.await("everything committed", LIMIT, () -> probe.lag() == 0);
            Result.Latency full = Result.Latency.of(arrivals.latencies());
            arrivals.measure(System.currentTimeMillis(), Long.MAX_VALUE);
            load.atRate(rate / 2, Duration.ofSeconds(seconds));
            KafkaProbe.await("everything committed", LIMIT, () -> probe.lag() == 0);
            long heap = Usage.heap(pipelines);
            for (PipelineProcess pipeline : pipelines) {
                pipeline.stop();
            }
            Result.Size size = new Result.Size(
                    heap,
                    pipelines.stream()
                            .map(station::state)
                            .mapToLong(Usage::files)
                            .sum(),
                    (after.wire() - before.wire()) / Math.max(1, coded));
            if (arrivals.doubled() > 0) {
                throw new AssertionError(arrivals.doubled() + " of " + arrivals.events() + " events came twice");
            }
            Result.Cores cores = Result.Cores.between(before, after);
            return new Result(
                    setup.name(),
                    rate,
                    rate * news.sentences(),
                    rate / limits.coder.get(setup.coders()),
                    rate / leftToCoder(limits, cores),
                    rate / limits.streams.get(setup.coders()),
                    full,
                    rate / 2,
                    Result.Latency.of(arrivals.latencies()),
                    cores,
                    size);
        } finally {
            pipelines.forEach(PipelineProcess::close);
        }
    }

    /** What the coder alone would do on the processors that broker, sender and reader leave. */
    private static double leftToCoder(Limits limits, Result.Cores cores) {
        int processors = Runtime.getRuntime().availableProcessors();
        double left = processors - cores.broker() - cores.senderAndReader();
        return limits.coder.get(processors) * left / processors;
    }

    private static Arrivals arrivals(PipelineConfig config) {
        try (Topics topics = config.topics()) {
            return new Arrivals(
                    config,
                    topics.events().values().stream().map(topic -> topic.name()).toList());
        }
    }

    private static Setup setup(String name) {
        String[] numbers = name.split("x");
        if (numbers.length != 2) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no setup; 2x1 are two instances with one thread each");
        }
        return new Setup(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
    }

    private Path write(Limits limits, List<Result> measured) throws IOException {
        Map<String, Object> all = new LinkedHashMap<>();
        String date = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        all.put("date", date);
        all.put("processors", Runtime.getRuntime().availableProcessors());
        all.put("java", System.getProperty("java.runtime.version"));
        all.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        all.put("characters_per_article", news.characters());
        all.put("sentences_per_article", news.sentences());
        all.put("news", kind);
        all.put("warm_seconds", warmSeconds);
        all.put("warm_articles", warmArticles);
        all.put("seconds", seconds);
        all.put("limits", limits);
        all.put("results", measured);
        Files.createDirectories(results);
        Path file = results.resolve("stream-" + date.replace(":", "") + ".json");
        new JsonMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
        return file;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
