package org.tocsin.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what was found and right of one event type over all documents. */
final class Tally {
    private final String type;
    private final List<String> keyFields;
    private final Map<String, Share> fields = new LinkedHashMap<>();
    private int found;
    private int right;
    private int falseAlarms;
    private int missed;

    /**
     * How often a field was right.
     *
     * @param right how often it was
     * @param given how often the gold gives it
     */
    record Share(int right, int given) {}

    Tally(String type, List<String> keyFields) {
        this.type = type;
        this.keyFields = keyFields;
    }

    /**
     * Notes a gold event that was found.
     *
     * @return whether its key fields are right
     */
    boolean found(Map<String, @Nullable Boolean> judged) {
        found++;
        boolean allRight = isRight(judged);
        right += allRight ? 1 : 0;
        judged.forEach((field, value) -> {
            if (value != null) {
                Share share = fields.getOrDefault(field, new Share(0, 0));
                fields.put(field, new Share(share.right + (value ? 1 : 0), share.given + 1));
            }
        });
        return allRight;
    }

    /** Whether no key field is wrong. */
    boolean isRight(Map<String, @Nullable Boolean> judged) {
        return keyFields.stream().noneMatch(field -> Boolean.FALSE.equals(judged.get(field)));
    }

    void falseAlarm() {
        falseAlarms++;
    }

    void missed() {
        missed++;
    }

    String type() {
        return type;
    }

    int gold() {
        return found + missed;
    }

    /** Rates of the events that were found, whatever their fields. */
    Rates foundRates() {
        return Rates.of(found, falseAlarms, missed);
    }

    /** Rates of the events whose key fields are right too. */
    Rates rightRates() {
        int wrong = found - right;
        return Rates.of(right, falseAlarms + wrong, missed + wrong);
    }

    /** Each field in the order in which it was met. */
    Map<String, Share> fields() {
        return new LinkedHashMap<>(fields);
    }
}
