package org.tocsin.cli.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Precision, recall and their harmonic mean, from 0 to 1.
 *
 * @param precision how many of the coded events are right
 * @param recall how many of the gold events are told
 * @param f1 harmonic mean of both
 */
public record Rates(double precision, double recall, double f1) {
    static Rates of(int right, int falseAlarms, int missed) {
        double precision = right + falseAlarms == 0 ? 0 : (double) right / (right + falseAlarms);
        double recall = right + missed == 0 ? 0 : (double) right / (right + missed);
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new Rates(precision, recall, f1);
    }

    /** A rate with three digits. */
    public static String digits(double rate) {
        return new BigDecimal(rate).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
    }
}
