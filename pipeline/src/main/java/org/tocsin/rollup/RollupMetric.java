package org.tocsin.rollup;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.tocsin.schema.RollupTotals;

/** What is summed. For people, the plain name is the best figure; LOW and HIGH are the bounds that the reports allow. */
public enum RollupMetric {
    /** Number of incidents. */
    EVENTS(RollupTotals::getEvents),
    /** People killed, best figures. */
    KILLED(RollupTotals::getKilledBest),
    /** People killed, lowest figures. */
    KILLED_LOW(RollupTotals::getKilledLow),
    /** People killed, highest figures. */
    KILLED_HIGH(RollupTotals::getKilledHigh),
    /** People injured, best figures. */
    INJURED(RollupTotals::getInjuredBest),
    /** People injured, lowest figures. */
    INJURED_LOW(RollupTotals::getInjuredLow),
    /** People injured, highest figures. */
    INJURED_HIGH(RollupTotals::getInjuredHigh),
    /** Drones, missiles and aircraft brought down. */
    INTERCEPTED(RollupTotals::getIntercepted),
    /** Drones, missiles and aircraft launched. */
    LAUNCHED(RollupTotals::getLaunched);

    private final ToLongFunction<RollupTotals> reading;

    RollupMetric(ToLongFunction<RollupTotals> reading) {
        this.reading = reading;
    }

    /** The metric's value in a total. */
    public long of(RollupTotals totals) {
        return reading.applyAsLong(totals);
    }

    /** Lower-case name, as queries write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The metric of a name.
     *
     * @throws IllegalArgumentException if there is none, naming those that there are
     */
    public static RollupMetric named(String label) {
        return Arrays.stream(values())
                .filter(metric -> metric.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No metric '" + label + "'; there are "
                        + Arrays.stream(values()).map(RollupMetric::label).collect(Collectors.joining(", "))));
    }
}
