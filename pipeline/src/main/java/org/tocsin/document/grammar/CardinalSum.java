package org.tocsin.document.grammar;

import org.jspecify.annotations.Nullable;
import org.tocsin.document.grammar.NumberWords.Kind;
import org.tocsin.document.grammar.NumberWords.Word;

/** Adds up a number in words, word by word; a word that cannot continue the number is refused ("nine eleven" is two numbers). */
final class CardinalSum {
    private static final double HUNDRED = 100;
    private static final double HIGHEST = 1e15;
    private double closed;
    private double open;
    private double lastScale = Double.MAX_VALUE;
    private double room = Double.MAX_VALUE;

    /**
     * @param start figure to begin with: 1 behind an article ("a hundred"), 0 otherwise
     */
    CardinalSum(double start) {
        this.open = start;
    }

    /** Takes the next word; false where it does not continue the number. */
    boolean accept(String lower, NumberWords words) {
        Double small = small(lower, words);
        if (small != null) {
            return addSmall(small, lower);
        }
        Word scale = words.get(lower, Kind.SCALE);
        return scale != null && multiply(scale.figure());
    }

    /** Whether "and" before this word belongs to the number: only behind a scale, before something smaller. */
    boolean takesAnd(String lower, NumberWords words) {
        Double small = small(lower, words);
        return small != null && room > small && closed + open >= HUNDRED;
    }

    double total() {
        return closed + open;
    }

    private boolean addSmall(double value, String lower) {
        if (value >= room || open > 0 && room == Double.MAX_VALUE) {
            return false;
        }
        open += value;
        room = value >= 20 && value % 10 == 0 && lower.indexOf('-') < 0 ? 10 : 0;
        return true;
    }

    private boolean multiply(double scale) {
        if (open == 0 || open * scale > HIGHEST) {
            return false;
        }
        if (scale <= HUNDRED) {
            if (open >= HUNDRED) {
                return false;
            }
            open *= scale;
            room = HUNDRED;
            return true;
        }
        if (scale >= lastScale) {
            return false;
        }
        closed += open * scale;
        open = 0;
        lastScale = scale;
        room = scale;
        return true;
    }

    /** The value of a word below 100; null for other words. */
    private static @Nullable Double small(String lower, NumberWords words) {
        Word word = words.get(lower);
        if (word != null) {
            return word.kind() == Kind.UNIT || word.kind() == Kind.TEN ? word.value() : null;
        }
        int hyphen = lower.indexOf('-');
        if (hyphen <= 0) {
            return null;
        }
        Word ten = words.get(lower.substring(0, hyphen), Kind.TEN);
        Word unit = words.get(lower.substring(hyphen + 1), Kind.UNIT);
        if (ten == null || unit == null || unit.figure() < 1 || unit.figure() >= 10) {
            return null;
        }
        return ten.figure() + unit.figure();
    }
}
