package org.tocsin.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets things go wrong in seeded order while news flows, and holds what comes of it against the truth. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        description = "Kills, holds still, cuts off and corrupts what the pipeline needs, and looks what comes of it.")
public final class Faults implements Callable<Integer> {
    private static final List<String> SHORT = List.of("pipeline-killed", "leader-killed", "poison-articles");

    @Option(names = "--seed", defaultValue = "1", description = "Chooses the order; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--rounds", defaultValue = "22", description = "How many faults; default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--minutes", defaultValue = "600", description = "Begins no round later than this.")
    private long minutes;

    @Option(names = "--only", split = ",", description = "Kinds of faults; all unless given.")
    private Set<String> only = Set.of();

    @Option(names = "--short", description = "Three rounds of the quickest kinds.")
    private boolean isShort;

    @Option(
            names = "--results",
            defaultValue = "bench/results",
            description = "Folder for the results as JSON; default ${DEFAULT-VALUE}.")
    private Path results = Path.of("");

    /** Runs; see {@code --help}. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("tocsin-faults-");
        System.err.println("Logs and state: " + directory);
        Report report = new Report(seed);
        try (Site site = new Site(directory);
                Trial trial = new Trial(site, seed)) {
            run(site, trial, report);
            System.err.println(
                    "In the end, state restored from Kafka: " + trial.compareAll(directory.resolve("restored")));
        } finally {
            conclude(report);
        }
        if (!report.good()) {
            System.err.println("Not all was well; logs and state are kept in " + directory);
            return 1;
        }
        delete(directory);
        return 0;
    }

    private void run(Site site, Trial trial, Report report) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        Iterator<Fault> faults = order(site);
        for (int number = 1; faults.hasNext() && System.nanoTime() < end; number++) {
            Fault fault = faults.next();
            System.err.println("Round " + number + ": " + fault);
            Round round = trial.run(number, fault);
            report.add(round);
            System.err.println((round.good() ? "good: " : "BAD: ") + round);
            if (!round.recovered()) {
                System.err.println("Nothing more can be learnt from a site that does not recover");
                return;
            }
        }
    }

    /** The faults of all rounds: every kind once in an order of its own, and again, until there are enough. */
    private Iterator<Fault> order(Site site) {
        Set<String> wanted = isShort ? Set.copyOf(SHORT) : only;
        int number = isShort ? SHORT.size() : rounds;
        if (!site.disk().isThere()) {
            System.err.println("Not root: no small disk can be mounted, so that there is no disk-full");
        }
        Random random = new Random(seed);
        List<Fault> order = new ArrayList<>();
        while (order.size() < number) {
            List<Fault> all = new ArrayList<>(Fault.all(random));
            all.removeIf(fault -> !wanted.isEmpty() && !wanted.contains(fault.kind()));
            all.removeIf(fault -> fault instanceof DiskFull && !site.disk().isThere());
            if (all.isEmpty()) {
                throw new IllegalArgumentException("There is no fault of the kinds " + wanted);
            }
            Collections.shuffle(all, random);
            order.addAll(all);
        }
        return order.subList(0, number).iterator();
    }

    private void conclude(Report report) throws IOException {
        System.out.println(report.table());
        System.err.println("Written to " + report.write(results));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
