package org.tocsin.bench.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tocsin.stream.PipelineProcess;

/**
 * What processes have used up to a moment.
 *
 * @param nanos the moment, by the clock that only goes forward
 * @param pipelines processor time of the pipelines, nanoseconds
 * @param broker of the broker and registry
 * @param here of this process: what sends and what reads
 * @param wire bytes of records that the broker has taken and given, as they go over the wire
 */
record Usage(long nanos, long pipelines, long broker, long here, long wire) {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*?} (\\S+)$");

    static Usage now(List<PipelineProcess> pipelines, Station station) {
        return new Usage(
                System.nanoTime(),
                pipelines.stream()
                        .mapToLong(one -> processor(one.process().handle()))
                        .sum(),
                processor(station.broker()),
                processor(ProcessHandle.current()),
                Long.parseLong(get(station.bytes())));
    }

    /** Bytes of heap that the pipelines use now, garbage too. */
    static long heap(List<PipelineProcess> pipelines) {
        return Math.round(pipelines.stream().mapToDouble(one -> sum(HEAP, one)).sum());
    }

    /** Bytes of all files in a directory. */
    static long files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " cannot be measured", e);
        }
    }

    double seconds(Usage before) {
        return (nanos - before.nanos) / 1e9;
    }

    private static long processor(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElseThrow(
                        () -> new IllegalStateException("This system does not tell the processor time of a process"));
    }

    /** The sum of what a pattern finds among the meters of an instance. */
    private static double sum(Pattern pattern, PipelineProcess instance) {
        Matcher found = pattern.matcher(get(instance.address().resolve("/metrics")));
        double sum = 0;
        boolean any = false;
        for (; found.find(); any = true) {
            sum += Double.parseDouble(found.group(1));
        }
        if (!any) {
            throw new IllegalStateException(instance.name() + " has no meter that meets " + pattern);
        }
        return sum;
    }

    private static String get(URI address) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address).build();
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
