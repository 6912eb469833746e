package org.tocsin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
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
import org.tocsin.serve.Resources;

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
        "aggregates?datetime=P30D/2025-10-15&group_by=country",
        "aggregates?datetime=P30D/..&group_by=country",
        "aggregates?datetime=P30D/2025-10-15&group_by=admin1",
        "aggregates?datetime=P30D/2025-10-15&group_by=admin1&clock=reported",
        "aggregates?datetime=P30D/2025-10-15&group_by=town&top=10&metric=killed",
        "aggregates?datetime=P1Y/2025-12-31&group_by=admin1",
        "aggregates?datetime=P1Y/2025-12-31&bucket=day&group_by=event_type&limit=10000",
        "aggregates?bbox=22,44,41,53&group_by=cell&zoom=5",
        "aggregates/change?datetime=../2025-10-15&group_by=admin1",
        "incidents?country=UA&sort=-killed"
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
        api = ApiServer.start(ApiSettings.on("127.0.0.1", 0), Resources.ofState(filled.holdings(), Clock.systemUTC()));
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
