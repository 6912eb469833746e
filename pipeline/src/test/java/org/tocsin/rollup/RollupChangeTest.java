package org.tocsin.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.rollup.RollupChange.Verdict;
import org.tocsin.schema.RollupTotals;

class RollupChangeTest {
    private static final int WEEK = 7;
    private static final int FOUR_WEEKS = 28;

    @Test
    void moreADayThanBeforeIsUpAndLessIsDown() {
        RollupChange up = RollupChange.of(even(21, WEEK), even(28, FOUR_WEEKS));
        RollupChange down = RollupChange.of(even(7, WEEK), even(112, FOUR_WEEKS));

        assertThat(up.verdict()).isEqualTo(Verdict.UP);
        assertThat(up.ratio()).isEqualTo(3.0);
        assertThat(up.recent()).isEqualTo(21);
        assertThat(up.baseline()).isEqualTo(28);
        assertThat(down.verdict()).isEqualTo(Verdict.DOWN);
        assertThat(down.ratio()).isEqualTo(0.25);
    }

    @Test
    void theSameRateIsNoClearChange() {
        RollupChange same = RollupChange.of(even(14, WEEK), even(56, FOUR_WEEKS));

        assertThat(same.verdict()).isEqualTo(Verdict.NO_CLEAR_CHANGE);
        assertThat(same.ratio()).isEqualTo(1.0);
        assertThat(same.probability()).isEqualTo(1, within(0.1));
    }

    @Test
    void ofFewCountsNothingIsSaid() {
        RollupChange tripled = RollupChange.of(even(3, WEEK), even(4, FOUR_WEEKS));

        assertThat(tripled.verdict()).isEqualTo(Verdict.TOO_FEW);
        assertThat(tripled.ratio()).isNull();
        assertThat(RollupChange.of(even(0, WEEK), even(0, FOUR_WEEKS)).verdict())
                .isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void aGroupThatWasQuietBeforeIsUpWithoutARatio() {
        RollupChange fresh = RollupChange.of(even(14, WEEK), even(0, FOUR_WEEKS));

        assertThat(fresh.verdict()).isEqualTo(Verdict.UP);
        assertThat(fresh.ratio()).isNull();
        assertThat(fresh.probability()).isLessThan(1e-9);
    }

    @Test
    void aGroupThatFellSilentIsDown() {
        RollupChange silent = RollupChange.of(even(0, WEEK), even(56, FOUR_WEEKS));

        assertThat(silent.verdict()).isEqualTo(Verdict.DOWN);
        assertThat(silent.ratio()).isEqualTo(0.0);
    }

    @Test
    void oneAttackThatKillsFiftyIsOneEventAndNoTrend() {
        long[] recent = new long[WEEK];
        recent[3] = 50;

        RollupChange change = RollupChange.of(recent, even(0, FOUR_WEEKS));

        assertThat(change.recent()).isEqualTo(50);
        assertThat(change.dispersion()).isGreaterThan(5);
        assertThat(change.verdict()).isEqualTo(Verdict.TOO_FEW);
    }

    @Test
    void manyKilledDayAfterDayAreATrend() {
        RollupChange change = RollupChange.of(even(50, WEEK), even(28, FOUR_WEEKS));

        assertThat(change.verdict()).isEqualTo(Verdict.UP);
    }

    /** The values of {@code pbinom} and of the sum of terms in exact arithmetic. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.2, 1",
        "10, 10, 0.2, 1.024e-7",
        "3, 10, 0.2, 0.3222004736",
        "1, 10, 0.2, 0.8926258176",
        "5, 10, 0.5, 0.623046875",
        "60, 100, 0.5, 0.02844396682",
    })
    void tailsAreExact(long successes, long trials, double chance, double expected) {
        assertThat(Binomial.atLeast(successes, trials, chance)).isEqualTo(expected, within(expected * 1e-8));
    }

    @ParameterizedTest
    @CsvSource({"100000, 0.2", "1000000, 0.2", "5000, 0.01"})
    void bothTailsTogetherAreOneAndNothingOverflows(long trials, double chance) {
        for (double share : new double[] {0, chance / 2, chance, chance * 1.01, 1}) {
            long successes = (long) (trials * share);
            double up = Binomial.atLeast(successes, trials, chance);
            double down = Binomial.atLeast(trials - successes + 1, trials, 1 - chance);

            assertThat(up + down).isEqualTo(1, within(1e-9));
        }
    }

    /** Poisson days of one rate in both windows: clear changes are as rare as the level says. */
    @Test
    void whereNothingChangesAClearChangeIsToldRarely() {
        Random random = new Random(20261124);
        int clear = 0;
        int runs = 4000;
        for (int run = 0; run < runs; run++) {
            double rate = 0.5 + random.nextInt(8);
            RollupChange change = RollupChange.of(poisson(random, rate, WEEK), poisson(random, rate, FOUR_WEEKS));
            clear += change.verdict().isClear() ? 1 : 0;
        }

        assertThat((double) clear / runs).isLessThan(1.5 * RollupChange.LEVEL);
    }

    @Test
    void totalsAreSortedByDayAndOnlyThoseOfTheWindowsCount() {
        RollupBaseline baseline = new RollupBaseline(LocalDate.parse("2026-11-17"), WEEK, FOUR_WEEKS);
        GroupChanges changes = new GroupChanges(baseline, RollupMetric.EVENTS);
        changes.add("UA", LocalDate.parse("2026-11-17"), events(12));
        changes.add("UA", LocalDate.parse("2026-11-11"), events(8));
        changes.add("UA", LocalDate.parse("2026-11-10"), events(3));
        changes.add("UA", LocalDate.parse("2026-10-14"), events(2));
        changes.add("UA", LocalDate.parse("2026-10-13"), events(100));
        changes.add("UA", LocalDate.parse("2026-11-18"), events(100));

        RollupChange ukraine = changes.clearestFirst().get(0).getValue();

        assertThat(ukraine.recent()).isEqualTo(20);
        assertThat(ukraine.baseline()).isEqualTo(5);
        assertThat(baseline.firstDay()).isEqualTo("2026-10-14");
        assertThat(baseline.firstRecentDay()).isEqualTo("2026-11-11");
    }

    @ParameterizedTest
    @CsvSource({"0, 28", "7, 6", "4000, 28", "7, 4000"})
    void windowsOfOtherLengthsAreRefused(int recent, int before) {
        assertThatThrownBy(() -> new RollupBaseline(LocalDate.EPOCH, recent, before))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("days, not");
    }

    private static RollupTotals events(long number) {
        return new RollupTotals(number, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    /** A sum spread over days as evenly as whole numbers allow. */
    private static long[] even(long sum, int days) {
        return IntStream.range(0, days)
                .mapToLong(day -> sum * (day + 1) / days - sum * day / days)
                .toArray();
    }

    private static long[] poisson(Random random, double rate, int days) {
        long[] counts = new long[days];
        Arrays.setAll(counts, day -> {
            double limit = Math.exp(-rate);
            double product = random.nextDouble();
            long count = 0;
            while (product > limit) {
                product *= random.nextDouble();
                count++;
            }
            return count;
        });
        return counts;
    }
}
