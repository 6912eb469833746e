package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
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
import org.tocsin.rollup.RollupClock;
import org.tocsin.serve.query.Aggregation;
import org.tocsin.serve.query.Filter;
import org.tocsin.serve.query.Holdings;
import org.tocsin.serve.query.OneInstance;
import org.tocsin.serve.query.Paging;
import org.tocsin.stream.StoreName;

/**
 * Lists and totals of {@value #INCIDENTS} incidents of a year ({@link YearOfIncidents}), without HTTP. The setup prints how long the
 * rows took to be read and how much memory they take.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class HoldingsBenchmark {
    private static final int INCIDENTS = 100_000;
    private static final LocalDate AUTUMN = LocalDate.of(2025, 10, 15);

    /** What is asked for. */
    @Param
    public Ask ask = Ask.LIST;

    private @Nullable Path folder;
    private @Nullable YearStores stores;
    private @Nullable Holdings holdings;

    /** Questions as the page puts them. */
    public enum Ask {
        /** The newest hundred of all. */
        LIST {
            @Override
            Object of(Holdings holdings) {
                return holdings.incidents(Filter.NONE, NEWEST);
            }
        },
        /** The newest hundred of a country and type with a figure. */
        LIST_FILTERED {
            @Override
            Object of(Holdings holdings) {
                return holdings.incidents(filter(Set.of("strike"), Set.of("UA"), OptionalInt.of(1), Set.of()), NEWEST);
            }
        },
        /** The newest hundred that two words are found in. */
        LIST_WORDS {
            @Override
            Object of(Holdings holdings) {
                return holdings.incidents(
                        filter(Set.of(), Set.of(), OptionalInt.empty(), Set.of("oblast", "russ")), NEWEST);
            }
        },
        /** Days of the year by type, all incidents. */
        HISTOGRAM {
            @Override
            Object of(Holdings holdings) {
                return holdings.aggregates(Filter.NONE, by(Aggregation.Bucket.DAY, Aggregation.Group.EVENT_TYPE));
            }
        },
        /** Days of the year by type, of a country. */
        HISTOGRAM_FILTERED {
            @Override
            Object of(Holdings holdings) {
                return holdings.aggregates(
                        filter(Set.of(), Set.of("UA"), OptionalInt.empty(), Set.of()),
                        by(Aggregation.Bucket.DAY, Aggregation.Group.EVENT_TYPE));
            }
        },
        /** Cells of the whole map. */
        CELLS {
            @Override
            Object of(Holdings holdings) {
                return holdings.aggregates(Filter.NONE, by(Aggregation.Bucket.ALL, Aggregation.Group.CELL));
            }
        },
        /** Divisions by type, all incidents. */
        DIVISIONS {
            @Override
            Object of(Holdings holdings) {
                return holdings.aggregates(
                        Filter.NONE,
                        by(Aggregation.Bucket.ALL, Aggregation.Group.ADMIN1, Aggregation.Group.EVENT_TYPE));
            }
        },
        /** Thirty days by country, from the store of rollups. */
        MONTH_BY_COUNTRY {
            @Override
            Object of(Holdings holdings) {
                return holdings.aggregates(
                        Filter.NONE.on(Optional.of(AUTUMN.minusDays(29)), Optional.of(AUTUMN)),
                        by(Aggregation.Bucket.DAY, Aggregation.Group.COUNTRY));
            }
        };

        private static final Paging NEWEST =
                new Paging(Paging.Sort.REPORTED_AT, Paging.Direction.DESCENDING, 100, null);

        abstract Object of(Holdings holdings);

        private static Aggregation by(Aggregation.Bucket bucket, Aggregation.Group... groups) {
            return new Aggregation(RollupClock.OCCURRED, bucket, List.of(groups), 5);
        }

        private static Filter filter(
                Set<String> types, Set<String> countries, OptionalInt minKilled, Set<String> words) {
            return new Filter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    types,
                    countries,
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Optional.empty(),
                    minKilled,
                    OptionalInt.empty(),
                    OptionalDouble.empty(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    words,
                    Optional.empty(),
                    Optional.empty());
        }
    }

    /** Fills the stores and reads the rows. */
    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("tocsin-bench");
        YearStores filled = new YearStores(folder);
        YearOfIncidents year = new YearOfIncidents();
        for (int number = 0; number < INCIDENTS; number++) {
            filled.add(year.incident(number));
        }
        stores = filled;
        OneInstance instance = new OneInstance(filled, filled);
        instance.opened(StoreName.INCIDENTS, 0);
        holdings = instance.holdings();
        long before = used();
        long began = System.nanoTime();
        Ask.LIST.of(holdings);
        System.out.printf(
                "%d rows read in %d ms, %d bytes each%n",
                instance.rows(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                (used() - before) / instance.rows());
    }

    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** Closes everything and deletes the stores. */
    @TearDown
    public void close() throws IOException {
        stores.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /** One answer. */
    @Benchmark
    public Object answer() {
        return ask.of(holdings);
    }
}
