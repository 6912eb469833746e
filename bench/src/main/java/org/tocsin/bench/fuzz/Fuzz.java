package org.tocsin.bench.fuzz;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tocsin.article.NewsArticle;
import org.tocsin.bench.BenchArticles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Feeds inputs made from a seed to everything that takes something from outside, in turns. What fails is written to a file, a line each,
 * which {@link #feedAgain} takes: found cases live on as such lines in the tests.
 */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Feeds in what nobody would send, and looks what breaks.")
public final class Fuzz implements Callable<Integer> {
    /** Halves of surrogate pairs can be in a text, but not in UTF-8. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Processor time for an input: so much, and as much again for each further 10,000 characters. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final int LIMIT_CHARACTERS = 10_000;
    private static final int SHOWN = 300;

    @Option(names = "--minutes", defaultValue = "5", description = "How long; default ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "The same one gives the same inputs; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--found",
            defaultValue = "bench/target/fuzz-found.jsonl",
            description = "Where what fails is added; default ${DEFAULT-VALUE}.")
    private Path found = Path.of("");

    /**
     * An input that failed once.
     *
     * @param target name of the target
     * @param input as the target takes it
     * @param failure what it came to
     */
    public record Found(String target, String input, String failure) {
        /** What is the same in failures that look alike: the words up to what they are about, and where in Tocsin it was. */
        String kind() {
            String place = failure.lines()
                    .filter(line -> line.contains("org.tocsin.") && !line.contains(".bench.") && line.contains(" at "))
                    .findFirst()
                    .orElse("");
            return target + " " + failure.replaceAll("(?s)[:'\\d].*", "") + place;
        }
    }

    /** What a run came to. */
    public record Outcome(long inputs, List<Found> found) {}

    /** Runs; see {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Fuzz()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        long end = System.nanoTime() + (long) (minutes * TimeUnit.MINUTES.toNanos(1));
        List<Target> targets = targets();
        Set<String> kinds = new HashSet<>();
        long inputs = 0;
        try {
            for (; System.nanoTime() < end; inputs++) {
                Target target = targets.get((int) (inputs % targets.size()));
                Found failed = feedInTime(target, target.draw(random(seed, inputs)));
                if (failed != null && kinds.add(failed.kind())) {
                    tell(failed);
                }
            }
        } finally {
            targets.forEach(Target::close);
        }
        System.out.println(inputs + " inputs of seed " + seed + ", " + kinds.size() + " kinds of failures"
                + (kinds.isEmpty() ? "" : ", in " + found));
        return kinds.isEmpty() ? 0 : 1;
    }

    private void tell(Found failed) throws IOException {
        System.out.println(failed.target + ": " + failed.failure + "\n   of: "
                + MAPPER.writeValueAsString(failed.input).substring(0, Math.min(failed.input.length(), SHOWN)));
        Files.writeString(
                found, MAPPER.writeValueAsString(failed) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Feeds so many inputs of a seed, without regard to time. */
    public static Outcome feed(long seed, int inputs) throws Exception {
        List<Found> found = new ArrayList<>();
        List<Target> targets = targets();
        try {
            for (int i = 0; i < inputs; i++) {
                Target target = targets.get(i % targets.size());
                Found failed = feed(target, target.draw(random(seed, i)));
                if (failed != null) {
                    found.add(failed);
                }
            }
        } finally {
            targets.forEach(Target::close);
        }
        return new Outcome(inputs, found);
    }

    /** Feeds what failed once; returns what still does. */
    public static List<Found> feedAgain(List<Found> cases) throws Exception {
        List<Found> found = new ArrayList<>();
        List<Target> targets = targets();
        try {
            for (Found once : cases) {
                Target target = targets.stream()
                        .filter(one -> one.name().equals(once.target))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("There is no target " + once.target));
                Found failed = feed(target, once.input);
                if (failed != null) {
                    found.add(failed);
                }
            }
        } finally {
            targets.forEach(Target::close);
        }
        return found;
    }

    /** The cases of a file, one a line. */
    public static List<Found> read(Path file) throws IOException {
        List<Found> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            Map<?, ?> once = MAPPER.readValue(line, Map.class);
            cases.add(new Found((String) once.get("target"), (String) once.get("input"), (String) once.get("failure")));
        }
        return cases;
    }

    private static List<Target> targets() throws Exception {
        TextMutations texts = new TextMutations(
                BenchArticles.documents().stream().map(NewsArticle::text).toList());
        return List.of(
                new CoderTarget(texts),
                new FileTarget(texts),
                new ArrivalTarget(texts),
                new RegistryTarget(texts),
                new RequestTarget(texts));
    }

    private static Random random(long seed, long number) {
        return new Random(seed * 1_000_003 + number);
    }

    private static @Nullable Found feed(Target target, String input) {
        try {
            target.feed(input);
            return null;
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return new Found(target.name(), input, told(e));
        }
    }

    private static @Nullable Found feedInTime(Target target, String input) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        Found failed = feed(target, input);
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        long limit = LIMIT.toNanos() * (1 + input.length() / LIMIT_CHARACTERS);
        return failed != null || took <= limit
                ? failed
                : new Found(
                        target.name(),
                        input,
                        "It took " + TimeUnit.NANOSECONDS.toMillis(took) + " ms of processor time, "
                                + TimeUnit.NANOSECONDS.toMillis(limit) + " are allowed");
    }

    private static String told(Throwable error) {
        if (error instanceof Target.Failure) {
            return String.valueOf(error.getMessage());
        }
        StringBuilder told = new StringBuilder(error.toString());
        for (Throwable each = error; each != null; each = each.getCause()) {
            StackTraceElement[] trace = each.getStackTrace();
            for (int i = 0; i < Math.min(6, trace.length); i++) {
                told.append("\n   at ").append(trace[i]);
            }
            told.append(each.getCause() == null ? "" : "\n   by " + each.getCause());
        }
        return told.toString();
    }
}
