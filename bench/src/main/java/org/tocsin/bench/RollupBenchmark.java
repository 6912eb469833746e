package org.tocsin.bench;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tocsin.serve.ApiServer;
import org.tocsin.serve.ApiSettings;

/**
 * Answers of the API over HTTP with {@value #INCIDENTS} incidents of a year in the store of rollups ({@link YearOfIncidents}). The
 * setup prints how large the store is.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx600m", "-XX:+UseSerialGC"})
public class RollupBenchmark {
    private static final int INCIDENTS = 100_000;

    /** What is asked for. */
    @Param({
        "rollups?window=P30D&end=2025-10-15&group_by=admin1",
        "rollups?window=P30D&group_by=admin1",
        "rollups?window=P30D&end=2025-10-15&group_by=admin1&clock=reported",
        "rollups?window=P30D&end=2025-10-15&group_by=town&limit=10&metric=killed",
        "rollups?window=P1Y&end=2025-12-31&group_by=admin1",
        "rollups?window=P1Y&end=2025-12-31&group_by=admin1&clock=reported",
        "rollups?window=PT1H&end=2025-10-15&clock=reported",
        "rollups/change?end=2025-10-15&group_by=admin1"
    })
    public String query = "";

    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Path folder;
    private @Nullable RocksStores stores;
    private @Nullable ApiServer api;

    /** Fills the store and opens the API. */
    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("tocsin-bench");
        RocksStores filled = new RocksStores(folder);
        YearOfIncidents year = new YearOfIncidents();
        for (int number = 0; number < INCIDENTS; number++) {
            filled.add(year.incident(number));
        }
        System.out.printf(
                "%d incidents of %d articles: %d cells, %d MB%n",
                INCIDENTS, year.articles(INCIDENTS), filled.cells(), filled.bytes() / 1_000_000);
        stores = filled;
        api = ApiServer.start(
                ApiSettings.on("127.0.0.1", 0),
                filled,
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                Clock.systemUTC(),
                List.of());
    }

    /** Closes everything and deletes the store. */
    @TearDown
    public void close() throws IOException {
        api.close();
        stores.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** One answer. */
    @Benchmark
    public String answer() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + api.port() + "/v1/" + query))
                .build();
        String body = client.send(request, BodyHandlers.ofString()).body();
        if (!body.startsWith("{\"data\":[{")) {
            throw new IllegalStateException("no data: " + body);
        }
        return body;
    }
}
