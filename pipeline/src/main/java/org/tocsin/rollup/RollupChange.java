package org.tocsin.rollup;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the last days of one group compare with the days before.
 *
 * <p>The question is whether one rate could have given both sums. News comes in clusters (one attack kills fifty, one offensive
 * fills a week), so sums are first divided by the dispersion: by how much more the days of a window differ among themselves than
 * days of independent single counts would (Pearson's statistic per degree of freedom, at least 1; McCullagh and Nelder 1989,
 * section 6.2). What is left counts as independent: given both together, the later one is binomial with the share of its days
 * (Przyborowski and Wilenski 1940), and the probability is that of a split at least as uneven, twice the smaller tail.
 *
 * @param recent sum of the last days
 * @param baseline sum of the days before
 * @param dispersion what the sums were divided by before they were compared
 * @param ratio recent per day to baseline per day; null where the baseline is nothing or both are too few to say
 * @param probability of a split at least as uneven if nothing changed; 1 where both are too few to say
 * @param verdict what can be said
 */
public record RollupChange(
        long recent,
        long baseline,
        double dispersion,
        @Nullable Double ratio,
        double probability,
        Verdict verdict) {
    /** Both windows together must hold as many independent counts; with fewer, nothing is said. */
    public static final int LEAST_COUNTS = 10;

    /** A change is told where the probability that nothing changed is at most this. */
    public static final double LEVEL = 0.01;

    /** Clear changes first, the least probable first; then the others, the largest first. */
    static final Comparator<RollupChange> CLEAREST_FIRST = Comparator.comparing(
                    (RollupChange change) -> change.verdict.isClear() ? 0 : 1)
            .thenComparingDouble(change -> change.verdict.isClear() ? change.probability : 0)
            .thenComparing(RollupChange::recent, Comparator.reverseOrder())
            .thenComparing(RollupChange::baseline, Comparator.reverseOrder());

    /** What can be said of a change. */
    public enum Verdict {
        /** More a day than before. */
        UP,
        /** Less a day than before. */
        DOWN,
        /** The difference is one that chance alone gives more often than {@link RollupChange#LEVEL}. */
        NO_CLEAR_CHANGE,
        /** Fewer than {@link RollupChange#LEAST_COUNTS} independent counts: any percentage would say more than is known. */
        TOO_FEW;

        boolean isClear() {
            return this == UP || this == DOWN;
        }

        /** Lower-case name, as answers write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Compares the days of two windows.
     *
     * @param recent what each of the last days holds, none below zero
     * @param baseline what each of the days before holds, none below zero
     */
    public static RollupChange of(long[] recent, long[] baseline) {
        long late = Arrays.stream(recent).sum();
        long early = Arrays.stream(baseline).sum();
        double dispersion = dispersion(recent, baseline);
        long lateCounts = (long) (late / dispersion);
        long counts = lateCounts + (long) (early / dispersion);
        if (counts < LEAST_COUNTS) {
            return new RollupChange(late, early, dispersion, null, 1, Verdict.TOO_FEW);
        }
        double share = (double) recent.length / (recent.length + baseline.length);
        double probability = Binomial.twoSided(lateCounts, counts, share);
        Verdict verdict =
                probability > LEVEL ? Verdict.NO_CLEAR_CHANGE : lateCounts > share * counts ? Verdict.UP : Verdict.DOWN;
        Double ratio = early == 0 ? null : (double) late / recent.length / ((double) early / baseline.length);
        return new RollupChange(late, early, dispersion, ratio, probability, verdict);
    }

    private static double dispersion(long[] recent, long[] baseline) {
        int freedom = recent.length + baseline.length - 2;
        return freedom < 1 ? 1 : Math.max(1, (pearson(recent) + pearson(baseline)) / freedom);
    }

    private static double pearson(long[] days) {
        double mean = Arrays.stream(days).average().orElse(0);
        return mean == 0
                ? 0
                : Arrays.stream(days)
                        .mapToDouble(day -> (day - mean) * (day - mean) / mean)
                        .sum();
    }
}
