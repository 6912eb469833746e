package org.tocsin.rollup;

/** Exact tails of the binomial distribution. */
final class Binomial {
    /** Terms below this share of the sum cannot change what is told of it. */
    private static final double NEGLIGIBLE = 1e-12;

    /** From here on Stirling's series is exact to ten digits. */
    private static final int STIRLING = 20;

    private Binomial() {}

    /** Twice the smaller of the probabilities of at most and at least so many successes, at most 1. */
    static double twoSided(long successes, long trials, double chance) {
        return Math.min(
                1, 2 * Math.min(atLeast(successes, trials, chance), atLeast(trials - successes, trials, 1 - chance)));
    }

    /** Probability of at least so many successes. */
    static double atLeast(long successes, long trials, double chance) {
        if (successes <= trials * chance) {
            // the terms up to the middle grow, so the other tail is the one to sum
            return successes <= 0 ? 1 : 1 - tail(trials - successes + 1, trials, 1 - chance);
        }
        return tail(successes, trials, chance);
    }

    /** The sum of the terms from above the mean on, each smaller than the one before. */
    private static double tail(long successes, long trials, double chance) {
        double term = Math.exp(logFactorial(trials)
                - logFactorial(successes)
                - logFactorial(trials - successes)
                + successes * Math.log(chance)
                + (trials - successes) * Math.log1p(-chance));
        double sum = 0;
        for (long k = successes; k <= trials && term > NEGLIGIBLE * sum; k++) {
            sum += term;
            term *= (double) (trials - k) / (k + 1) * chance / (1 - chance);
        }
        return sum;
    }

    private static double logFactorial(long n) {
        if (n < STIRLING) {
            double sum = 0;
            for (long k = 2; k <= n; k++) {
                sum += Math.log(k);
            }
            return sum;
        }
        double square = (double) n * n;
        return (n + 0.5) * Math.log(n) - n + Math.log(2 * Math.PI) / 2 + (1 - 1 / (30 * square)) / (12.0 * n);
    }
}
